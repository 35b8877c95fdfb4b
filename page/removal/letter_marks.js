/**
 * Turns a law's notice into the blocks of a letter. The template's lines are marked before it is filled, with Unicode
 * noncharacters that are taken out of every value first: a heading is one because the law says so, never because of what a
 * person wrote.
 */

import { lines, strip } from "./text.js";

/** @typedef {{ label: string, words: string }} Address */
/** @typedef {{ addresses: Address[], remarks: string[] }} Item */
/** @typedef {Item & { label: string, items: Item[] }} Spot */
/**
 * @typedef {{ kind: "heading", words: string, cited: string } | { kind: "paragraph", words: string }
 *   | { kind: "spots", spots: Spot[] } | { kind: "signature", name: string, lines: string[] }} Block
 */

const HEADING = "\ufdd0";
const SIGNED = "\ufdd1";
const ADDRESS = "\ufdd2";
const NUMBER = "\ufdd3";
const SPOT = "\ufdd4";
const SPOT_END = "\ufdd5";
const ITEM = "\ufdd6";
const ITEM_END = "\ufdd7";

const MARKS = /[\ufdd0-\ufdef]/g;
const NUMBERED = new RegExp(`${NUMBER}[0-9]+${NUMBER}[.):]?\\s*`, "g");
const ADDRESSED = new RegExp(`^(.*?)[ :]*${ADDRESS}(.*)${ADDRESS}(.*)$`, "s");
const OPENS = /^\[\s*(if not|if|each)\b.*\]$/;
const SIGNATURE = "{asker_name}";

/** A person's words without the characters used as marks. @param {string} words */
export function unmarked(words) {
  return words.replace(MARKS, "");
}

/** @param {string} words */
export function address(words) {
  return `${ADDRESS}${unmarked(words)}${ADDRESS}`;
}

/** @param {number} count */
export function number(count) {
  return `${NUMBER}${count}${NUMBER}`;
}

/** The template with its headings, its signature, and the lines of each page and place marked. @param {string} template */
export function mark(template) {
  /** @type {string[]} */
  const marked = [];
  /** @type {string[]} */
  const opened = [];
  for (const line of lines(template)) {
    const word = strip(line);
    if (word === "[end]" && opened.pop() === "each") marked.push(opened.includes("each") ? ITEM_END : SPOT_END);
    marked.push(markedLine(line));
    const found = OPENS.exec(word);
    if (!found) continue;
    if (found[1] === "each") marked.push(opened.includes("each") ? ITEM : SPOT);
    opened.push(found[1]);
  }
  return marked.join("\n");
}

/** @param {string} line */
function markedLine(line) {
  if (line.startsWith("# ")) return HEADING + line.slice(2);
  return strip(line) === SIGNATURE ? SIGNED + line : line;
}

/** What has been read so far: finished blocks, and the places or the signature that are still open. */
class Reading {
  /** @type {Block[]} */ blocks = [];
  /** @type {Spot[]} */ spots = [];
  /** @type {string[] | null} */ page = null;
  /** @type {string[][]} */ items = [];
  inItem = false;
  /** @type {string[] | null} */ signed = null;

  closeSignature() {
    if (this.signed) this.blocks.push({ kind: "signature", name: this.signed[0], lines: this.signed.slice(1) });
    this.signed = null;
  }

  closePage() {
    this.spots.push(spot(item(this.page ?? []), this.items.map(item)));
    this.page = null;
    this.items = [];
  }

  closeSpots() {
    if (this.spots.length) this.blocks.push({ kind: "spots", spots: this.spots });
    this.spots = [];
  }

  /** Read one line into what is open, or begin something new with it. @param {string} line */
  take(line) {
    if (line === SPOT) this.page = [];
    else if (line === SPOT_END) this.closePage();
    else if (this.page) this.takeOfPage(this.page, line);
    else if (!line) this.closeSignature();
    else if (this.signed) this.signed.push(unmarked(line));
    else this.begin(line);
  }

  /** @param {string[]} page @param {string} line */
  takeOfPage(page, line) {
    if (line === ITEM || line === ITEM_END) {
      this.inItem = line === ITEM;
      if (this.inItem) this.items.push([]);
    } else if (this.inItem) this.items[this.items.length - 1].push(line);
    else page.push(line);
  }

  /** @param {string} line */
  begin(line) {
    this.closeSpots();
    if (line.startsWith(SIGNED)) this.signed = [unmarked(line)];
    else if (line.startsWith(HEADING)) this.blocks.push(heading(unmarked(line)));
    else this.blocks.push({ kind: "paragraph", words: unmarked(line) });
  }
}

/** The blocks of a filled template that was marked. @param {string} filled @returns {Block[]} */
export function read(filled) {
  const reading = new Reading();
  for (const line of lines(filled)) reading.take(strip(line));
  reading.closeSpots();
  reading.closeSignature();
  return reading.blocks;
}

/** What its last parentheses hold is the provision it answers. @param {string} words @returns {Block} */
function heading(words) {
  const at = words.indexOf(" (");
  if (at < 0 || !words.endsWith(")")) return { kind: "heading", words, cited: "" };
  return { kind: "heading", words: words.slice(0, at), cited: words.slice(at + 2, -1) };
}

/** One page with its pictures. A single picture joins the page; what all addresses are is said once. @param {Item} page @param {Item[]} items @returns {Spot} */
function spot(page, items) {
  if (items.length === 1) {
    const addresses = [...page.addresses, ...items[0].addresses];
    return { addresses, remarks: [...items[0].remarks, ...page.remarks], label: "", items: [] };
  }
  const labels = [...new Set(items.flatMap((one) => one.addresses.map((each) => each.label)))];
  const label = labels.length === 1 ? labels[0] : "";
  return { ...page, label, items: items.map((one) => unlabelled(one, label)) };
}

/** @param {Item} one @param {string} label @returns {Item} */
function unlabelled(one, label) {
  const addresses = one.addresses.map((each) => ({ ...each, label: each.label === label ? "" : each.label }));
  return { ...one, addresses };
}

/** One picture or page: its marked lines are addresses, the others remarks. @param {string[]} marked @returns {Item} */
function item(marked) {
  const whole = marked.map((line) => line.replace(NUMBERED, ""));
  const found = whole.map((line) => ({ line, hit: ADDRESSED.exec(line) }));
  const addresses = found.flatMap(({ hit }) => (hit ? [{ label: strip(hit[1]), words: hit[2] }] : []));
  const remarks = found.map(({ line, hit }) => unmarked(hit ? strip(hit[3]) : line));
  return { addresses, remarks: remarks.filter((remark) => remark !== "") };
}
