/**
 * Straight lines across a picture that may be the edges of another picture shown in it: what
 * `src/rescind/fingerprint/panels_lines.py` does, number for number. A line lies between two rows, or at either end; columns are
 * the rows of the transposed picture. Every step is rounded to single precision where NumPy rounds it.
 */

/** @typedef {import("./luma.js").Luma} Luma */

/** Brightness by which two rows must differ at a pixel to make a step there. */
export const STEP = 8;

/** Brightness by which neighbours must differ to be more than smooth; JPEG leaves flat ground below. */
export const ACTIVE = 2;

/** Share of a row's pixels that are not smooth, above which the row is not. */
export const ROUGH = 0.03;

const STRIPS = 12;
const MOST_LINES = 20;
const LEAST = Math.fround(0.12);
const DUE = 0.25;
const APART = 2;
const REACH = 5; // rows on each side that a line is compared with
const single = Math.fround;

/**
 * Of a picture: `steps` (strips by height + 1) and `active` (strips by height), the share of each strip's pixels that step across
 * a line or are not smooth in a row; `seen` (width by height) says which pixels are not smooth.
 * @typedef {{ strips: number, width: number, height: number, steps: Float32Array, active: Float32Array, seen: Uint8Array }} Marks
 */

/** The marks of a picture given transposed, so that its rows are summed fast. @param {Luma} turned @returns {Marks} */
export function marksOf({ points, width: height, height: width }) {
  const step = new Uint8Array(width * (height + 1));
  const seen = new Uint8Array(width * height);
  for (let x = 0; x < width; x++) {
    for (let y = 0, at = x * height; y < height; y++, at++) {
      const before = y > 0 ? Math.abs(points[at] - points[at - 1]) : 0;
      const beside = x > 0 ? Math.abs(points[at] - points[at - height]) : 0;
      if (before > STEP) step[x * (height + 1) + y] = 1;
      if (before > ACTIVE || beside > ACTIVE) seen[at] = 1;
    }
  }
  const strips = Math.min(STRIPS, width);
  return { strips, width, height, steps: byStrip(step, strips, width, height + 1), active: byStrip(seen, strips, width, height), seen };
}

/** The share of marked pixels in each strip. @param {Uint8Array} marked @param {number} strips @param {number} rows @param {number} length */
function byStrip(marked, strips, rows, length) {
  const size = Math.floor(rows / strips);
  const shares = new Float32Array(strips * length);
  for (let row = 0; row < strips * size; row++) {
    const to = Math.floor(row / size) * length;
    for (let at = 0; at < length; at++) shares[to + at] += marked[row * length + at];
  }
  return shares.map((count) => count / size);
}

/** The first row that is not smooth and the one after the last such; null when all are smooth. @param {Marks} marks @returns {[number, number] | null} */
export function smoothEnds({ active, strips, height }) {
  let [first, last] = [-1, -1];
  for (let row = 0; row < height; row++) {
    let sum = single(0);
    for (let strip = 0; strip < strips; strip++) sum = single(sum + active[strip * height + row]);
    if (!(single(sum / strips) > single(ROUGH))) continue;
    if (first < 0) first = row;
    last = row;
  }
  return first < 0 ? null : [first, last + 1];
}

/** The likeliest lines, ascending: both ends, the certain ones, and some more. @param {Marks} marks @param {number[]} certain */
export function linesOf(marks, certain) {
  const { height } = marks;
  const likely = likelyOf(marks);
  likely.fill(0, 0, REACH);
  likely.fill(0, Math.max(0, likely.length - REACH));
  const taken = [0, height, ...certain];
  const leaveOut = (/** @type {number} */ line) => likely.fill(0, Math.max(0, line - APART), line + APART + 1);
  certain.forEach(leaveOut);
  for (let count = 0; count < MOST_LINES; count++) {
    const line = placeOfMost(likely);
    if (likely[line] <= LEAST) break;
    taken.push(line);
    leaveOut(line);
  }
  return [...new Set(taken)].sort((a, b) => a - b);
}

/** Where the largest value stands first; a value that is no number counts as the largest, as in NumPy. @param {Float32Array} values */
export function placeOfMost(values) {
  let best = 0;
  for (let at = 0; at < values.length; at++) {
    if (Number.isNaN(values[at])) return at;
    if (values[at] > values[best]) best = at;
  }
  return best;
}

/** For each line how much of it stands out, as the sum over the best run of strips. @param {Marks} marks */
function likelyOf({ steps, active, strips, height }) {
  const length = height + 1;
  const run = new Float32Array(length);
  const best = new Float32Array(length);
  for (let strip = 0; strip < strips; strip++) {
    const more = moreSteps(steps.subarray(strip * length, (strip + 1) * length));
    const other = otherGround(active.subarray(strip * height, (strip + 1) * height));
    for (let at = 0; at < length; at++) {
      const ground = single(single(0.8) * other[at]);
      const both = single(single(0.2) * Math.min(more[at], other[at]));
      const evidence = single(single(Math.max(more[at], ground) + both) - DUE);
      run[at] = Math.max(single(run[at] + evidence), 0);
      best[at] = Math.max(best[at], run[at]);
    }
  }
  return best;
}

/** The steps of each line beyond those of the quieter of the lines before and after. @param {Float32Array} steps */
function moreSteps(steps) {
  const at = (/** @type {number} */ place) => (place < 0 || place >= steps.length ? 0 : steps[place]);
  return steps.map((own, line) => {
    const before = single(at(line - 3) + at(line - 2));
    const after = single(at(line + 2) + at(line + 3));
    return single(own - single(0.5 * Math.min(before, after)));
  });
}

/** For each line how much more goes on in the five rows on one side than on the other. @param {Float32Array} active */
function otherGround(active) {
  const rows = active.length;
  const sums = new Float32Array(rows + 1);
  for (let row = 0; row < rows; row++) sums[row + 1] = sums[row] + active[row];
  return sums.map((own, line) => {
    const [before, after] = [sums[Math.max(line - REACH, 0)], sums[Math.min(line + REACH, rows)]];
    return single(Math.abs(single(single(after - single(2 * own)) + before)) / 5);
  });
}

/**
 * Along each line, counted from its start: pixels with a step here, four rows before and four after, and pixels that are not
 * smooth just before and just after (each lines by length = width + 1).
 * @typedef {{ length: number, here: Float32Array, earlier: Float32Array, later: Float32Array, before: Float32Array, after: Float32Array }} Along
 */

/** @param {Luma} luma @param {Uint8Array} seen transposed, as in Marks @param {number[]} lines @returns {Along} */
export function along(luma, seen, lines) {
  const { points, width, height } = luma;
  const stepsAt = (/** @type {number} */ row, /** @type {number} */ x) =>
    row > 0 && row < height && Math.abs(points[row * width + x] - points[(row - 1) * width + x]) > STEP;
  const near = (/** @type {number} */ place) => (/** @type {number} */ x) =>
    [-1, 0, 1].some((move) => stepsAt(Math.min(Math.max(place + move, 0), height), x));
  const lively = (/** @type {number} */ line, /** @type {number[]} */ moves) => {
    const rows = moves.map((move) => Math.min(Math.max(line + move, 0), height - 1));
    return (/** @type {number} */ x) => rows.some((row) => seen[x * height + row] === 1);
  };
  const none = () => false;
  const [first, last] = [(/** @type {number} */ line) => line < REACH, (/** @type {number} */ line) => line > height - REACH];
  return {
    length: width + 1,
    here: counted(lines, width, (line) => near(line)),
    earlier: counted(lines, width, (line) => near(first(line) ? line + 4 : line - 4)),
    later: counted(lines, width, (line) => near(last(line) ? line - 4 : line + 4)),
    before: counted(lines, width, (line) => (first(line) ? none : lively(line, [-2, -3, -4]))),
    after: counted(lines, width, (line) => (last(line) ? none : lively(line, [1, 2, 3]))),
  };
}

/** How many are marked before each place, line by line. @param {number[]} lines @param {number} width @param {(line: number) => (x: number) => boolean} marked */
function counted(lines, width, marked) {
  const sums = new Float32Array(lines.length * (width + 1));
  lines.forEach((line, row) => {
    const isMarked = marked(line);
    const from = row * (width + 1);
    for (let x = 0; x < width; x++) sums[from + x + 1] = sums[from + x] + Number(isMarked(x));
  });
  return sums;
}
