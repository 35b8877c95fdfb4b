/** Draws the made-up pictures of vectors/pdq-oracle.csv from the words of docs/formats/fingerprint.md. */

/** Numbers from 0 to 255: a xorshift of 32 bits, its top byte. */
function dice(seed) {
  let state = (Math.imul(seed, 2654435761) | 1) >>> 0;
  return () => {
    state = (state ^ (state << 13)) >>> 0;
    state = (state ^ (state >>> 17)) >>> 0;
    state = (state ^ (state << 5)) >>> 0;
    return state >>> 24;
  };
}

const whole = Math.floor;
const times = (count, make) => Array.from({ length: count }, (_, at) => make(at));

/** Gives a byte for row y, column x and channel c, asked for in that order. */
const KINDS = {
  noise: (roll) => () => roll(),
  flat: (roll, { channels }) => {
    const colour = times(channels, roll);
    return (y, x, c) => colour[c];
  },
  faint: (roll, { channels }) => {
    const colour = times(channels, roll);
    return (y, x, c) => (colour[c] + (roll() % 3)) % 256;
  },
  bilevel: (roll) => onePerPixel(() => (roll() >= 128 ? 255 : 0)),
  grey: (roll) => onePerPixel(roll),
  gradient: (roll, { channels }) => {
    const slopes = times(channels, () => [roll(), roll() % 16, roll() % 16]);
    return (y, x, c) => (slopes[c][0] + whole((slopes[c][1] * x + slopes[c][2] * y) / 4)) % 256;
  },
  ramp: (roll, { channels, width, height }) => {
    const slopes = times(channels, () => times(3, () => whole(roll() / 3)));
    return (y, x, c) => slopes[c][0] + whole((slopes[c][1] * x) / width) + whole((slopes[c][2] * y) / height);
  },
  tiles: (roll, { channels }) => {
    const side = 2 + (roll() % 30);
    const colours = times(8, () => times(channels, roll));
    return (y, x, c) => colours[(whole(x / side) * 3 + whole(y / side) * 5) % 8][c];
  },
  boxes: (roll, { channels, width, height }) => {
    const ground = times(channels, roll);
    const boxes = times(6, () => {
      const left = whole((roll() * width) / 256);
      const top = whole((roll() * height) / 256);
      const right = left + 1 + whole((roll() * width) / 512);
      const bottom = top + 1 + whole((roll() * height) / 512);
      return { left, top, right, bottom, paint: times(channels, roll) };
    });
    const under = (y, x) => (b) => b.left <= x && x < b.right && b.top <= y && y < b.bottom;
    return (y, x, c) => (boxes.findLast(under(y, x))?.paint ?? ground)[c];
  },
};

function onePerPixel(throwOne) {
  let value = 0;
  return (y, x, c) => {
    if (c === 0) value = throwOne();
    return value;
  };
}

/** The pixels of one made-up picture, row by row, channels innermost. */
export function draw({ seed, kind, width, height, channels }) {
  const byte = KINDS[kind](dice(seed), { width, height, channels });
  const pixels = new Uint8Array(width * height * channels);
  let at = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < channels; c++) pixels[at++] = byte(y, x, c);
    }
  }
  return pixels;
}

/** The rows of vectors/pdq-oracle.csv, numbers as numbers. */
export function rows(text) {
  const [head, ...lines] = text.split("\n").filter((line) => line && !line.startsWith("#"));
  const names = head.split(",");
  return lines.map((line) => {
    const row = Object.fromEntries(line.split(",").map((cell, at) => [names[at], cell]));
    for (const name of ["seed", "width", "height", "channels", "quality"]) row[name] = Number(row[name]);
    row.turns = TURN_COLUMNS.map((name) => row[name]);
    return row;
  });
}

const TURN_COLUMNS = times(8, (turn) => `turn_${turn}`);

export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
