/**
 * A picture brought to one size and at growing blur: what `src/rescind/kernel/parts_blur.c` does, value for value. An octave
 * halves it; its six levels grow in blur by a third of an octave each. Brightness is counted in 128ths, in whole numbers of 16 bits.
 */

/** @typedef {import("./luma.js").Luma} Luma */
/** One size of the picture at its six levels. @typedef {{ width: number, height: number, levels: Uint16Array[] }} Octave */

export const STEPS = 3;
export const LEVELS = STEPS + 3;
const AREA = 196_608;
const SHORTEST = 32;
const SMALLEST_OCTAVE = 12;
const OCTAVES = 8;
const ONE = 128;
const single = Math.fround;

/** Halves of bell curves in 65536ths: the first blurs a picture as it comes to 1.6 pixels, the others one level to the next. */
const BELLS = [
  [17206, 13857, 7239, 2453, 539, 77],
  [21324, 15292, 5640, 1070, 104],
  [16928, 13728, 7323, 2570, 593, 90],
  [13440, 11780, 7929, 4099, 1628, 496, 116],
  [10664, 9815, 7649, 5047, 2821, 1335, 535, 182, 52],
  [8464, 8035, 6867, 5285, 3663, 2286, 1285, 651, 297, 122, 45],
];

/** The octaves of a picture, the largest first; none when a side would be too short. @param {Luma} luma @returns {Octave[]} */
export function octavesOf(luma) {
  const size = sizeOf(luma);
  if (!size) return [];
  let { width, height } = size;
  let first = blurred(shrunk(luma, width, height), width, height, BELLS[0]);
  /** @type {Octave[]} */
  const made = [];
  while (made.length < OCTAVES && Math.min(width, height) >= SMALLEST_OCTAVE) {
    const levels = [first];
    for (let level = 1; level < LEVELS; level++) levels.push(blurred(levels[level - 1], width, height, BELLS[level]));
    made.push({ width, height, levels });
    first = halved(levels[STEPS], width, height);
    [width, height] = [(width + 1) >> 1, (height + 1) >> 1];
  }
  return made;
}

/** The size at which a picture is looked at: so many pixels, but not enlarged more than twice. @param {Luma} luma */
function sizeOf({ width, height }) {
  const scale = Math.min(2, Math.sqrt(AREA / (width * height)));
  const [wide, high] = [width * scale + 0.5, height * scale + 0.5];
  return Math.min(wide, high) < SHORTEST ? null : { width: Math.trunc(wide), height: Math.trunc(high) };
}

/** For every pixel of the smaller side, which pixels of the larger take part and how much: a triangle as wide as a step. @param {number} length @param {number} wanted */
function planFor(length, wanted) {
  const step = length / wanted;
  const reach = Math.max(step, 1);
  return Array.from({ length: wanted }, (_, at) => {
    const middle = (at + 0.5) * step - 0.5;
    const first = Math.max(0, Math.floor(middle - reach) + 1);
    const last = Math.min(length - 1, Math.ceil(middle + reach) - 1);
    const shares = Array.from({ length: last - first + 1 }, (_, k) => 1 - Math.abs(first + k - middle) / reach);
    const total = shares.reduce((sum, share) => sum + share, 0);
    return { first, weights: Float32Array.from(shares, (share) => share / total) };
  });
}

/** The picture at another size. @param {Luma} luma @param {number} width @param {number} height */
function shrunk(luma, width, height) {
  const [down, across] = [planFor(luma.height, height), planFor(luma.width, width)];
  const made = new Uint16Array(width * height);
  const row = new Float32Array(luma.width);
  down.forEach(({ first, weights }, y) => {
    row.fill(0);
    weights.forEach((weight, k) => addRow(row, luma.points, (first + k) * luma.width, weight));
    across.forEach((one, x) => {
      let sum = single(0);
      for (let k = 0; k < one.weights.length; k++) sum = single(sum + single(row[one.first + k] * one.weights[k]));
      made[y * width + x] = single(single(sum * ONE) + 0.5);
    });
  });
  return made;
}

/** @param {Float32Array} sums @param {Uint8Array} points @param {number} from @param {number} weight */
function addRow(sums, points, from, weight) {
  for (let x = 0; x < sums.length; x++) sums[x] = single(sums[x] + single(weight * points[from + x]));
}

/** The level blurred down and across; each product keeps its upper 16 bits. @param {Uint16Array} level @param {number} width @param {number} height @param {number[]} bell */
function blurred(level, width, height, bell) {
  const reach = bell.length - 1;
  const made = new Uint16Array(level.length);
  const line = new Uint16Array(width + 2 * reach);
  for (let y = 0; y < height; y++) {
    blurDown(level, width, height, y, bell, line);
    line.fill(line[reach], 0, reach);
    line.fill(line[reach + width - 1], reach + width);
    blurAcross(line, made, y * width, width, bell);
  }
  return made;
}

/** One row of the level, blurred with the rows above and below, in the middle of `line`. @param {Uint16Array} level @param {number} width @param {number} height @param {number} y @param {number[]} bell @param {Uint16Array} line */
function blurDown(level, width, height, y, bell, line) {
  const reach = bell.length - 1;
  const row = y * width;
  for (let x = 0; x < width; x++) line[reach + x] = (level[row + x] * bell[0]) >>> 16;
  for (let k = 1; k <= reach; k++) {
    const [above, below, weight] = [Math.max(y - k, 0) * width, Math.min(y + k, height - 1) * width, bell[k]];
    for (let x = 0; x < width; x++) line[reach + x] += ((level[above + x] + level[below + x]) * weight) >>> 16;
  }
}

/** @param {Uint16Array} line with its ends repeated outside @param {Uint16Array} made @param {number} to @param {number} width @param {number[]} bell */
function blurAcross(line, made, to, width, bell) {
  const reach = bell.length - 1;
  for (let x = 0; x < width; x++) {
    const at = reach + x;
    let sum = (line[at] * bell[0]) >>> 16;
    for (let k = 1; k <= reach; k++) sum += ((line[at - k] + line[at + k]) * bell[k]) >>> 16;
    made[to + x] = sum;
  }
}

/** Every second pixel of every second row. @param {Uint16Array} level @param {number} width @param {number} height */
function halved(level, width, height) {
  const [wide, high] = [(width + 1) >> 1, (height + 1) >> 1];
  const made = new Uint16Array(wide * high);
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) made[y * wide + x] = level[2 * y * width + 2 * x];
  }
  return made;
}
