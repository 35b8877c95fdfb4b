/** From luma to what finds edited copies: the panels of the upright picture in all eight turns, and its parts. */

import { cut } from "./luma.js";
import { panelsOf } from "./panels.js";
import { partsOf } from "./parts.js";
import { eightTurns } from "./turns.js";

/** @typedef {import("./luma.js").Luma} Luma */
/** `box` is left, top, right and bottom in ten-thousandths of the picture. @typedef {{ kind: "trimmed" | "panel", box: number[], turns: Uint8Array[], quality: number }} Panel */
/** @typedef {{ panels: Panel[], parts: import("./parts.js").Parts }} PrintSet */

/** Quality under which a fingerprint tells nothing. Source: the published PDQ advice, "discard below 50". */
export const PLAIN_BELOW = 50;

/** Prints of one's own picture: at most 250 in all, turns, panels and parts. */
const MOST_PANELS = 2;
const MOST_PARTS = 250 - 3 * 8;
const WHOLE = 10_000;

/** The panels that tell something, and the parts, of an upright picture. @param {Luma} luma @returns {PrintSet} */
export function printSet(luma) {
  const panels = panelsOf(luma, MOST_PANELS).map((found) => panelOf(luma, found));
  return { panels: panels.filter(({ quality }) => quality >= PLAIN_BELOW), parts: partsOf(luma, MOST_PARTS) };
}

/** @param {Luma} luma @param {import("./panels.js").Found} found @returns {Panel} */
function panelOf(luma, { kind, box }) {
  const seen = cut(luma, box);
  const { turns, quality } = eightTurns({ ...seen, points: new Float32Array(seen.points) });
  const sides = [luma.width, luma.height, luma.width, luma.height];
  return { kind, box: box.map((side, at) => toEven((side * WHOLE) / sides[at])), turns, quality };
}

/** Rounded; a half goes to the even neighbour, as in Python. @param {number} value */
function toEven(value) {
  const below = Math.floor(value);
  const over = value - below;
  return over === 0.5 ? below + (below % 2) : below + Number(over > 0.5);
}
