/** A letter as plain text: short lines, each address whole and at the end of its line so that it can be copied. */

import { length } from "./text.js";
import { wrapped } from "./wrap.js";

/** @typedef {import("./letter.js").Letter} Letter */
/** @typedef {import("./letter_marks.js").Block} Block */

/** Characters a line, so that two levels of quoting still fit the 78 that mail asks for. */
export const WIDTH = 74;

/** The letter with line feeds between its lines and at the end. @param {Letter} letter */
export function asText(letter) {
  const parts = [underlined(letter.title, "="), ...facts(letter.facts), ...letter.blocks.map(written)];
  return `${parts.join("\n\n")}\n`;
}

/** @param {import("./letter.js").Fact[]} rows */
function facts(rows) {
  const told = rows.flatMap((row) => wrapped(`${row.name}: ${row.lines.join("; ")}`, WIDTH, "  "));
  return told.length ? [told.join("\n")] : [];
}

/** @param {Block} block @returns {string} */
function written(block) {
  switch (block.kind) {
    case "heading":
      return [underlined(block.words, "-"), ...(block.cited ? wrapped(`(${block.cited})`, WIDTH) : [])].join("\n");
    case "paragraph":
      return wrapped(block.words, WIDTH).join("\n");
    case "spots":
      return block.spots.map((each, at) => spot(at + 1, each)).join("\n\n");
    case "signature":
      return [block.name, ...block.lines.flatMap((line) => wrapped(line, WIDTH))].join("\n");
  }
}

/** @param {number} number @param {import("./letter_marks.js").Spot} it */
function spot(number, it) {
  const mark = `${number}. `;
  const told = listed(it, mark.length);
  if (it.label) told.push(`${it.label}:`);
  it.items.forEach((each, at) => {
    const name = `${itemName(number, at + 1)}. `;
    told.push(...behind(name, listed(each, mark.length + name.length)));
  });
  return behind(mark, told).join("\n");
}

/** The name of an item on a page: 3a, 3b, … 3z, 3aa. @param {number} number @param {number} count from 1 */
export function itemName(number, count) {
  let letters = "";
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  }
  return `${number}${letters}`;
}

/** @param {import("./letter_marks.js").Item} item @param {number} indent */
function listed({ addresses, remarks }, indent) {
  const whole = addresses.map((each) => (each.label ? `${each.label}: ${each.words}` : each.words));
  return [...whole, ...remarks.flatMap((remark) => wrapped(remark, WIDTH - indent))];
}

/** The lines with the mark before the first and as much room before the others. @param {string} mark @param {string[]} told */
function behind(mark, told) {
  return (told.length ? told : [""]).map((line, at) => (at === 0 ? mark : " ".repeat(mark.length)) + line);
}

/** @param {string} words @param {string} stroke */
function underlined(words, stroke) {
  const told = wrapped(words, WIDTH);
  return [...told, stroke.repeat(Math.max(...told.map(length)))].join("\n");
}
