/** The parts of a picture that its own structure marks, each with a print, so that a piece of it is found again. */

import { octavesOf } from "./parts_blur.js";
import { chosenPoints } from "./parts_points.js";
import { directionsOf, printOf } from "./parts_print.js";

/** @typedef {import("./luma.js").Luma} Luma */
/** 32 bytes of print and 8 of place for each part, one after the other; docs/formats/case.md says what a place holds. @typedef {{ prints: Uint8Array, places: Uint8Array }} Parts */

const PRINT_BYTES = 32;
const PLACE_BYTES = 8;

/** At most so many parts of an upright picture, the strongest first. @param {Luma} luma @param {number} most @returns {Parts} */
export function partsOf(luma, most) {
  const octaves = octavesOf(luma);
  const prints = new Uint8Array(most * PRINT_BYTES);
  const places = new Uint8Array(most * PLACE_BYTES);
  let made = 0;
  for (const point of chosenPoints(octaves, most)) {
    for (const turn of directionsOf(octaves[point.octave], point)) {
      if (made === most) break;
      prints.set(printOf(octaves[point.octave], point, turn), made * PRINT_BYTES);
      places.set(placeOf(point, turn, Math.max(octaves[0].width, octaves[0].height)), made * PLACE_BYTES);
      made += 1;
    }
  }
  return { prints: prints.slice(0, made * PRINT_BYTES), places: places.slice(0, made * PLACE_BYTES) };
}

/** @param {import("./parts_points.js").Point} point @param {number} turn @param {number} longer */
function placeOf(point, turn, longer) {
  const unit = 65536 / longer;
  const larger = 2 ** point.octave;
  const numbers = [(point.x * larger + 0.5) * unit, (point.y * larger + 0.5) * unit, point.scale * larger * unit, turn * 65536];
  const place = new DataView(new ArrayBuffer(PLACE_BYTES));
  numbers.forEach((number, at) => place.setUint16(2 * at, Math.min(Math.max(Math.floor(number + 0.5), 0), 65535), true));
  return new Uint8Array(place.buffer);
}
