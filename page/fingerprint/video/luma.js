/**
 * From a decoded frame to its brightness alone, upright, reduced to what a fingerprint needs; to the last bit as
 * `rescind.fingerprint.video.luma` does it, given the same frame.
 */

import { turned } from "../turns.js";

/** @typedef {import("../pdq.js").Plane} Plane */
/**
 * Brightness as stored, row by row, `stride` bytes from one row to the next; `full` says whether black is 0 and not 16.
 * @typedef {{ bytes: Uint8Array, stride: number, width: number, height: number, full: boolean }} Luma
 */

const SHORT_SIDE = 256; // a fingerprint looks at 64 x 64 averages, so that more changes next to nothing
const ROWS = 9;
const COLUMNS = 16;

/** Black is stored as 16 and white as 235 (ITU-R BT.709, 4.6); a picture of it has 0 and 255. */
const FULL_RANGE = Uint8ClampedArray.from({ length: 256 }, (_, value) => Math.round(((value - 16) * 255) / 219));

/** 9 x 16 averages, along rows as stored: enough to see that the scene has changed. @param {Luma} luma */
export function thumbnail({ bytes, stride, width, height }) {
  const wide = Math.floor(width / COLUMNS);
  const [first, step] = [Math.floor(height / (2 * ROWS)), Math.max(1, Math.floor(height / ROWS))];
  const across = wide ? COLUMNS : 1;
  const averages = new Uint8Array(Math.ceil((height - first) / step) * across);
  for (let y = first, at = 0; y < height; y += step) {
    for (let x = 0; x < across; x++) averages[at++] = along(bytes, y * stride + x * wide, wide || 1);
  }
  return averages;
}

/** @param {Uint8Array} bytes @param {number} from @param {number} length */
function along(bytes, from, length) {
  let total = 0;
  for (let at = from; at < from + length; at++) total += bytes[at];
  return Math.floor(total / length);
}

/**
 * The upright brightness, reduced by the largest whole number that keeps the short side.
 * @param {Luma} luma @param {number} turn place in TURNS that holds the frame upright
 * @returns {Plane}
 */
export function reduced(luma, turn) {
  const by = Math.max(1, Math.floor(Math.min(luma.width, luma.height) / SHORT_SIDE));
  const [width, height] = [Math.ceil(luma.width / by), Math.ceil(luma.height / by)];
  const points = new Float32Array(width * height);
  const sums = new Uint32Array(width);
  for (let y = 0; y < height; y++) {
    const rows = addRows(luma, y * by, by, sums);
    for (let x = 0; x < width; x++) points[y * width + x] = mean(sums[x], rows * Math.min(by, luma.width - x * by));
  }
  if (!luma.full) for (let at = 0; at < points.length; at++) points[at] = FULL_RANGE[points[at]];
  return turned({ points, width, height }, turn);
}

/** The sums of some rows, `by` pixels to one; returns how many rows there were. @param {Luma} luma @param {number} top @param {number} by @param {Uint32Array} sums */
function addRows({ bytes, stride, width, height }, top, by, sums) {
  const bottom = Math.min(top + by, height);
  sums.fill(0);
  for (let y = top; y < bottom; y++) {
    for (let x = 0, from = y * stride, column = 0; x < width; column++) {
      let sum = 0;
      for (const end = Math.min(x + by, width); x < end; x++) sum += bytes[from++];
      sums[column] += sum;
    }
  }
  return bottom - top;
}

/** The rounded average, by the whole-numbered arithmetic of Pillow's `reduce`. @param {number} sum @param {number} count */
function mean(sum, count) {
  return ((sum + (count >> 1)) * Math.floor(2 ** 24 / count)) >>> 24;
}
