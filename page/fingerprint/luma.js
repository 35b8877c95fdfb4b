/**
 * Luma in whole numbers, as the prints that find edited copies are made from: reduced by a whole number and weighed exactly as
 * Pillow does it (`reduce` and `convert("L")`), which Python's program uses.
 */

/**
 * One byte a pixel, row by row.
 * @typedef {{ points: Uint8Array, width: number, height: number }} Luma
 */

/** Pixels; a picture is reduced for as long as its short side stays at least this long. */
const SHORT_SIDE = 512;

/** By how much a picture is reduced before its prints are made. @param {number} width @param {number} height */
export function lumaReduction(width, height) {
  return Math.max(1, Math.floor(Math.min(width, height) / SHORT_SIDE));
}

/** A picture with nothing in it, of the size that another has when it is reduced. @param {number} width @param {number} height @param {number} by @returns {Luma} */
export function emptyLuma(width, height, by) {
  const [wide, high] = [Math.ceil(width / by), Math.ceil(height / by)];
  return { points: new Uint8Array(wide * high), width: wide, height: high };
}

/**
 * The mean of so many whole numbers from their sum, rounded as Pillow rounds: with a factor in 2^24ths that is cut off.
 * @param {number} sum @param {number} count
 */
function mean(sum, count) {
  return Math.floor(((sum + (count >> 1)) * Math.floor(2 ** 32 / (count * 256))) / 2 ** 24);
}

/**
 * Luma reduced; blocks at the right and lower edge may be narrower.
 * @param {Luma} luma @param {number} by
 * @returns {Luma}
 */
export function reducedLuma(luma, by) {
  if (by === 1) return luma;
  const made = emptyLuma(luma.width, luma.height, by);
  for (let y = 0; y < made.height; y++) {
    const down = Math.min(by, luma.height - y * by);
    for (let x = 0; x < made.width; x++) {
      const across = Math.min(by, luma.width - x * by);
      let sum = 0;
      for (let j = 0; j < down; j++) {
        let from = (y * by + j) * luma.width + x * by;
        for (let i = 0; i < across; i++, from++) sum += luma.points[from];
      }
      made.points[y * made.width + x] = mean(sum, down * across);
    }
  }
  return made;
}

/**
 * Luma of a strip of a picture in colour: each colour reduced by itself, then weighed. Writes into `luma` from row `row` on.
 * @param {ArrayLike<number>} strip @param {number} channels 3, or 4 of which the last is passed over
 * @param {number} width of the strip @param {number} height of the strip @param {number} by @param {Luma} luma @param {number} row
 */
export function lumaInto(strip, channels, width, height, by, luma, row) {
  for (let y = 0; y * by < height; y++) {
    const down = Math.min(by, height - y * by);
    for (let x = 0; x < luma.width; x++) {
      const across = Math.min(by, width - x * by);
      let [red, green, blue] = [0, 0, 0];
      for (let j = 0; j < down; j++) {
        let from = ((y * by + j) * width + x * by) * channels;
        for (let i = 0; i < across; i++, from += channels) {
          red += strip[from];
          green += strip[from + 1];
          blue += strip[from + 2];
        }
      }
      const count = down * across;
      luma.points[(row + y) * luma.width + x] =
        count === 1 ? weighed(red, green, blue) : weighed(mean(red, count), mean(green, count), mean(blue, count));
    }
  }
}

/** Luma of a colour in 65536ths, rounded. @param {number} red @param {number} green @param {number} blue */
function weighed(red, green, blue) {
  return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
}

/** The picture with rows and columns changed. @param {Luma} luma @returns {Luma} */
export function transposed({ points, width, height }) {
  const turned = new Uint8Array(points.length);
  for (let y = 0, from = 0; y < height; y++) {
    for (let x = 0; x < width; x++, from++) turned[x * height + y] = points[from];
  }
  return { points: turned, width: height, height: width };
}

/** A rectangle of it: left, top, right and bottom, the last two just outside. @param {Luma} luma @param {number[]} box @returns {Luma} */
export function cut(luma, [left, top, right, bottom]) {
  const [width, height] = [right - left, bottom - top];
  const points = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * luma.width + left;
    points.set(luma.points.subarray(from, from + width), y * width);
  }
  return { points, width, height };
}
