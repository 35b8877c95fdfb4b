/** The eight ways a picture can lie, and the fingerprints of all of them: each is made from turned pixels. */

import { paperFor, pdq } from "./pdq.js";

/** @typedef {import("./pdq.js").Plane} Plane */

/** The order is part of the format (docs/formats/fingerprint.md). */
export const TURNS = Object.freeze([
  "upright",
  "turned_90",
  "turned_180",
  "turned_270",
  "mirrored",
  "mirrored_turned_90",
  "mirrored_turned_180",
  "mirrored_turned_270",
]);

/**
 * Where pixel (y, x) of each turned picture lies in the upright one, h high and w wide: the first of its row and column,
 * and whether rows and columns change places.
 */
const WAYS = [
  { sideways: false, down: 1, across: 1 },
  { sideways: true, down: 1, across: -1 },
  { sideways: false, down: -1, across: -1 },
  { sideways: true, down: -1, across: 1 },
  { sideways: false, down: 1, across: -1 },
  { sideways: true, down: -1, across: -1 },
  { sideways: false, down: -1, across: 1 },
  { sideways: true, down: 1, across: 1 },
];

/**
 * The plane in one of the eight turns.
 * @param {Plane} plane @param {number} turn place in TURNS @param {Float32Array} [points] where to
 * @returns {Plane}
 */
export function turned(plane, turn, points = new Float32Array(plane.points.length)) {
  if (turn === 0) return plane;
  const { sideways, down, across } = WAYS[turn];
  const [width, height] = sideways ? [plane.height, plane.width] : [plane.width, plane.height];
  const stepDown = (sideways ? 1 : plane.width) * down;
  const stepAcross = (sideways ? plane.width : 1) * across;
  const first = (down < 0 ? -stepDown * (height - 1) : 0) + (across < 0 ? -stepAcross * (width - 1) : 0);
  for (let y = 0; y < height; y++) {
    let from = first + y * stepDown;
    for (let x = 0; x < width; x++, from += stepAcross) points[y * width + x] = plane.points[from];
  }
  return { points, width, height };
}

/**
 * The fingerprints of the plane in all eight turns, and the quality of the upright one.
 * @param {Plane} plane
 * @returns {{ turns: Uint8Array[], quality: number }}
 */
export function eightTurns(plane) {
  const paper = paperFor(plane);
  const points = new Float32Array(plane.points.length);
  const made = TURNS.map((_, turn) => pdq(turned(plane, turn, points), paper));
  return { turns: made.map(({ bits }) => bits), quality: made[0].quality };
}
