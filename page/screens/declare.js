/** What the law wants the person to say, word for word; and what else they want to say. */

import { lawsOf } from "../journey.js";
import { choice, labelled, make, paragraph } from "../making.js";
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
      current() !== "en" && declarations(page).some((one) => lawSays(one.own).tongue === "en") && make("p", { class: "warm" }, say("declare.english")),
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

/** @param {Page} page @param {Declaration} one */
function statement({ journey }, one) {
  const { words, tongue } = lawSays(journey.role === "authorised" ? one.authorised : one.own);
  const agree = (/** @type {{ target: HTMLInputElement }} */ { target }) => {
    journey.unsaved = true;
    if (target.checked) journey.declared.add(one.id);
    else journey.declared.delete(one.id);
  };
  const box = choice({ type: "checkbox", name: "declared", value: one.id, checked: journey.declared.has(one.id), onchange: agree }, words);
  box.lang = tongue;
  box.dir = tongue === "en" ? "ltr" : "";
  return make("div", { class: "card" }, box, make("p", { class: "small" }, say("declare.citation", { citation: one.citation })));
}

/** @param {Page} page @returns {View} */
export function reasonScreen(page) {
  const { journey } = page;
  const needed = lawsOf(journey).some((law) => wants(law, "reason"));
  const area = make("textarea", { rows: 4, maxlength: TEXT_LIMIT, dir: "auto", id: "reason", oninput: ({ target }) => (journey.reason = target.value) });
  area.value = journey.reason;
  return {
    title: say("reason.title"),
    back: "declare",
    skip: needed ? undefined : "contact",
    body: [paragraph(say(needed ? "reason.work" : "reason.what")), labelled(say("reason.field"), area)],
    next: { go: () => "contact" },
  };
}
