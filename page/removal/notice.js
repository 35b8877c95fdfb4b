/**
 * The letter of a law as a template, and how its gaps are filled; docs/formats/letter.md has the syntax. A template is taken
 * apart before anything is filled in, so no value can open a gap or a block.
 */

import { lines, strip } from "./text.js";

/** @typedef {string | boolean | Values[]} Value */
/** @typedef {{ [name: string]: Value }} Values */
/** @typedef {{ kind: "line", pieces: (string | { gap: string })[] }} Line */
/** @typedef {{ kind: "if" | "if not" | "each", name: string, parts: Part[] }} Block */
/** @typedef {Line | Block} Part */

const MARK = /^\[\s*(if not|if|each|end)\b\s*([a-z_]*)\s*\]$/;
const PIECE = /(\{\{|\}\}|\{[^{}]*\})/;
const INVISIBLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

/**
 * The letter: lines with one line break between, no blank line doubled, one line break at the end.
 * @param {string} template @param {Values} values
 */
export function fill(template, values) {
  const written = [...write(parse(lines(template)[Symbol.iterator]()), values)].join("\n");
  return `${written.replace(/\n(?:[ \t]*\n){2,}/g, "\n\n").replace(/^\n+|\n+$/g, "")}\n`;
}

/** The parts up to the end of the open block, or of the template. @param {Iterator<string>} source @returns {Part[]} */
function parse(source) {
  /** @type {Part[]} */
  const parts = [];
  for (let next = source.next(); !next.done; next = source.next()) {
    const mark = MARK.exec(strip(next.value));
    if (!mark) parts.push(line(next.value));
    else if (mark[1] === "end") return parts;
    else parts.push({ kind: /** @type {Block["kind"]} */ (mark[1]), name: mark[2], parts: parse(source) });
  }
  return parts;
}

/** @param {string} text @returns {Line} */
function line(text) {
  const pieces = text.split(PIECE).filter((piece) => piece !== "");
  return { kind: "line", pieces: pieces.map(piece) };
}

/** @param {string} text */
function piece(text) {
  if (text === "{{" || text === "}}") return text[0];
  return text.startsWith("{") ? { gap: text.slice(1, -1) } : text;
}

/** The lines that stand, filled. @param {Part[]} parts @param {Values} values @returns {Generator<string>} */
function* write(parts, values) {
  for (const part of parts) {
    if (part.kind === "line") yield filled(part, values);
    else if (part.kind === "each") {
      for (const item of /** @type {Values[]} */ (valueOf(part.name, values))) yield* write(part.parts, { ...values, ...item });
    } else if (stands(valueOf(part.name, values)) === (part.kind === "if")) yield* write(part.parts, values);
  }
}

/** Whether there is something. @param {Value} value */
function stands(value) {
  return typeof value === "boolean" ? value : value.length > 0;
}

/** @param {string} name @param {Values} values */
function valueOf(name, values) {
  if (!Object.hasOwn(values, name)) throw new Error(`nothing was given for ${name}`);
  const value = values[name];
  return typeof value === "string" ? strip(value) : value;
}

/** @param {Line} part @param {Values} values */
function filled({ pieces }, values) {
  const first = pieces[0] ?? "";
  const indent = typeof first === "string" ? first.slice(0, first.length - first.trimStart().length) : "";
  return pieces.map((each) => (typeof each === "string" ? each : told(each.gap, values, indent))).join("");
}

/** The value as text that stays inside its paragraph's indent. @param {string} name @param {Values} values @param {string} indent */
function told(name, values, indent) {
  const value = valueOf(name, values);
  if (typeof value !== "string") throw new Error(`${name} is not text`);
  return lines(value)
    .map((each) => strip(each.replace(INVISIBLE, "")))
    .join(`\n${indent}`);
}
