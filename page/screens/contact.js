/** How the site can answer: a name, an e-mail address, and no more than the law asks for. */

import { lawsOf } from "../journey.js";
import { choice, labelled, make, paragraph } from "../making.js";
import { wants } from "../removal/laws.js";
import { say } from "../words/saying.js";

/** @typedef {import("../start.js").Page} Page */
/** @typedef {import("../frame.js").View} View */

/** @param {Page} page @returns {View} */
export function contactScreen(page) {
  const { journey } = page;
  const asked = (/** @type {string} */ fact) => lawsOf(journey).some((law) => wants(law, fact));
  const field = (/** @type {"name" | "contact" | "postal" | "phone"} */ part, /** @type {string} */ type) =>
    make("input", { type, value: journey[part], name: part, maxlength: 400, autocomplete: "off", dir: "auto", oninput: ({ target }) => Object.assign(journey, { [part]: target.value, unsaved: true }) });
  return {
    title: say("contact.title"),
    back: "reason",
    body: [
      paragraph(say("contact.what")),
      labelled(say("contact.name"), field("name", "text"), say("contact.name.why")),
      labelled(say("contact.mail"), field("contact", "email"), say("contact.mail.why")),
      asked("postal") && labelled(say("contact.postal"), field("postal", "text"), say("contact.postal.why")),
      asked("phone") && labelled(say("contact.phone"), field("phone", "tel"), say("contact.phone.why")),
      choice({ type: "checkbox", checked: journey.remember, onchange: ({ target }) => (journey.remember = target.checked) }, say("contact.remember")),
    ],
    next: { go: () => "papers" },
  };
}
