/** The header of AVIF and HEIC, which are boxes inside boxes (ISO 14496-12): the largest picture named, and whether it is turned. */

import { Unclear } from "./unclear.js";

/** @typedef {import("./bytes.js").Bytes} Bytes */
/** @typedef {import("./header.js").Header} Header */
/** @typedef {{ name: string, start: number, end: number }} Box */

/** Boxes that hold the boxes looked for, and how many bytes stand before those. */
const INSIDE = new Map([
  ["meta", 4],
  ["iprp", 0],
  ["ipco", 0],
]);

/** @param {Bytes} file @returns {Header} */
export function boxesHeader(file) {
  const notes = file.has(8, "avis") ? ["first-frame"] : [];
  let [width, height, sideways] = [0, 0, false];
  for (const box of boxes(file, 0, file.length)) {
    if (box.name === "ispe" && file.long(box.start + 4) * file.long(box.start + 8) > width * height) {
      [width, height] = [file.long(box.start + 4), file.long(box.start + 8)];
    }
    if (box.name === "irot") {
      notes.push("turned-by-exif");
      sideways = (file.byte(box.start) & 1) === 1;
    }
  }
  if (!width) throw new Unclear("corrupt");
  return { width, height, notes, sideways };
}

/**
 * Every box of a stretch, and of the boxes in INSIDE. A box past the end of the file means that it is cut off.
 * @param {Bytes} file @param {number} from @param {number} to
 * @returns {Generator<Box>}
 */
function* boxes(file, from, to) {
  for (let at = from; at + 8 <= to; ) {
    const { start, end, name } = box(file, at, to);
    yield { name, start, end };
    const before = INSIDE.get(name);
    if (before !== undefined) yield* boxes(file, start + before, end);
    at = end;
  }
}

/** @param {Bytes} file @param {number} at @param {number} to @returns {Box} */
function box(file, at, to) {
  const name = file.name(at + 4, 4);
  const said = file.long(at);
  const long = said === 1;
  const length = long ? file.long(at + 8) * 2 ** 32 + file.long(at + 12) : said || to - at;
  if (length < (long ? 16 : 8)) throw new Unclear("corrupt");
  if (at + length > to) throw new Unclear("truncated");
  return { name, start: at + (long ? 16 : 8), end: at + length };
}
