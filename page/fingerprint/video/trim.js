/**
 * Finds the picture within the frames of a video: without the bars or the padding around it, as `rescind.fingerprint.video.trim`
 * does. Several frames together say what one cannot: bars stay while the picture moves, and so does the edge of padding.
 */

/** @typedef {import("../pdq.js").Plane} Plane */
/** Left, top, right and bottom; right and bottom lie just outside. @typedef {[number, number, number, number]} Rectangle */
/** Brightness of each frame, at a line and at a point of it; lines are columns or rows. @typedef {{ frames: number, lines: number, points: number, at: (frame: number, line: number, point: number) => number }} Stack */

const BAR_SPREAD = 18; // steps of brightness within which a bar stays, but for what a codec does beside its edge
const FEW = 0.03; // share of a bar's pixels that may be anything
const POINTS_OF_LINE = 64;
const FRAMES_OF_PADDING = 4;
const LEAST_SIDE = 0.3; // of the frame's side that a picture within it has at least
const LEAST_CUT = 0.012; // of a side that must be cut off; less changes no fingerprint by much
const EDGE_STEP = 10; // mean step of brightness across the edge of padding
const EDGE_LENGTH = 0.55; // of its length that shows it

/** Where the picture lies in frames of one size; null when it fills them. @param {Plane[]} frames @returns {Rectangle | null} */
export function pictureWithin(frames) {
  const { width, height } = frames[0];
  const [left, right] = sides({ frames: frames.length, lines: width, points: height, at: (one, x, y) => frames[one].points[y * width + x] });
  const [top, bottom] = sides({ frames: frames.length, lines: height, points: right - left, at: (one, y, x) => frames[one].points[y * width + left + x] });
  const cut = Math.max((left + width - right) / width, (top + height - bottom) / height);
  const large = right - left >= LEAST_SIDE * width && bottom - top >= LEAST_SIDE * height;
  return large && cut >= LEAST_CUT ? [left, top, right, bottom] : null;
}

/** The same, each line's number counted from the other end. @param {Stack} stack @returns {Stack} */
function reversed(stack) {
  return { ...stack, at: (frame, line, point) => stack.at(frame, stack.lines - 1 - line, point) };
}

/** The first line of the picture, and the first behind it. @param {Stack} stack @returns {[number, number]} */
function sides(stack) {
  const { lines } = stack;
  let [first, last] = [flat(stack), lines - flat(reversed(stack))];
  if (first >= last) return [0, lines];
  if (first + lines - last < LEAST_CUT * lines) {
    const step = Math.max(1, Math.floor(stack.frames / FRAMES_OF_PADDING));
    const some = { ...stack, frames: Math.ceil(stack.frames / step), at: (/** @type {number} */ frame, /** @type {number} */ line, /** @type {number} */ point) => stack.at(frame * step, line, point) };
    [first, last] = [padding(some), lines - padding(reversed(some))];
  }
  return first < last ? [first, last] : [0, lines];
}

/** How many lines from the first on have one brightness, the same in all frames. @param {Stack} stack */
function flat(stack) {
  let middleOfFirst = 0;
  for (let line = 0; line < stack.lines; line++) {
    const [low, high] = spread(stack, line);
    const middle = Math.floor((low + high) / 2);
    if (line === 0) middleOfFirst = middle;
    if (high - low > BAR_SPREAD || Math.abs(middle - middleOfFirst) > BAR_SPREAD) return line;
  }
  return stack.lines;
}

/** How dark and how bright a line is, but for a few of its points; some points tell. @param {Stack} stack @param {number} line */
function spread({ frames, points, at }, line) {
  const step = Math.max(1, Math.floor(points / POINTS_OF_LINE));
  const ranked = new Uint8Array(frames * Math.ceil(points / step));
  for (let frame = 0, place = 0; frame < frames; frame++) {
    for (let point = 0; point < points; point += step) ranked[place++] = at(frame, line, point);
  }
  ranked.sort();
  const few = evenRound(ranked.length * FEW);
  return [ranked[few], ranked[ranked.length - 1 - few]];
}

/** The nearest whole number; of two that are as near, the even one, as Python rounds. @param {number} value */
export function evenRound(value) {
  const below = Math.floor(value);
  if (value - below === 0.5) return below + (below % 2);
  return Math.round(value);
}

/** How many lines from the first on are blurred padding, which ends at a straight edge. @param {Stack} stack */
function padding(stack) {
  const edges = edgesOf(stack);
  if (!edges.length) return 0;
  const detail = detailOf(stack);
  const edge = edges.find((one) => isSmoothBefore(detail, one));
  return edge === undefined ? 0 : edge + 1;
}

/** The lines of the first half that differ from the next along most of their length. @param {Stack} stack */
function edgesOf({ frames, lines, points, at }) {
  const edges = [];
  for (let line = 0; line < Math.floor(lines / 2); line++) {
    let shown = 0;
    for (let point = 0; point < points; point++) {
      let step = 0;
      for (let frame = 0; frame < frames; frame++) step += Math.abs(at(frame, line + 1, point) - at(frame, line, point));
      if (step / frames > EDGE_STEP) shown += 1;
    }
    if (shown / points > EDGE_LENGTH) edges.push(line);
  }
  return edges;
}

/** How much detail each line has: how far each point is from the line through its neighbours. @param {Stack} stack */
function detailOf({ frames, lines, points, at }) {
  return Array.from({ length: lines }, (_, line) => {
    let total = 0;
    for (let frame = 0; frame < frames; frame++) {
      for (let point = 0; point + 2 < points; point++) {
        total += Math.abs(at(frame, line, point + 2) - 2 * at(frame, line, point + 1) + at(frame, line, point));
      }
    }
    return total / (frames * (points - 2));
  });
}

/** Whether what lies before the edge has far less detail than what lies behind it. @param {number[]} detail of each line @param {number} edge */
function isSmoothBefore(detail, edge) {
  if (edge < 2) return false;
  const behind = detail.slice(edge + 2, 2 * edge + 4);
  return behind.length > 0 && mean(detail.slice(0, edge)) * 2.5 < mean(behind);
}

/** @param {number[]} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
