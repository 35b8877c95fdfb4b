/** Moments in a row, finished together: what is found in several frames is cut out of each of them. */

import { eightTurns } from "../turns.js";
import { PLAIN_BELOW } from "./choosing.js";
import { evenRound, pictureWithin } from "./trim.js";

/** @typedef {import("../pdq.js").Plane} Plane */
/** @typedef {{ kind: "trimmed", box: number[], turns: string[], quality: number }} Panel */
/** A moment as a case file keeps it. @typedef {{ at: number, until: number, scene: boolean, quality: number, turns: string, panels: Panel[], parts: null }} Moment */

const LONGEST = 12; // moments that are held, with their pixels, before they are finished
const WHOLE = 10_000;

/** Holds moments until there are enough of them, or of another size, or no more. */
export class Block {
  constructor() {
    /** @type {{ moment: Moment, plane: Plane }[]} */
    this.held = [];
    /** Those that are finished. @type {Moment[]} */
    this.moments = [];
  }

  /** The moment added last. */
  get last() {
    return this.held.at(-1)?.moment;
  }

  /** Hold one more, with its eight turns. @param {number} at @param {boolean} scene @param {Plane} plane */
  add(at, scene, plane) {
    const first = this.held[0]?.plane;
    if (first && (this.held.length >= LONGEST || first.width !== plane.width || first.height !== plane.height)) this.finish();
    const { turns, quality } = eightTurns(plane);
    this.held.push({ moment: { at, until: at, scene, quality, turns: base64(turns), panels: [], parts: null }, plane });
  }

  /** Look at all that is held together, and let go of its pixels. */
  finish() {
    const held = this.held.splice(0);
    const within = held.length ? pictureWithin(held.map(({ plane }) => plane)) : null;
    for (const { moment, plane } of held) {
      if (within) moment.panels = trimmed(plane, within);
      this.moments.push(moment);
    }
  }
}

/** The fingerprints of what is within, unless there is nothing to see. @param {Plane} plane @param {import("./trim.js").Rectangle} within @returns {Panel[]} */
function trimmed({ points, width, height }, [left, top, right, bottom]) {
  const inner = new Float32Array((right - left) * (bottom - top));
  for (let y = top; y < bottom; y++) inner.set(points.subarray(y * width + left, y * width + right), (y - top) * (right - left));
  const { turns, quality } = eightTurns({ points: inner, width: right - left, height: bottom - top });
  if (quality < PLAIN_BELOW) return [];
  const across = (/** @type {number} */ x) => evenRound((x * WHOLE) / width);
  const down = (/** @type {number} */ y) => evenRound((y * WHOLE) / height);
  return [{ kind: "trimmed", box: [across(left), down(top), across(right), down(bottom)], turns: turns.map(hex), quality }];
}

/** @param {Uint8Array} bytes */
function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {Uint8Array[]} pieces */
function base64(pieces) {
  return btoa(pieces.map((piece) => String.fromCharCode(...piece)).join(""));
}
