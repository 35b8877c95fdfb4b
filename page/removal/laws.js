/** The laws this page knows, and the choice among them. Everything about them stands in `facts/laws.js`. */

import { LAWS } from "../facts/laws.js";

/** @typedef {import("./clock.js").Clock} Clock */
/** @typedef {{ id: string, title: string, missing: string, citation: string, filled_by: string[] }} Element */
/** @typedef {{ id: string, own: string, authorised: string, citation: string }} Declaration */
/** @typedef {{ id: string, when: string[], text: string, link: string, needs: string[] }} Rung */
/** @typedef {{ id: string, text: string, citation: string }} Caution */
/**
 * @typedef {{ slug: string, title: string, jurisdiction: string, countries: string[], automatic: boolean, fallback: boolean,
 *   covers: string, citations: string[], read_on: string, elements: Element[], declarations: Declaration[], clock: Clock,
 *   other_clocks: Clock[], grounds: Caution[], rungs: Rung[], cautions: Caution[], checks: { text: string, citations: string[] }[],
 *   notices: Record<string, string> }} Law
 */

/** @returns {Law[]} */
export function laws() {
  return /** @type {any} */ (LAWS);
}

/** The law with this slug, or null. @param {string} slug @returns {Law | null} */
export function lawCalled(slug) {
  return laws().find((law) => law.slug === slug) ?? null;
}

/** The law for an operator's country (two letters), or the one for every other. @param {string} country @returns {Law} */
export function choose(country) {
  const automatic = laws().filter((law) => law.automatic);
  const code = country.trim().toUpperCase();
  const found = automatic.find((law) => law.countries.includes(code)) ?? automatic.find((law) => law.fallback);
  if (!found) throw new Error("no law is for every other country");
  return found;
}

/** Whether a law wants this fact of the asker. @param {Law} law @param {string} fact */
export function wants(law, fact) {
  return law.elements.some((element) => element.filled_by.includes(fact));
}

/** The notice for a language tag, else for its main language, else the English one. @param {Law} law @param {string} language */
export function noticeIn(law, language) {
  const main = language.replace("_", "-").split("-")[0].toLowerCase();
  const tag = [language, main, "en"].find((each) => Object.hasOwn(law.notices, each)) ?? "en";
  return { language: tag, template: law.notices[tag] };
}
