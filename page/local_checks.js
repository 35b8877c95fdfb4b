/**
 * The checks of the program that shows this page, where it offers them: the person's files or their sealed file are handed to it
 * as a form, in a tab of its own, and what it found there is read from that tab when the person asks for it.
 */

import { operatorOf } from "./journey.js";
import { make } from "./making.js";
import { OFFERED } from "./offered.js";
import { strip } from "./removal/text.js";
import { current } from "./words/saying.js";

/** @typedef {import("./journey.js").Journey} Journey */
/** @typedef {import("./journey.js").Spot} Spot */

/** The most that the program takes at once; a little is left for the form around the files. */
export const MOST_BYTES = 255 * 2 ** 20;
const TAB = "checks";

/** @type {Window | null} */
let tab = null;

/** Whether the program that shows this page can look at pages. */
export function canLook() {
  return OFFERED.checks !== null;
}

/** Whether a tab was opened for it. */
export function wasAsked() {
  return tab !== null;
}

/** How many bytes the person's own files have. @param {Journey} journey */
export function bytesOf(journey) {
  return journey.pictures.reduce((sum, one) => sum + one.file.size, 0);
}

/** Somebody shown was under 18: what was handed over is to be forgotten there too, whatever is being done with it. */
export function forgetThere() {
  if (tab) post(make("input", { name: "adults", value: "no" }));
}

/** Over which address the page is left so that what was handed over is forgotten as well; undefined when nothing was. */
export function wayOut() {
  return tab ? `${OFFERED.checks}leave` : undefined;
}

/** Hand over the places and the person's own files; the files by their numbers, not by their names. @param {Journey} journey */
export function lookAt(journey) {
  const files = journey.pictures.map(({ file, number }) => new File([file], String(number)));
  const area = make("textarea", { name: "places" });
  area.value = journey.places.map((spot) => strip(spot.page)).join("\n");
  send(area, fileField("picture", files));
}

/** Hand over the sealed file; its passphrase is asked for there. @param {Uint8Array<ArrayBuffer>} sealed */
export function lookAgain(sealed) {
  send(fileField("sealed", [new File([sealed], "sealed")]));
}

/** @param {string} name @param {File[]} files */
function fileField(name, files) {
  const held = new DataTransfer();
  for (const file of files) held.items.add(file);
  const field = make("input", { type: "file", name, multiple: true });
  field.files = held.files;
  return field;
}

/** @param {...HTMLElement} fields */
function send(...fields) {
  tab = window.open("", TAB);
  post(...fields);
}

/** @param {...HTMLElement} fields */
function post(...fields) {
  const language = make("input", { name: "language", value: current() });
  const form = make("form", { method: "post", enctype: "multipart/form-data", action: OFFERED.checks ?? "", target: TAB, hidden: true }, language, ...fields);
  document.body.append(form);
  form.submit();
  form.remove();
}

/** A copy that was found, and the line that led to it. @typedef {{ line: string, spot: Spot }} Found */

/** The copies shown in the other tab: none while it has just begun, or when it was closed or left. @returns {Found[]} */
export function foundThere() {
  return [...(shownThere()?.querySelectorAll(".found[data-page]") ?? [])].map(foundOn);
}

/** @returns {Document | null} */
function shownThere() {
  try {
    return tab && !tab.closed ? tab.document : null;
  } catch (error) {
    if (error instanceof DOMException) return null; // it shows another site by now
    throw error;
  }
}

/** @param {Element} card @returns {Found} */
function foundOn(card) {
  const [line, page, file, seen] = ["line", "page", "file", "seen"].map((name) => card.getAttribute(`data-${name}`) ?? "");
  const own = operatorOf(file) && !file.startsWith(`${page}#`) && file !== page ? file : "";
  return { line, spot: { page, file: own, note: "", seen_at: seen || null } };
}

/** Put what was found among the places, instead of the bare lines that led there; returns how many are new. @param {Journey} journey @param {Found[]} found */
export function useFound(journey, found) {
  const named = new Set(found.flatMap(({ line, spot }) => [line, spot.page]));
  const places = new Map(found.map(({ spot }) => [JSON.stringify([spot.page, spot.file]), spot]));
  const left = journey.places.filter((spot) => spot.file || spot.note || !named.has(strip(spot.page)));
  for (const spot of left) places.delete(JSON.stringify([spot.page, spot.file]));
  journey.places = [...left, ...places.values()];
  journey.unsaved ||= places.size > 0;
  return places.size;
}
