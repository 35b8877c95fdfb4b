/** From red, green and blue to brightness, as the reference weighs them; and a large picture brought down by blocks. */

/** @typedef {import("./pdq.js").Plane} Plane */

/**
 * Brightness of pixels with one channel (grey) or with three or four (red, green, blue, and one that is passed over).
 * @param {ArrayLike<number>} pixels @param {number} width @param {number} height @param {number} channels
 * @returns {Plane}
 */
export function brightness(pixels, width, height, channels) {
  const points = new Float32Array(width * height);
  for (let at = 0, from = 0; at < points.length; at++, from += channels) {
    points[at] = channels === 1 ? pixels[from] : weighed(pixels, from);
  }
  return { points, width, height };
}

/**
 * Weighed in double precision, rounded once when it is stored.
 * @param {ArrayLike<number>} pixels @param {number} from
 */
function weighed(pixels, from) {
  return pixels[from] * 0.299 + pixels[from + 1] * 0.587 + pixels[from + 2] * 0.114;
}

/**
 * Brightness of a strip of a picture, `by` times `by` pixels averaged to one. `whole` rounds to whole numbers, as a JPEG holds
 * them. Writes into `plane` from row `row` on.
 * @param {Uint8ClampedArray} strip red, green, blue and one more @param {number} width of the strip
 * @param {number} height of the strip @param {number} by @param {Plane} plane @param {number} row @param {boolean} whole
 */
export function reduceInto(strip, width, height, by, plane, row, whole) {
  for (let y = 0; y * by < height; y++) {
    const down = Math.min(by, height - y * by);
    for (let x = 0; x < plane.width; x++) {
      const across = Math.min(by, width - x * by);
      let total = 0;
      for (let j = 0; j < down; j++) {
        let from = ((y * by + j) * width + x * by) * 4;
        for (let i = 0; i < across; i++, from += 4) total += weighed(strip, from);
      }
      const mean = total / (down * across);
      plane.points[(row + y) * plane.width + x] = whole ? Math.round(mean) : mean;
    }
  }
}
