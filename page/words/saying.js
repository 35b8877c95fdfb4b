/** Says a sentence of the page in the language that was chosen; one that nobody has translated is said in English. */

import { SAID, SENTENCES } from "../facts/said.js";
import { EN } from "./en.js";
import { TONGUES } from "./tongues.js";

/** @typedef {keyof typeof EN} Key */

let spoken = "en";

/** The tag of the language that is spoken now. */
export function current() {
  return spoken;
}

/** Speak this language from now on; one there are no words for is passed over. @param {string} tag */
export function speak(tag) {
  if (Object.hasOwn(TONGUES, tag)) spoken = tag;
}

/** The first language a person asked for that the page speaks. @param {readonly string[]} wanted */
export function fitting(wanted) {
  const tags = wanted.map((tag) => tag.split("-")[0].toLowerCase());
  return tags.find((tag) => Object.hasOwn(TONGUES, tag)) ?? "en";
}

/** A sentence with its gaps filled. @param {Key} key @param {Record<string, string | number>} [values] */
export function say(key, values = {}) {
  const words = TONGUES[spoken].words[key] ?? EN[key];
  return words.replace(/\{([a-z]+)\}/g, (gap, name) => (Object.hasOwn(values, name) ? String(values[name]) : gap));
}

/** Whether there is a sentence under a key that is put together. @param {string} key @returns {key is Key} */
export function isSaid(key) {
  return Object.hasOwn(EN, key);
}

/** The sentence under a key that is put together, or another when there is none. @param {string} key @param {Key} otherwise */
export function sayIf(key, otherwise) {
  return say(isSaid(key) ? key : otherwise);
}

/** How long something is, as players show it: 0:12, 1:02:03; in digits that are read the same way everywhere. @param {number} seconds */
export function sayClock(seconds) {
  const whole = Math.floor(seconds + 0.5);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, String(whole % 60).padStart(2, "0")];
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

const PLACE = new Map(SENTENCES.map((sentence, at) => [sentence, at]));

/**
 * A sentence of a law or of a list, which stands there in English, with the language it could be said in.
 * @param {string} sentence @returns {{ words: string, tongue: string }}
 */
export function lawSays(sentence) {
  /** @type {Record<string, string[]>} */
  const catalogues = SAID;
  const at = PLACE.get(sentence);
  const words = at === undefined ? "" : catalogues[spoken]?.[at];
  return words ? { words, tongue: spoken } : { words: sentence, tongue: "en" };
}

/** A moment as people here write it, in their own time. @param {string} moment */
export function sayMoment(moment) {
  return new Intl.DateTimeFormat(spoken, { dateStyle: "full", timeStyle: "short" }).format(new Date(moment));
}

/** A day as people here write it. @param {string} day such as 2026-11-24 */
export function sayDay(day) {
  return new Intl.DateTimeFormat(spoken, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** A month. @param {string} month such as 2026-11 */
export function sayMonth(month) {
  return new Intl.DateTimeFormat(spoken, { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${month}-01T00:00:00Z`));
}

/** The name of a country. @param {string} code two letters */
export function sayCountry(code) {
  return new Intl.DisplayNames([spoken, "en"], { type: "region" }).of(code) ?? code;
}
