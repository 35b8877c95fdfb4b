/** The forms that sites and search engines have of their own: where they are, what they ask for, and the pieces to paste there. */

import { copyButton } from "../copying.js";
import { now, requestsOf } from "../journey.js";
import { away, details, make, paragraph } from "../making.js";
import { concerned, forms, pieces } from "../removal/forms.js";
import { lawSays, say, sayMonth } from "../words/saying.js";

/** @typedef {import("../start.js").Page} Page */
/** @typedef {import("../frame.js").View} View */
/** @typedef {import("../removal/forms.js").Form} Form */
/** @typedef {import("../removal/request.js").Request} Request */

/** States in which nothing more is asked for. */
const OVER = ["gone", "withdrawn"];

/** @param {Page} page @returns {View} */
export function formsScreen(page) {
  const requests = asked(page);
  const of = (/** @type {Form["kind"]} */ kind) => forms().filter((form) => form.kind === kind);
  const yours = of("site").filter((form) => concerned(form, requests).length > 0);
  const others = of("site").filter((form) => !yours.includes(form));
  return {
    title: say("forms.title"),
    back: page.journey.places.length ? "after" : "overview",
    body: [
      paragraph(say("forms.what")),
      make("p", { class: "warm" }, say("forms.scam")),
      make("p", { class: "small" }, say("after.links"), " ", say("forms.clipboard")),
      ...group(say("forms.yours"), yours, requests, true),
      ...group(say("forms.search"), of("search"), requests),
      ...group(say("forms.list"), of("list"), requests),
      details(say("forms.others"), ...others.map((form) => formCard(form, requests))),
    ],
  };
}

/** The requests there are: those being written, else those in the file that are not over. @param {Page} page @returns {readonly Request[]} */
function asked({ journey }) {
  if (journey.places.length) return requestsOf(journey, now());
  return (journey.held?.requests ?? []).filter(({ state }) => !OVER.includes(state));
}

/** @param {string} title @param {Form[]} some @param {readonly Request[]} requests @param {boolean} [open] */
function group(title, some, requests, open) {
  return some.length ? [make("h2", {}, title), ...some.map((form) => formCard(form, requests, open))] : [];
}

/**
 * One form, with a button for each piece of these requests that fits there.
 * @param {Form} form @param {readonly Request[]} requests @param {boolean} [open]
 */
export function formCard(form, requests, open = false) {
  const fitting = pieces(form, requests).map(({ piece, words }) => copyButton(say(`forms.copy.${piece}`), words, piece));
  const asks = form.asks.map((one) => make("li", { lang: lawSays(one).tongue, dir: "auto" }, lawSays(one).words));
  return make(
    "details",
    { class: "card form", "data-form": form.id, open },
    make("summary", {}, make("bdi", {}, form.name)),
    told(form.way),
    paragraph(say("forms.asks")),
    make("ul", {}, ...asks),
    fitting.length > 0 && make("div", { class: "pieces" }, ...fitting),
    make("p", {}, away(form.link, say("forms.open"))),
    form.guide && make("p", { class: "small" }, away(form.guide, say("forms.guide"))),
    told(form.limits),
    make("p", { class: "small" }, form.checked ? say("help.read-on", { month: sayMonth(form.read_on) }) : say("forms.unchecked")),
  );
}

/** A sentence of the list, in the language there is. @param {string} sentence */
function told(sentence) {
  const { words, tongue } = lawSays(sentence);
  return make("p", { lang: tongue, dir: "auto" }, words);
}
