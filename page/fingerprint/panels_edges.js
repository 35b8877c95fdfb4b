/**
 * Where exactly an edge lies: a rectangle found in a reduced picture is set on the strongest lines near it, as
 * `src/rescind/fingerprint/panels_edges.py` does. Of several such lines the innermost is taken, so that thin frames and the
 * margins of windows stay outside.
 */

import { transposed } from "./luma.js";
import { ACTIVE, placeOfMost, ROUGH } from "./panels_lines.js";

/** @typedef {import("./luma.js").Luma} Luma */
/** @typedef {import("./panels_choice.js").Rectangle} Rectangle */

/** Pixels that are looked at from the edge inward: frames and margins this thin are left out. */
const INWARD = 14;
const STEP = 6;
const MOST = 40; // a step of more than this says no more
const STRONG = 0.75; // of the strongest line near
const CLEAR = 0.6; // what a line further inward must have at least
const LEAST = 0.15;
const STRAIGHT = 0.3; // share of a margin's end that steps
const HAIR = 3; // pixels of margin that may go whatever follows
const single = Math.fround;

/** A rectangle's line: which, from where to where along it, and whether inward is onward (1) or back (-1). @typedef {{ line: number, from: number, to: number, inward: number }} Side */

/**
 * Left, top, right and bottom of a rectangle that lies within `reach` pixels of the one given. Sides at the edge stay there.
 * @param {Luma} luma @param {Rectangle} near @param {number} reach
 * @returns {Rectangle}
 */
export function exact(luma, [left, top, right, bottom], reach) {
  const turned = transposed(luma);
  const upper = settled(luma, { line: top, from: left, to: right, inward: 1 }, reach);
  const lower = settled(luma, { line: bottom, from: left, to: right, inward: -1 }, reach);
  const first = settled(turned, { line: left, from: top, to: bottom, inward: 1 }, reach);
  const last = settled(turned, { line: right, from: top, to: bottom, inward: -1 }, reach);
  return [first, upper, last, lower];
}

/** The innermost strong line near the one given, or that itself, and past a smooth margin. @param {Luma} luma @param {Side} side @param {number} reach */
function settled(luma, side, reach) {
  const line = side.line > 0 && side.line < luma.height ? strongest(luma, side, reach) : side.line;
  return line + side.inward * margin(luma, { ...side, line });
}

/** @param {Luma} luma @param {Side} side @param {number} reach */
function strongest(luma, side, reach) {
  const [back, forth] = side.inward > 0 ? [reach, INWARD] : [INWARD, reach];
  const start = Math.max(1, side.line - back);
  const strength = strengthOf(luma, side, start, Math.min(luma.height, side.line + forth + 1));
  const most = placeOfMost(strength);
  if (strength[most] < single(LEAST)) return side.line;
  const least = Math.max(single(STRONG * strength[most]), single(CLEAR));
  const clear = Array.from(strength.keys()).filter((at) => strength[at] >= least);
  return start + (clear.at(side.inward > 0 ? -1 : 0) ?? most);
}

/** How many of the rows, from the edge inward, are smooth and end at once, as a sky does not. @param {Luma} luma @param {Side} side */
function margin({ points, width, height }, { line, from, to, inward }) {
  const count = inward > 0 ? Math.min(INWARD, height - line) : Math.min(INWARD, line);
  const rowAt = (/** @type {number} */ depth) => (inward > 0 ? line + depth : line - 1 - depth) * width;
  const isRough = (/** @type {number} */ depth) => {
    let rough = 0;
    for (let x = from + 1; x < to; x++) if (Math.abs(points[rowAt(depth) + x] - points[rowAt(depth) + x - 1]) > ACTIVE) rough += 1;
    return rough / (to - from - 1) > ROUGH;
  };
  let rows = 0;
  while (rows < count && !isRough(rows)) rows += 1;
  if (rows === count) return 0;
  if (rows <= HAIR) return rows;
  let steps = 0;
  for (let x = from; x < to; x++) if (Math.abs(points[rowAt(rows) + x] - points[rowAt(rows - 1) + x]) > STEP) steps += 1;
  return steps / (to - from) >= STRAIGHT ? rows : 0;
}

/**
 * How much each line from `start` up to `end` stands out from those three away; their ends do not count, where corners may be round.
 * @param {Luma} luma @param {Side} side @param {number} start @param {number} end
 */
function strengthOf({ points, width }, { from, to }, start, end) {
  const away = Math.floor((to - from) / 20);
  const [left, right] = [from + away, to - away];
  const both = new Float32Array(Math.max(0, end - start));
  for (let line = start; line < end; line++) {
    let [often, strong] = [0, 0];
    for (let x = left; x < right; x++) {
      const step = Math.abs(points[line * width + x] - points[(line - 1) * width + x]);
      if (step > STEP) often += 1;
      strong += Math.min(step, MOST);
    }
    both[line - start] = single(often / (right - left)) + single(single(strong / (right - left)) / MOST);
  }
  const near = (/** @type {number} */ at) => both[Math.min(Math.max(at, 0), both.length - 1)];
  return both.map((own, at) => single(own - single(single(0.6) * Math.max(near(at - 3), near(at + 3)))));
}
