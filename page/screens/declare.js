/** What the law wants the person to say, word for word; and what else they want to say. */

import { lawsOf } from "../journey.js";
import { choice, labelled, leftToRight, make, paragraph } from "../making.js";
import { wants } from "../removal/laws.js";
import { TEXT_LIMIT } from "../removal/text.js";
import { current, lawSays, say } from "../words/saying.js";

/** @typedef {import("../start.js").Page} Page */
/** @typedef {import("../frame.js").View} View */
/** @typedef {import("../removal/laws.js").Declaration} Declaration */

/** @param {Page} page @returns {View} */
export function declareScreen(page) {
  return {
    title: say("declare.title"),
    back: "law",
    body: [
      paragraph(say("declare.what")),
      declarations(page).some((one) => current() !== "en" && !standsInOwn(page, one)) && make("p", { class: "warm" }, say("declare.english")),
      make("div", { class: "statements" }, ...declarations(page).map((one) => statement(page, one))),
    ],
    next: { go: () => "reason" },
  };
}

/** The statements of all the laws, each once. @param {Page} page */
function declarations(page) {
  const all = lawsOf(page.journey).flatMap((law) => law.declarations);
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

/** Whether the letters say a statement in the person's own language, so that this is what they sign. @param {Page} page @param {Declaration} one */
function standsInOwn(page, one) {
  const asking = lawsOf(page.journey).filter((law) => law.declarations.some(({ id }) => id === one.id));
  return asking.every((law) => Object.hasOwn(law.notices, current())) && lawSays(one.own).tongue === current();
}

/** The sentence that is signed, as the letter says it; and in the other language what it says, for reading. @param {Page} page @param {Declaration} one */
function statement(page, one) {
  const { journey } = page;
  const english = journey.role === "authorised" ? one.authorised : one.own;
  const said = lawSays(english);
  const signed = standsInOwn(page, one) ? said : { words: english, tongue: "en" };
  const agree = (/** @type {{ target: HTMLInputElement }} */ { target }) => {
    journey.unsaved = true;
    if (target.checked) journey.declared.add(one.id);
    else journey.declared.delete(one.id);
  };
  const box = choice({ type: "checkbox", name: "declared", value: one.id, checked: journey.declared.has(one.id), onchange: agree }, signed.words);
  box.lang = signed.tongue;
  box.dir = "auto";
  return make("div", { class: "card" }, box, ...meaning(said, signed), make("p", { class: "small" }, ...leftToRight(say("declare.citation"), "{citation}", one.citation)));
}

/** What a signed sentence says, when it is not signed in the person's language. @param {{ words: string, tongue: string }} said @param {{ tongue: string }} signed */
function meaning({ words, tongue }, signed) {
  if (tongue === signed.tongue) return [];
  return [make("p", { class: "small" }, say("declare.meaning")), make("p", { class: "meaning", lang: tongue, dir: "auto" }, words)];
}

/** @param {Page} page @returns {View} */
export function reasonScreen(page) {
  const { journey } = page;
  const needed = lawsOf(journey).some((law) => wants(law, "reason"));
  const area = make("textarea", { rows: 4, maxlength: TEXT_LIMIT, dir: "auto", id: "reason", oninput: ({ target }) => Object.assign(journey, { reason: target.value, unsaved: true }) });
  area.value = journey.reason;
  return {
    title: say("reason.title"),
    back: "declare",
    skip: needed ? undefined : "contact",
    body: [paragraph(say(needed ? "reason.work" : "reason.what")), labelled(say("reason.field"), area)],
    next: { go: () => "contact" },
  };
}
