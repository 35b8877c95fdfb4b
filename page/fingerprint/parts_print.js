/**
 * Which way a point's window is turned, and the print of what it shows: what `src/rescind/kernel/parts_print.c` does, number for
 * number. The print says how brightness runs in 4 by 4 fields of the window, to each of eight sides; these 128 numbers are
 * compared by fixed sums and differences, and each of the 256 bits says which way one comparison went.
 */

/** @typedef {import("./parts_blur.js").Octave} Octave */
/** @typedef {import("./parts_points.js").Point} Point */

const single = Math.fround;
const RAYS = 36;
const ARM = 7;
const ROUND = 52;
const SECOND = 0.85;
const ARM_SCALES = 4.5;
const WINDOW_SCALES = 12;
const SIDES = 8;
const FIELDS = 4;
const SAMPLES = 16;
const EDGED = SAMPLES + 2;
const NUMBERS = FIELDS * FIELDS * SIDES;
const TURN = 6.283185307179586;
const HIGHEST = single(0.2);
const ROOT_OF_TWO = single(1.41421356);

/** The angle whose tangent is z, for z from 0 to 1, in turns: z times a polynomial in its square. */
const ATAN = Float32Array.of(0.159151763, -0.0529498085, 0.0308781862, -0.0187289622, 0.00860425923, -0.00195619627);

/** Bell curves: by the square of the distance in arm steps, in 65536ths; by half the window, in 4096ths. */
const BELL_ROUND = [
  ...[65536, 62598, 59792, 57112, 54552, 52107, 49771, 47540, 45409, 43374, 41429, 39572, 37798, 36104],
  ...[34486, 32940, 31463, 30053, 28706, 27419, 26190, 25016, 23895, 22824, 21801, 20823, 19890, 18998],
  ...[18147, 17333, 16556, 15814, 15105, 14428, 13781, 13164, 12574, 12010, 11472, 10957, 10466, 9997],
  ...[9549, 9121, 8712, 8322, 7949, 7592, 7252, 6927, 6616, 6320, 6037],
];
const BELL_WINDOW = [2639, 2944, 3234, 3497, 3722, 3901, 4025, 4088, 4088, 4025, 3901, 3722, 3497, 3234, 2944, 2639].map((one) => one / 4096);

/** A pixel of a level, or the nearest to a place outside. @param {Octave} octave @param {number} level @param {number} x @param {number} y */
function pixel({ width, height, levels }, level, x, y) {
  const [right, down] = [x < 0 ? 0 : x >= width ? width - 1 : x, y < 0 ? 0 : y >= height ? height - 1 : y];
  return levels[level][down * width + right];
}

/** The one or two directions, in turns of 0 to 1, in which most brightness runs around the point. @param {Octave} octave @param {Point} point @returns {number[]} */
export function directionsOf(octave, point) {
  const rays = smoothed(smoothed(raysOf(octave, point)));
  const most = Math.max(...rays);
  /** @type {{ own: number, turn: number }[]} */
  const found = [];
  rays.forEach((own, ray) => {
    const [before, after] = [rays[(ray + RAYS - 1) % RAYS], rays[(ray + 1) % RAYS]];
    if (own > before && own >= after && own >= SECOND * most) found.push({ own, turn: rayTurn(before, own, after, ray) });
  });
  return found.sort((a, b) => b.own - a.own).slice(0, 2).map(({ turn }) => turn);
}

/** How much brightness runs along each ray, added one arm after the other. @param {Octave} octave @param {Point} point */
function raysOf(octave, point) {
  const { level } = point;
  const step = (point.scale * ARM_SCALES) / ARM;
  const sums = new Float32Array(RAYS);
  for (let j = -ARM; j <= ARM; j++) {
    const y = Math.floor(point.y + j * step + 0.5);
    for (let i = -ARM; i <= ARM; i++) {
      if (i * i + j * j > ROUND) continue;
      const x = Math.floor(point.x + i * step + 0.5);
      const across = pixel(octave, level, x + 1, y) - pixel(octave, level, x - 1, y);
      const down = pixel(octave, level, x, y + 1) - pixel(octave, level, x, y - 1);
      const squares = single(single(across * across) + single(down * down));
      const length = single(single(Math.sqrt(squares)) * BELL_ROUND[i * i + j * j]);
      const ray = single(single(turnOf(across, down) * RAYS) + 0.5);
      const whole = Math.trunc(ray);
      const part = single(ray - whole);
      sums[(whole + RAYS - 1) % RAYS] += single(length * single(1 - part));
      sums[whole % RAYS] += single(length * part);
    }
  }
  return Array.from(sums);
}

/** The angle of a direction in turns, 0 to 1, right to a millionth. @param {number} x @param {number} y */
function turnOf(x, y) {
  const [wide, high] = [Math.abs(x), Math.abs(y)];
  const more = Math.max(wide, high);
  const z = single(Math.min(wide, high) / (more > 0 ? more : 1));
  const square = single(z * z);
  let turn = ATAN[5];
  for (let k = 4; k >= 0; k--) turn = single(ATAN[k] + single(square * turn));
  turn = single(z * turn);
  if (!(high < wide)) turn = single(0.25 - turn);
  if (x < 0) turn = single(0.5 - turn);
  return y < 0 ? single(1 - turn) : turn;
}

/** @param {number[]} rays */
function smoothed(rays) {
  return rays.map((own, i) => (rays[(i + RAYS - 1) % RAYS] + 2 * own + rays[(i + 1) % RAYS]) / 4);
}

/** Where the parabola through a ray and its neighbours has its top, in turns. @param {number} before @param {number} own @param {number} after @param {number} ray */
function rayTurn(before, own, after, ray) {
  const turn = (ray + 0.5 + (0.5 * (before - after)) / (before - 2 * own + after)) / RAYS;
  return turn < 0 ? turn + 1 : turn < 1 ? turn : turn - 1;
}

/** Cosine and sine of an angle in turns, by their series around the nearest quarter. @param {number} turn */
function sidesOf(turn) {
  const quarter = Math.floor(turn * 4 + 0.5);
  const angle = (turn - quarter / 4) * TURN;
  const square = angle * angle;
  let [c, s] = [1, 1];
  for (let k = 12; k > 0; k -= 2) {
    c = 1 - (c * square) / (k * (k - 1));
    s = 1 - (s * square) / (k * (k + 1));
  }
  s *= angle;
  return [[c, s], [-s, c], [-c, -s], [s, -c]][quarter & 3];
}

/** The print of the window around the point; all zero when nothing is to be seen in it. @param {Octave} octave @param {Point} point @param {number} turn */
export function printOf(octave, point, turn) {
  const numbers = runsOf(windowOf(octave, point, turn));
  const bits = new Uint8Array(32);
  if (!levelOut(numbers)) return bits;
  writeBits(compared(numbers), bits, 0);
  writeBits(compared(Float32Array.from(ORDER, (from, at) => numbers[from] * SIGNS[at])), bits, 16);
  return bits;
}

/** The window, upright in its own direction, with one row and column more on each side. @param {Octave} octave @param {Point} point @param {number} turn */
function windowOf(octave, point, turn) {
  const step = (point.scale * WINDOW_SCALES) / SAMPLES;
  const [cosine, sine] = sidesOf(turn).map((side) => side * step);
  const [right, down] = [single(cosine), single(sine)];
  const made = new Float32Array(EDGED * EDGED);
  for (let j = 0; j < EDGED; j++) {
    const v = j - (EDGED - 1) / 2;
    const [x, y] = [single(point.x - sine * v), single(point.y + cosine * v)];
    for (let i = 0; i < EDGED; i++) {
      const u = i - (EDGED - 1) / 2;
      made[j * EDGED + i] = between(octave, point.level, single(x + single(right * u)), single(y + single(down * u)));
    }
  }
  return made;
}

/** The brightness between four pixels. @param {Octave} octave @param {number} level @param {number} x @param {number} y */
function between(octave, level, x, y) {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, down] = [single(x - left), single(y - top)];
  const [a, b] = [pixel(octave, level, left, top), pixel(octave, level, left + 1, top)];
  const [c, d] = [pixel(octave, level, left, top + 1), pixel(octave, level, left + 1, top + 1)];
  const upper = single(a + single(right * (b - a)));
  const lower = single(c + single(right * (d - c)));
  return single(upper + single(down * single(lower - upper)));
}

/** For each sample of a row the fields it counts for, and how much. */
const SHARES = BELL_WINDOW.map((bell, at) => {
  const first = Math.floor((at + 2) / FIELDS) - 1;
  const share = single(1 - (((at + 2) % FIELDS) * 2 + 1) / (2 * FIELDS));
  const both = [
    { field: first, weight: single(bell * share) },
    { field: first + 1, weight: single(bell * single(1 - share)) },
  ];
  return both.filter(({ field }) => field >= 0 && field < FIELDS);
});

/** How much brightness runs to each side in each field: rows, columns, sides. @param {Float32Array} window */
function runsOf(window) {
  const numbers = new Float32Array(NUMBERS);
  for (let j = 0; j < SAMPLES; j++) {
    const row = new Float32Array(FIELDS * SIDES);
    for (let i = 0; i < SAMPLES; i++) addRun(window, i, j, row);
    for (const { field, weight } of SHARES[j]) {
      const to = field * FIELDS * SIDES;
      for (let at = 0; at < row.length; at++) numbers[to + at] = single(numbers[to + at] + single(weight * row[at]));
    }
  }
  return numbers;
}

/** What a sample adds: to one of the sides it runs along, and to one of the slanted ones. @param {Float32Array} window @param {number} i @param {number} j @param {Float32Array} row */
function addRun(window, i, j, row) {
  const at = (j + 1) * EDGED + i + 1;
  const right = single(window[at + 1] - window[at - 1]);
  const down = single(window[at + EDGED] - window[at - EDGED]);
  const [wide, high] = [Math.abs(right), Math.abs(down)];
  const [left, up] = [right > 0 ? 0 : 1, down > 0 ? 0 : 1];
  const straight = wide >= high ? 4 * left : 2 + 4 * up;
  const slanted = up ? 7 - 2 * left : 1 + 2 * left;
  const [along, aslant] = [single(Math.abs(single(wide - high))), single(Math.min(wide, high) * ROOT_OF_TWO)];
  for (const { field, weight } of SHARES[i]) {
    row[field * SIDES + straight] = single(row[field * SIDES + straight] + single(weight * along));
    row[field * SIDES + slanted] = single(row[field * SIDES + slanted] + single(weight * aslant));
  }
}

/** Eight sums side by side, then those. @param {Float32Array} numbers */
function sumOf(numbers) {
  const part = new Float32Array(8);
  numbers.forEach((number, at) => (part[at & 7] += number));
  const [a, b, c, d, e, f, g, h] = part;
  return single(single(single(a + e) + single(b + f)) + single(single(c + g) + single(d + h)));
}

/** Make every number the root of its share, none over a fifth, and all around zero; false when there are none. @param {Float32Array} numbers */
function levelOut(numbers) {
  const length = single(Math.sqrt(sumOf(numbers.map((one) => one * one))));
  if (!(length > 0)) return false;
  numbers.forEach((one, at) => (numbers[at] = Math.sqrt(Math.min(single(one / length), HIGHEST))));
  const mean = single(sumOf(numbers) / NUMBERS);
  numbers.forEach((one, at) => (numbers[at] = one - mean));
  return true;
}

/** All sums and differences of a Hadamard matrix. @param {Float32Array} values */
function compared(values) {
  const half = NUMBERS / 2;
  for (let round = 0; round < 7; round++) {
    const next = new Float32Array(NUMBERS);
    for (let i = 0; i < half; i++) {
      next[2 * i] = values[i] + values[i + half];
      next[2 * i + 1] = values[i] - values[i + half];
    }
    values = next;
  }
  return values;
}

/** @param {Float32Array} values @param {Uint8Array} bits @param {number} from */
function writeBits(values, bits, from) {
  values.forEach((value, at) => {
    if (value > 0) bits[from + (at >> 3)] |= 1 << (at & 7);
  });
}

/** Another order of the numbers and other signs, drawn by a fixed rule (Fisher and Yates; the generator is the one of Numerical Recipes). */
const { order: ORDER, signs: SIGNS } = (() => {
  const order = Array.from({ length: NUMBERS }, (_, at) => at);
  let drawn = 12345;
  const draw = () => (drawn = (Math.imul(drawn, 1664525) + 1013904223) >>> 0);
  for (let i = NUMBERS - 1; i > 0; i--) {
    const j = (draw() >>> 8) % (i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return { order, signs: order.map(() => (draw() >>> 31 ? 1 : -1)) };
})();
