/**
 * Pictures within a picture: what is left when borders are cut off, and what a screenshot or a sheet shows, as
 * `src/rescind/fingerprint/panels.py` finds them. Only straight edges, smooth ground and gaps are looked at, never what a
 * picture shows. The same pixels give the same rectangles.
 */

import { cut, reducedLuma, transposed } from "./luma.js";
import { Choice, LEAST_AREA, LEAST_SIDE, way } from "./panels_choice.js";
import { exact } from "./panels_edges.js";
import { along, linesOf, marksOf, smoothEnds } from "./panels_lines.js";

/** @typedef {import("./luma.js").Luma} Luma */
/** @typedef {import("./panels_choice.js").Rectangle} Rectangle */
/** A rectangle in pixels; right and bottom lie just outside it. @typedef {{ kind: "trimmed" | "panel", box: Rectangle }} Found */

/** Pixels of the longer side at which lines are looked for; where they lie exactly is seen at full size. */
const LONG_SIDE = 512;
const SHORTEST = 32;

/**
 * At most so many rectangles of an upright picture, the likeliest first. Each has at least 8 % of the area and 64 pixels a side
 * and is less than the whole.
 * @param {Luma} luma @param {number} most
 * @returns {Found[]}
 */
export function panelsOf(luma, most) {
  const { width, height } = luma;
  const factor = Math.max(1, Math.ceil(Math.max(width, height) / LONG_SIDE));
  if (most < 1 || Math.min(width, height) < Math.max(LEAST_SIDE, SHORTEST * factor)) return [];
  const small = cut(reducedLuma(luma, factor), [0, 0, Math.floor(width / factor), Math.floor(height / factor)]); // no narrower blocks
  /** @type {Found[]} */
  const seen = [];
  for (const found of rectangles(small, factor, most + 1)) {
    const one = atFullSize(luma, small, found, factor);
    if (one && !seen.some((other) => isSame(one.box, other.box))) seen.push(one);
  }
  return seen.slice(0, most);
}

/** The likeliest rectangles of the reduced picture. @param {Luma} small @param {number} factor @param {number} most @returns {Found[]} */
function rectangles(small, factor, most) {
  const turned = transposed(small);
  const [rows, columns] = [marksOf(turned), marksOf(small)];
  const [down, across] = [smoothEnds(rows), smoothEnds(columns)];
  if (!down || !across) return [];
  const rowLines = linesOf(rows, down.filter((line) => line > 0 && line < small.height));
  const columnLines = linesOf(columns, across.filter((line) => line > 0 && line < small.width));
  const shortest = Math.ceil(LEAST_SIDE / factor);
  const choice = new Choice(
    way(rowLines, along(small, rows.seen, rowLines), rows, shortest),
    way(columnLines, along(turned, columns.seen, columnLines), columns, shortest),
  );
  return chosen(choice, [across[0], down[0], across[1], down[1]], most);
}

/** What is left without a border is the first, or the last of a screen. @param {Choice} choice @param {Rectangle} trim @param {number} most */
function chosen(choice, trim, most) {
  /** @type {Found[]} */
  const panels = [];
  for (let best = choice.best(); best && panels.length < most; best = choice.best()) {
    panels.push({ kind: "panel", box: best });
    choice.leaveOut(best);
  }
  panels.splice(choice.isScreen(trim) ? most - 2 : 0, 0, { kind: "trimmed", box: trim });
  return panels;
}

/** The rectangle in the pixels of the picture; null when it is too small or the whole. @param {Luma} luma @param {Luma} small @param {Found} found @param {number} factor @returns {Found | null} */
function atFullSize(luma, small, { kind, box }, factor) {
  const right = box[2] >= small.width ? luma.width : box[2] * factor;
  const bottom = box[3] >= small.height ? luma.height : box[3] * factor;
  const set = exact(luma, [box[0] * factor, box[1] * factor, right, bottom], 3 * factor + 2);
  const [wide, tall] = [set[2] - set[0], set[3] - set[1]];
  const large = Math.min(wide, tall) >= LEAST_SIDE && wide * tall >= LEAST_AREA * luma.width * luma.height;
  return large && (wide !== luma.width || tall !== luma.height) ? { kind, box: set } : null;
}

/** Whether the two differ by less than changes a fingerprint. @param {Rectangle} one @param {Rectangle} other */
function isSame(one, other) {
  const apart = one.map((side, at) => Math.abs(side - other[at]));
  return Math.max(...apart) <= Math.max(1, Math.floor((one[2] - one[0] + one[3] - one[1]) / 400));
}
