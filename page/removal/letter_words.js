/** What a letter says around a law's own words: its fixed sentences in the letter's language, and days and moments. */

import { HURRY, TRANSLATED } from "../facts/letter_words.js";
import { RIGHT_TO_LEFT } from "../facts/right_to_left.js";
import { asDate, readMoment } from "./moment.js";

const RIGHT_TO_LEFT_TONGUES = new Set(["ar", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]);
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** @typedef {"ltr" | "rtl"} Direction */

/** Which way a language is written. @param {string} tag @returns {Direction} */
export function direction(tag) {
  return RIGHT_TO_LEFT_TONGUES.has(tag.replace("_", "-").split("-")[0].toLowerCase()) ? "rtl" : "ltr";
}

/** Whether a letter of the words runs from right to left. @param {string} words */
export function runsLeft(words) {
  for (const letter of words) {
    const code = /** @type {number} */ (letter.codePointAt(0));
    if (code >= 0x590 && RIGHT_TO_LEFT.some(([first, last]) => first <= code && code <= last)) return true;
  }
  return false;
}

/**
 * A sentence in a letter's language, its gaps filled.
 * @param {string} language @param {string} sentence @param {Record<string, string | number>} [values]
 */
export function said(language, sentence, values = {}) {
  /** @type {Record<string, Record<string, string>>} */
  const catalogues = TRANSLATED;
  const words = catalogues[language]?.[sentence] ?? sentence;
  return words.replace(/\{([a-z_]+)\}/g, (_, name) => String(values[name]));
}

/** How a letter says the time a law gives. @param {string} language @param {string} slug */
export function hurry(language, slug) {
  /** @type {Record<string, Record<string, string>>} */
  const hurries = HURRY;
  return hurries[language][slug];
}

/** "24 November 2026, 14:05 UTC". @param {string} language @param {string} moment */
export function longMoment(language, moment) {
  const time = asDate(readMoment(moment)).toISOString().slice(11, 16);
  return said(language, "{day} {month} {year}, {time} UTC", { ...dayOf(language, moment), time });
}

/** "24 November 2026". @param {string} language @param {string} moment */
export function longDay(language, moment) {
  return said(language, "{day} {month} {year}", dayOf(language, moment));
}

/** @param {string} language @param {string} moment */
function dayOf(language, moment) {
  const date = asDate(readMoment(moment));
  const month = said(language, MONTHS[date.getUTCMonth()]);
  return { day: date.getUTCDate(), month, year: date.getUTCFullYear() };
}
