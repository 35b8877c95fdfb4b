/**
 * Points where brightness stands out from its surroundings, at the scale at which it does so most: what
 * `src/rescind/kernel/parts_points.c` does, number for number.
 */

import { LEVELS, STEPS } from "./parts_blur.js";

/** @typedef {import("./parts_blur.js").Octave} Octave */
/** `x`, `y` and `scale` are in the pixels of its octave; `level` is the one it is seen best in. @typedef {{ octave: number, level: number, x: number, y: number, scale: number, worth: number }} Point */
/** What each level of an octave has more than the one before. @typedef {{ width: number, height: number, steps: Int16Array[] }} Between */
/** First and second differences around a value, in x, y and scale. @typedef {{ value: number, x: number, y: number, s: number, xx: number, yy: number, ss: number, xy: number, xs: number, ys: number }} Slopes */

const LOW = 30;
const FIRST_LOW = 24;
const EDGE = 10;
const TRIES = 5;
const CELLS = 4;
const MOST_POINTS = 16_384;
const FIRST_SCALE = 1.6;

/** At most so many points, spread over the picture, the best of every field first. @param {Octave[]} octaves @param {number} most @returns {Point[]} */
export function chosenPoints(octaves, most) {
  /** @type {Point[]} */
  const points = [];
  octaves.forEach((one, octave) => {
    const between = betweenLevels(one);
    for (let step = 1; step <= STEPS; step++) lookThrough(between, octave, step, points);
  });
  points.sort((a, b) => b.worth - a.worth);
  return octaves.length ? spread(points, octaves[0].width, octaves[0].height, most) : [];
}

/** @param {Octave} octave @returns {Between} */
function betweenLevels({ width, height, levels }) {
  const steps = Array.from({ length: LEVELS - 1 }, (_, k) => taken(levels[k], levels[k + 1]));
  return { width, height, steps };
}

/** What there is more. @param {Uint16Array} less @param {Uint16Array} more */
function taken(less, more) {
  const step = new Int16Array(more.length);
  for (let at = 0; at < step.length; at++) step[at] = more[at] - less[at];
  return step;
}

/** @param {Between} between @param {number} octave @param {number} step @param {Point[]} points */
function lookThrough(between, octave, step, points) {
  const { width, height, steps } = between;
  const here = steps[step];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, at = y * width + 1; x < width - 1 && points.length < MOST_POINTS; x++, at++) {
      if ((here[at] < FIRST_LOW && here[at] > -FIRST_LOW) || !isPeak(between, step, at)) continue;
      const point = refined(between, octave, step, x, y);
      if (point) points.push(point);
    }
  }
}

/** Whether a value lies beyond all its 26 neighbours in the picture and in scale, on its side of zero. @param {Between} between @param {number} step @param {number} at */
function isPeak({ width, steps }, step, at) {
  const here = steps[step];
  const sign = here[at] > 0 ? 1 : -1;
  const own = sign * here[at];
  if (sign * here[at - 1] >= own || sign * here[at + 1] >= own) return false;
  for (let level = step - 1; level <= step + 1; level++) {
    const near = steps[level];
    for (let row = at - width; row <= at + width; row += width) {
      if (row === at && level === step) continue;
      if (sign * near[row - 1] >= own || sign * near[row] >= own || sign * near[row + 1] >= own) return false;
    }
  }
  return true;
}

/** @param {Between} between @param {number} step @param {number} at @returns {Slopes} */
function slopesAt({ width: w, steps }, step, at) {
  const [a, b, c] = [steps[step - 1], steps[step], steps[step + 1]];
  return {
    value: b[at],
    x: (b[at + 1] - b[at - 1]) / 2,
    y: (b[at + w] - b[at - w]) / 2,
    s: (c[at] - a[at]) / 2,
    xx: b[at + 1] + b[at - 1] - 2 * b[at],
    yy: b[at + w] + b[at - w] - 2 * b[at],
    ss: c[at] + a[at] - 2 * b[at],
    xy: (b[at + w + 1] - b[at + w - 1] - b[at - w + 1] + b[at - w - 1]) / 4,
    xs: (c[at + 1] - c[at - 1] - a[at + 1] + a[at - 1]) / 4,
    ys: (c[at + w] - c[at - w] - a[at + w] + a[at - w]) / 4,
  };
}

/** Where the parabola through the values has its top, relative to the middle one; null when it has none. @param {Slopes} d */
function top(d) {
  const [a, b, c] = [d.yy * d.ss - d.ys * d.ys, d.xy * d.ss - d.ys * d.xs, d.xy * d.ys - d.yy * d.xs];
  const det = d.xx * a - d.xy * b + d.xs * c;
  if (Math.abs(det) < 1e-6) return null;
  return {
    x: -(a * d.x - b * d.y + c * d.s) / det,
    y: -(-b * d.x + (d.xx * d.ss - d.xs * d.xs) * d.y - (d.xx * d.ys - d.xy * d.xs) * d.s) / det,
    s: -(c * d.x - (d.xx * d.ys - d.xs * d.xy) * d.y + (d.xx * d.yy - d.xy * d.xy) * d.s) / det,
  };
}

/** @param {Slopes} d */
function isOnAnEdge(d) {
  const [both, det] = [d.xx + d.yy, d.xx * d.yy - d.xy * d.xy];
  return det <= 0 || both * both * EDGE >= (EDGE + 1) * (EDGE + 1) * det;
}

/** 2 to the power of x by the series, so that it is the same on every machine. @param {number} x */
function powerOfTwo(x) {
  const whole = Math.floor(x);
  const rest = (x - whole) * 0.6931471805599453;
  let total = 1;
  for (let k = 12; k > 0; k--) total = 1 + (total * rest) / k;
  return total * 2 ** whole;
}

/** @param {Slopes} d @param {{ x: number, y: number, s: number }} off @param {number} octave @param {number} step @param {number} x @param {number} y @returns {Point | null} */
function settled(d, off, octave, step, x, y) {
  const value = Math.abs(d.value + 0.5 * (d.x * off.x + d.y * off.y + d.s * off.s));
  if (value < LOW || isOnAnEdge(d)) return null;
  const best = step + off.s;
  const scale = FIRST_SCALE * powerOfTwo(best / STEPS);
  const worth = value * Math.sqrt(scale * 2 ** octave);
  return { octave, level: Math.max(0, Math.floor(best + 0.5)), x: x + off.x, y: y + off.y, scale, worth };
}

/** @param {number} off */
function stepOf(off) {
  return Number(off > 0.6) - Number(off < -0.6);
}

/** Move to where the top lies, a pixel or a level at a time, until it is less than 0.6 away. @param {Between} between @param {number} octave @param {number} step @param {number} x @param {number} y */
function refined(between, octave, step, x, y) {
  const { width, height } = between;
  for (let tries = 0; tries < TRIES; tries++) {
    const slopes = slopesAt(between, step, y * width + x);
    const off = top(slopes);
    if (!off || Math.max(Math.abs(off.x), Math.abs(off.y), Math.abs(off.s)) > 3) return null;
    const [right, down, up] = [stepOf(off.x), stepOf(off.y), stepOf(off.s)];
    if (!right && !down && !up) return settled(slopes, off, octave, step, x, y);
    [x, y, step] = [x + right, y + down, step + up];
    if (step < 1 || step > STEPS || x < 1 || y < 1 || x >= width - 1 || y >= height - 1) return null;
  }
  return null;
}

/** @param {number} at @param {number} octave @param {number} side */
function fieldAt(at, octave, side) {
  return Math.min(Math.max(Math.trunc((at * 2 ** octave * CELLS) / side), 0), CELLS - 1);
}

/** The best point of every field, then the next best of every field, and so on. @param {Point[]} points the best first @param {number} width @param {number} height @param {number} most */
function spread(points, width, height, most) {
  /** @type {Map<number, number>} */
  const had = new Map();
  const rounds = points.map((point, number) => {
    const field = fieldAt(point.y, point.octave, height) * CELLS + fieldAt(point.x, point.octave, width);
    const turn = had.get(field) ?? 0;
    had.set(field, turn + 1);
    return { turn, number };
  });
  rounds.sort((a, b) => a.turn - b.turn || a.number - b.number);
  return rounds.slice(0, most).map(({ number }) => points[number]);
}
