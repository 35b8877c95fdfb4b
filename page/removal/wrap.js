/** Breaks running words into lines as Python's `textwrap.wrap` does, without breaking a word or a hyphen. */

import { length, strip } from "./text.js";

const TAB = 8;

/**
 * Lines of at most `width` characters, later ones behind `rest`; a longer word stays whole. Never empty.
 * @param {string} words @param {number} width @param {string} [rest]
 */
export function wrapped(words, width, rest = "") {
  const chunks = expanded(words)
    .replace(/[\n\x0b\x0c\r]/g, " ")
    .split(/( +)/)
    .filter((chunk) => chunk !== "");
  /** @type {string[]} */
  const found = [];
  let at = 0;
  while (at < chunks.length) {
    const indent = found.length ? rest : "";
    if (found.length && isBlank(chunks[at])) at += 1;
    const end = reach(chunks, at, width - length(indent));
    const line = chunks.slice(at, end);
    if (line.length && isBlank(line[line.length - 1])) line.pop();
    if (line.length) found.push(indent + line.join(""));
    at = end;
  }
  return found.length ? found : [""];
}

/** Up to which chunk a line reaches; a first one that is too long stands alone. @param {string[]} chunks @param {number} from @param {number} width */
function reach(chunks, from, width) {
  let end = from;
  for (let used = 0; end < chunks.length && used + length(chunks[end]) <= width; end++) used += length(chunks[end]);
  return end === from && from < chunks.length ? from + 1 : end;
}

/** @param {string} chunk */
function isBlank(chunk) {
  return strip(chunk) === "";
}

/** Tabs become blanks up to the next eighth column. @param {string} words */
function expanded(words) {
  let column = 0;
  let out = "";
  for (const letter of words) {
    if (letter === "\t") {
      const blanks = TAB - (column % TAB);
      out += " ".repeat(blanks);
      column += blanks;
    } else {
      out += letter;
      column = letter === "\n" || letter === "\r" ? 0 : column + 1;
    }
  }
  return out;
}
