/** A letter as it is read on the screen: headings, paragraphs, and a numbered list of the places. What is sent is the plain text. */

import { make } from "../making.js";
import { itemName } from "../removal/letter_text.js";

/** @typedef {import("../removal/letter.js").Letter} Letter */
/** @typedef {import("../removal/letter_marks.js").Block} Block */
/** @typedef {import("../removal/letter_marks.js").Item} Item */
/** @typedef {import("../removal/letter_marks.js").Spot} Spot */

/** @param {Letter} letter @param {string} label */
export function letterShown(letter, label) {
  const facts = letter.facts.flatMap((fact) => [make("dt", {}, fact.name), ...fact.lines.map((line) => make("dd", {}, line))]);
  return make(
    "div",
    { class: "letter", lang: letter.language, dir: letter.direction, tabindex: "0", role: "region", "aria-label": label },
    make("p", { class: "letter-title" }, letter.title),
    make("dl", {}, ...facts),
    ...letter.blocks.flatMap(shown),
  );
}

/** @param {Block} block @returns {HTMLElement[]} */
function shown(block) {
  switch (block.kind) {
    case "heading":
      return [make("p", { class: "letter-heading" }, block.words, block.cited ? make("span", { class: "small" }, ` (${block.cited})`) : null)];
    case "paragraph":
      return [make("p", {}, block.words)];
    case "spots":
      return [make("ol", {}, ...block.spots.map((spot, at) => spotShown(spot, at + 1)))];
    case "signature":
      return [make("p", {}, block.name, ...block.lines.flatMap((line) => [make("br"), line]))];
  }
}

/** @param {Spot} spot @param {number} number */
function spotShown(spot, number) {
  const items = spot.items.map((item, at) => make("li", {}, `${itemName(number, at + 1)}. `, ...itemShown(item)));
  return make("li", {}, ...itemShown(spot), spot.label ? make("div", {}, `${spot.label}:`) : null, items.length ? make("ul", { class: "plain" }, ...items) : null);
}

/** @param {Item} item */
function itemShown({ addresses, remarks }) {
  const told = addresses.map(({ label, words }) => make("div", {}, label ? `${label}: ` : "", make("bdi", { class: "address" }, words)));
  return [...told, ...remarks.map((remark) => make("div", { dir: "auto" }, remark))];
}
