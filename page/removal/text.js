/**
 * Text as Python sees it: what is white space, where lines end, how long a text is, and what may stand in a request. Both
 * sides must cut and count alike, or a letter would differ.
 */

/** @typedef {"address" | "line" | "text"} Form */

export const ADDRESS_LIMIT = 4096;
export const LINE_LIMIT = 400;
export const TEXT_LIMIT = 5000;

const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const OUTER_SPACE = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "g");
const ANY_SPACE = new RegExp(`[${SPACE}]`);
const LINE_END = /\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]/;
const CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]/u;
const CARRIES_A_PICTURE = new RegExp(`^[${SPACE}]*(data|blob):`, "i");

/** @param {string} words */
export function strip(words) {
  return words.replace(OUTER_SPACE, "");
}

/** @param {string} words */
export function hasSpace(words) {
  return ANY_SPACE.test(words);
}

/** The lines of a text; none after a last line end. @param {string} words */
export function lines(words) {
  const found = words.split(LINE_END);
  if (found.at(-1) === "") found.pop();
  return found;
}

/** How many characters, as Unicode counts them. @param {string} words */
export function length(words) {
  let count = 0;
  for (const _ of words) count += 1;
  return count;
}

/** A part of a request cannot be as it is; `part` names it, `problem` says why. */
export class RequestBroken extends Error {
  /** @param {string} part @param {"too-long" | "cannot-be-sent" | "one-line" | "holds-a-picture" | "too-many" | "not-a-day" | "not-well-formed"} problem */
  constructor(part, problem) {
    super(`${part}: ${problem}`);
    this.name = "RequestBroken";
    this.part = part;
    this.problem = problem;
  }
}

/** @param {string} part @param {string} words @param {number} [limit] */
export function checkText(part, words, limit = TEXT_LIMIT) {
  if (length(words) > limit) throw new RequestBroken(part, "too-long");
  if (CONTROL.test(words)) throw new RequestBroken(part, "cannot-be-sent");
}

/** @param {string} part @param {string} words @param {number} [limit] */
export function checkLine(part, words, limit = LINE_LIMIT) {
  checkText(part, words, limit);
  if (/[\n\t]/.test(words)) throw new RequestBroken(part, "one-line");
}

/** @param {string} part @param {string} words */
export function checkAddress(part, words) {
  if (CARRIES_A_PICTURE.test(words)) throw new RequestBroken(part, "holds-a-picture");
  checkLine(part, words, ADDRESS_LIMIT);
}
