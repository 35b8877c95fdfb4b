/**
 * Which rectangles between lines are likely to be pictures of their own: what `src/rescind/fingerprint/panels_choice.py` does,
 * number for number. Every pair of row-lines with every pair of column-lines is a rectangle; its four sides speak for it, lines
 * that cross it and empty rows or columns in it speak for several things in one.
 */

import { placeOfMost } from "./panels_lines.js";

/** @typedef {import("./panels_lines.js").Along} Along */
/** @typedef {import("./panels_lines.js").Marks} Marks */
/** Left, top, right and bottom in pixels of the picture looked at. @typedef {[number, number, number, number]} Rectangle */

/** Share of the picture's area under which a rectangle is not looked at. */
export const LEAST_AREA = 0.08;

/** Pixels of the whole picture that a side must have. */
export const LEAST_SIDE = 64;

const single = Math.fround;
const GROUND = 0.5; // what a smooth outside counts against a step
const AT_EDGE = single(0.4); // what the edge of the whole picture counts as a side
const SHARPER = 1.6;
const WEAKEST = single(0.8);
const CROSSED = single(0.45);
const EMPTY = single(0.45);
const LIVELY = single(0.22);
const OVERLAP = single(0.17);
const SAME = 3; // lines
const SCREEN = single(0.1);
const LOOKED_AT = 160;

/**
 * One direction: the lines, the pairs of them that are far enough apart (places in `lines`), and what was counted along.
 * @typedef {{ lines: number[], first: number[], last: number[], along: Along, marks: Marks }} Way
 */

/** The direction with all pairs of its lines at least so far apart. @param {number[]} lines @param {Along} along @param {Marks} marks @param {number} shortest @returns {Way} */
export function way(lines, along, marks, shortest) {
  /** @type {Way} */
  const found = { lines, first: [], last: [], along, marks };
  for (let i = 0; i < lines.length; i++) {
    for (let j = i + 1; j < lines.length; j++) {
      if (lines[j] - lines[i] < shortest) continue;
      found.first.push(i);
      found.last.push(j);
    }
  }
  return found;
}

/** Where a pair starts, where it ends, and how far its lines are apart. @param {Way} pairs @param {number} at */
function span({ lines, first, last }, at) {
  return { start: lines[first[at]], end: lines[last[at]], length: lines[last[at]] - lines[first[at]] };
}

/** The rectangles of a picture whose sides speak for them best, with their scores. */
export class Choice {
  /** @param {Way} down @param {Way} across */
  constructor(down, across) {
    const { supported, own } = supportedBy(down, across);
    const best = largest(supported, LOOKED_AT);
    const count = across.first.length;
    const rows = some(down, best.map((at) => Math.floor(at / count)));
    const columns = some(across, best.map((at) => at % count));
    /** @type {Rectangle[]} */
    this.boxes = best.map((_, at) => [span(columns, at).start, span(rows, at).start, span(columns, at).end, span(rows, at).end]);
    this.area = this.boxes.map(([left, top, right, bottom]) => single((right - left) * (bottom - top)));
    const { empty, one } = singleOf(rows, columns, best.map((at) => own[at]));
    this.empty = empty;
    this.score = one.map((each, at) => supported[best[at]] * each);
  }

  /** The likeliest rectangle left; null when there is none. @returns {Rectangle | null} */
  best() {
    const place = placeOfMost(this.score);
    return this.score[place] > 0 ? this.boxes[place] : null;
  }

  /** Whether a tenth of its rows and columns are empty, as on a page of text, and seldom in a picture. @param {Rectangle} rectangle */
  isScreen(rectangle) {
    return this.boxes.some((box, at) => apart(box, rectangle) === 0 && this.empty[at] > SCREEN);
  }

  /** From now on make rectangles less likely the more they overlap, and what is the same impossible. @param {Rectangle} taken */
  leaveOut(taken) {
    const area = single((taken[2] - taken[0]) * (taken[3] - taken[1]));
    this.boxes.forEach((box, at) => {
      const wide = Math.max(Math.min(box[2], taken[2]) - Math.max(box[0], taken[0]), 0);
      const tall = Math.max(Math.min(box[3], taken[3]) - Math.max(box[1], taken[1]), 0);
      const both = single(wide * tall);
      const share = single(single(OVERLAP * both) / single(single(this.area[at] + area) - both));
      this.score[at] *= single(1 - share);
      if (apart(box, taken) <= SAME) this.score[at] = 0;
    });
  }
}

/** How far the worst side of one lies from that of the other. @param {Rectangle} one @param {Rectangle} other */
function apart(one, other) {
  return Math.max(...one.map((side, at) => Math.abs(side - other[at])));
}

/** Where the largest lie, the largest first and equal ones in their order. @param {Float32Array} scores @param {number} most */
function largest(scores, most) {
  const places = Array.from(scores, (_, at) => at);
  return places.sort((a, b) => scores[b] - scores[a] || a - b).slice(0, most);
}

/** @param {Way} pairs @param {number[]} chosen @returns {Way} */
function some(pairs, chosen) {
  return { ...pairs, first: chosen.map((at) => pairs.first[at]), last: chosen.map((at) => pairs.last[at]) };
}

/**
 * For each rectangle (pairs of row-lines by pairs of column-lines) how well its sides speak for it, and how well those do on
 * average that do not lie at the edge of the picture.
 * @param {Way} down @param {Way} across
 */
function supportedBy(down, across) {
  const [rows, columns] = [down.first.length, across.first.length];
  const upright = sides(down, across);
  const level = sides(across, down);
  const whole = single((down.lines.at(-1) ?? 0) * (across.lines.at(-1) ?? 0));
  const supported = new Float32Array(rows * columns);
  const own = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const [top, bottom] = [upright.first, upright.last].map((side) => side[at]);
      const [left, right] = [level.first, level.last].map((side) => side[column * rows + row]);
      const share = single(single(span(down, row).length * span(across, column).length) / whole);
      const total = single(single(single(top + bottom) + left) + right);
      const weakest = Math.min(top, bottom, left, right);
      const edges = atEdge(down, row) + atEdge(across, column);
      own[at] = (total - AT_EDGE * edges) / Math.max(4 - edges, 1);
      if (share < single(LEAST_AREA) || weakest <= 0 || edges === 4) continue;
      supported[at] = single(single(total / 4) + single(WEAKEST * weakest)) * single(Math.cbrt(share));
    }
  }
  return { supported, own };
}

/** How many lines of a pair lie at the edge of the picture. @param {Way} pairs @param {number} at */
function atEdge(pairs, at) {
  return Number(pairs.first[at] === 0) + Number(pairs.last[at] === pairs.lines.length - 1);
}

/**
 * How well the first and the last line of each pair speak for a side as long as each pair `beside`: pairs by pairs beside.
 * @param {Way} pairs @param {Way} beside
 */
function sides(pairs, beside) {
  const [lines, count] = [pairs.lines.length, beside.first.length];
  const first = new Float32Array(lines * count);
  const last = new Float32Array(lines * count);
  const counted = pairs.along;
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < count; at++) {
      const { start, end, length } = span(beside, at);
      const between = (/** @type {Float32Array} */ sums) => single((sums[line * counted.length + end] - sums[line * counted.length + start]) / length);
      const steps = single(between(counted.here) - Math.min(between(counted.earlier), between(counted.later)));
      const more = single(between(counted.after) - between(counted.before));
      first[line * count + at] = line === 0 ? AT_EDGE : speaks(steps, more);
      last[line * count + at] = line === lines - 1 ? AT_EDGE : speaks(steps, -more);
    }
  }
  return { first: ofPairs(first, pairs.first, count), last: ofPairs(last, pairs.last, count) };
}

/** Rows picked out of a table. @param {Float32Array} table @param {number[]} rows @param {number} count values in a row */
function ofPairs(table, rows, count) {
  const made = new Float32Array(rows.length * count);
  rows.forEach((row, at) => made.set(table.subarray(row * count, (row + 1) * count), at * count));
  return made;
}

/** @param {number} steps @param {number} more */
function speaks(steps, more) {
  const raw = single(steps + single(GROUND * Math.max(more, 0)));
  if (raw <= single(0.1)) return 0;
  return single(Math.min(single(raw / single(0.9 + 0.6 * GROUND)), 1) ** SHARPER);
}

/**
 * The share of each rectangle's rows and columns that are empty, and how likely it is one thing and not several, or none: 0 to 1.
 * @param {Way} rows @param {Way} columns @param {number[]} own
 */
function singleOf(rows, columns, own) {
  const { bare, active } = bareRows(rows, columns);
  const { bare: naked } = bareRows(columns, rows);
  const [clearRows, clearColumns] = [crossed(rows, columns), crossed(columns, rows)];
  const empty = new Float32Array(own.length);
  const one = new Float32Array(own.length);
  for (let at = 0; at < own.length; at++) {
    const share = bare[at] / span(rows, at).length + naked[at] / span(columns, at).length;
    const lines = single(Math.max(clearRows[at], clearColumns[at]) / Math.max(own[at], single(0.05)));
    const over = single(single(lines - single(0.3)) / single(0.7));
    const both = single(bare[at] + naked[at]);
    empty[at] = share;
    one[at] = 1 - single(CROSSED * Math.min(Math.max(over, 0), 1));
    one[at] *= 1 - EMPTY * Math.min(share, 1);
    one[at] *= (both > 0 ? 0.9 : 1) * single(1 - single(single(0.05) * Math.min(both, 3)));
    one[at] *= single(Math.sqrt(Math.min(single(active[at] / LIVELY), 1)));
  }
  return { empty, one };
}

/**
 * How many rows of each rectangle are smooth from side to side, its outermost two left out, and the share of its pixels that are
 * not smooth.
 * @param {Way} rows @param {Way} columns
 */
function bareRows(rows, columns) {
  const { height } = rows.marks;
  const sums = notSmooth(rows.marks, columns.lines);
  const count = rows.first.length;
  const [bare, active] = [new Float32Array(count), new Float32Array(count)];
  for (let at = 0; at < count; at++) {
    const { start, end, length } = span(rows, at);
    const wide = span(columns, at).length;
    const [first, last] = [columns.first[at] * height, columns.last[at] * height];
    const few = Math.max(1, Math.floor(wide / 50));
    let [smooth, total] = [0, 0];
    for (let row = start; row < end; row++) {
      const here = sums[last + row] - sums[first + row];
      total += here;
      if (row >= start + 2 && row < end - 2 && here <= few) smooth += 1;
    }
    bare[at] = smooth;
    active[at] = total / (length * wide);
  }
  return { bare, active };
}

/** For each line and row, how many pixels before the line are not smooth in the row. @param {Marks} marks @param {number[]} lines */
function notSmooth({ seen, height }, lines) {
  const sums = new Int32Array(lines.length * height);
  for (let line = 1; line < lines.length; line++) {
    const to = line * height;
    sums.copyWithin(to, to - height, to);
    for (let x = lines[line - 1]; x < lines[line]; x++) {
      for (let row = 0, from = x * height; row < height; row++, from++) sums[to + row] += seen[from];
    }
  }
  return sums;
}

/** How clear the clearest row-line in each rectangle is that goes from side to side, in each of four quarters. @param {Way} rows @param {Way} columns */
function crossed(rows, columns) {
  const found = new Float32Array(rows.first.length);
  for (let at = 0; at < found.length; at++) {
    const { start, length } = span(columns, at);
    const cuts = [0, 1, 2, 3, 4].map((quarter) => start + Math.floor((length * quarter) / 4));
    for (let line = rows.first[at] + 1; line < rows.last[at]; line++) {
      let least = 1;
      for (let quarter = 0; quarter < 4; quarter++) least = Math.min(least, clear(rows.along, line, cuts[quarter], cuts[quarter + 1]));
      found[at] = Math.max(found[at], least);
    }
  }
  return found;
}

/** How clear a line is from start to end. @param {Along} counted @param {number} line @param {number} start @param {number} end */
function clear(counted, line, start, end) {
  const from = line * counted.length;
  const share = (/** @type {Float32Array} */ sums) => single((sums[from + end] - sums[from + start]) / (end - start));
  const steps = single(share(counted.here) - Math.min(share(counted.earlier), share(counted.later)));
  const ground = single(single(0.6) * Math.abs(single(share(counted.after) - share(counted.before))));
  return Math.max(steps, ground);
}
