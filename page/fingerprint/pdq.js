/**
 * PDQ from the brightness of pixels, bit for bit as `src/rescind/kernel/slow.py` and docs/formats/fingerprint.md define
 * it: every sum, product and quotient is rounded to single precision, in the same order.
 */

const SIDE = 64; // the picture is brought down to 64 by 64 points
const WAVES = 16; // the lowest 16 by 16 waves, the constant one left out
const SMALLEST_SIDE = 5;
const single = Math.fround;

/**
 * Brightness, row by row.
 * @typedef {{ points: Float32Array, width: number, height: number }} Plane
 */

/**
 * The fingerprint of a plane as it lies: 32 bytes, and its quality from 0 to 100. All zero under five pixels. `paper` is what
 * `paperFor` gives, so that eight turns share it.
 * @param {Plane} plane @param {Float32Array[]} [paper]
 * @returns {{ bits: Uint8Array, quality: number }}
 */
export function pdq(plane, paper = paperFor(plane)) {
  if (Math.min(plane.width, plane.height) < SMALLEST_SIDE) return { bits: new Uint8Array(32), quality: 0 };
  const points = shrunk(plane, paper);
  return { bits: bitsOf(wavesOf(points)), quality: qualityOf(points) };
}

/** Enough for the plane in every turn, and for the 64 columns or rows that are kept of a small one. @param {Plane} plane */
export function paperFor({ width, height }) {
  const length = Math.max(width, SIDE) * Math.max(height, SIDE);
  return [new Float32Array(length), new Float32Array(length)];
}

/**
 * The picture as 64 by 64 points: smoothed twice along rows and columns, then picked at the centres of a 64 by 64 grid.
 * @param {Plane} plane @param {Float32Array[]} paper
 * @returns {Float32Array}
 */
function shrunk({ points, width, height }, [one, other]) {
  if (width === SIDE && height === SIDE) return points;
  const across = windowFor(width);
  const down = windowFor(height);
  smoothRows(points, one, width, height, across);
  smoothColumns(one, other, width, height, down);
  smoothRows(other, one, width, height, across);
  const columns = picked(one, width, height);
  smoothColumns(columns, other, SIDE, height, down);
  return pickedRows(other, height);
}

/** How many pixels one smoothing averages: a 128th of the side, rounded up. @param {number} length */
function windowFor(length) {
  return Math.floor((length + 2 * SIDE - 1) / (2 * SIDE));
}

/** The 64 positions kept along a side: centres, not corners. @param {number} length */
function picks(length) {
  return Array.from({ length: SIDE }, (_, i) => Math.floor(((i + 0.5) * length) / SIDE));
}

/**
 * Each value replaced by the mean of the window around it in its row, narrower at the ends. One running sum serves the
 * whole row, a value is added before one is taken off, and the rounding of every step stays: that is the definition. Four
 * rows go side by side, because each step waits for the one before it.
 * @param {Float32Array} from @param {Float32Array} to @param {number} width @param {number} height @param {number} window
 */
function smoothRows(from, to, width, height, window) {
  const { ahead, behind } = reach(window);
  for (let row = 0; row < height; row += 4) {
    const [a, b, c, d] = [0, 1, 2, 3].map((more) => Math.min(row + more, height - 1) * width);
    let [sumA, sumB, sumC, sumD] = [single(0), single(0), single(0), single(0)];
    let count = 0;
    for (let at = -ahead; at < width; at++) {
      const comes = at + ahead;
      const goes = at - behind;
      if (comes < width) {
        sumA = single(sumA + from[a + comes]);
        sumB = single(sumB + from[b + comes]);
        sumC = single(sumC + from[c + comes]);
        sumD = single(sumD + from[d + comes]);
        count += 1;
      }
      if (goes >= 0) {
        sumA = single(sumA - from[a + goes]);
        sumB = single(sumB - from[b + goes]);
        sumC = single(sumC - from[c + goes]);
        sumD = single(sumD - from[d + goes]);
        count -= 1;
      }
      if (at < 0) continue;
      to[a + at] = single(sumA / count);
      to[b + at] = single(sumB / count);
      to[c + at] = single(sumC / count);
      to[d + at] = single(sumD / count);
    }
  }
}

/** How far the window of one place reaches. @param {number} window */
function reach(window) {
  const ahead = Math.floor((window + 2) / 2) - 1;
  return { ahead, behind: window - ahead };
}

/**
 * The same down the columns, all columns side by side.
 * @param {Float32Array} from @param {Float32Array} to @param {number} width @param {number} height @param {number} window
 */
function smoothColumns(from, to, width, height, window) {
  const { ahead, behind } = reach(window);
  const sums = new Float32Array(width);
  let count = 0;
  for (let at = -ahead; at < height; at++) {
    const [comes, goes] = [at + ahead < height, at - behind >= 0];
    count += Number(comes) - Number(goes);
    const [next, last, here] = [(at + ahead) * width, (at - behind) * width, at * width];
    if (comes && goes && at >= 0) {
      for (let x = 0; x < width; x++) {
        const sum = single(single(sums[x] + from[next + x]) - from[last + x]);
        sums[x] = sum;
        to[here + x] = single(sum / count);
      }
    } else {
      for (let x = 0; x < width; x++) {
        let sum = sums[x];
        if (comes) sum = single(sum + from[next + x]);
        if (goes) sum = single(sum - from[last + x]);
        sums[x] = sum;
        if (at >= 0) to[here + x] = single(sum / count);
      }
    }
  }
}

/** Only the 64 columns that are kept. @param {Float32Array} from @param {number} width @param {number} height */
function picked(from, width, height) {
  const columns = picks(width);
  const kept = new Float32Array(SIDE * height);
  for (let row = 0; row < height; row++) {
    for (let i = 0; i < SIDE; i++) kept[row * SIDE + i] = from[row * width + columns[i]];
  }
  return kept;
}

/** Only the 64 rows that are kept. @param {Float32Array} from @param {number} height */
function pickedRows(from, height) {
  const kept = new Float32Array(SIDE * SIDE);
  picks(height).forEach((row, i) => kept.set(from.subarray(row * SIDE, (row + 1) * SIDE), i * SIDE));
  return kept;
}

/**
 * How much there is to see, 0 to 100: steps between neighbours in hundredths of full brightness, cut to whole numbers.
 * @param {Float32Array} points
 */
export function qualityOf(points) {
  let steps = 0;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const here = points[y * SIDE + x];
      if (y + 1 < SIDE) steps += step(here, points[(y + 1) * SIDE + x]);
      if (x + 1 < SIDE) steps += step(here, points[y * SIDE + x + 1]);
    }
  }
  return Math.min(Math.floor(steps / 90), 100);
}

/** @param {number} here @param {number} there */
function step(here, there) {
  return Math.abs(Math.trunc(single(single(single(here - there) * 100) / 255)));
}

/** The 16 by 64 matrix of the cosine transform: factor and products single precision, the cosine double. */
const TABLE = (() => {
  const factor = single(Math.sqrt(2 / SIDE));
  const turn = Math.PI / 2 / SIDE;
  const table = new Float32Array(WAVES * SIDE);
  for (let i = 0; i < WAVES; i++) {
    for (let j = 0; j < SIDE; j++) table[i * SIDE + j] = single(factor * Math.cos(turn * (i + 1) * (2 * j + 1)));
  }
  return table;
})();

/**
 * How much of each of the 256 lowest waves is in the picture, row by row; products are summed from the first to the last.
 * @param {Float32Array} points
 */
export function wavesOf(points) {
  const half = new Float32Array(WAVES * SIDE);
  for (let i = 0; i < WAVES; i++) {
    for (let column = 0; column < SIDE; column++) {
      let total = single(0);
      for (let j = 0; j < SIDE; j++) total = single(total + single(TABLE[i * SIDE + j] * points[j * SIDE + column]));
      half[i * SIDE + column] = total;
    }
  }
  const waves = new Float32Array(WAVES * WAVES);
  for (let i = 0; i < WAVES; i++) {
    for (let k = 0; k < WAVES; k++) {
      let total = single(0);
      for (let j = 0; j < SIDE; j++) total = single(total + single(half[i * SIDE + j] * TABLE[k * SIDE + j]));
      waves[i * WAVES + k] = total;
    }
  }
  return waves;
}

/** One bit per wave: is it over the lower median? The last wave is the first bit. @param {Float32Array} waves */
export function bitsOf(waves) {
  const median = waves.slice().sort()[127];
  const bits = new Uint8Array(32);
  waves.forEach((wave, at) => {
    if (wave > median) bits[31 - (at >> 3)] |= 1 << (at & 7);
  });
  return bits;
}

/** In how many bits two fingerprints differ, 0 to 256. @param {Uint8Array} a @param {Uint8Array} b */
export function distance(a, b) {
  let bits = 0;
  for (let at = 0; at < a.length; at++) {
    for (let rest = a[at] ^ b[at]; rest; rest &= rest - 1) bits += 1;
  }
  return bits;
}
