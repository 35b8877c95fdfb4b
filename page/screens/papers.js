/** The letters and request files, one for each site; or what the law still misses, with the way to put it in. */

import { download } from "../downloads.js";
import { now, requestsOf } from "../journey.js";
import { button, choice, labelled, make, paragraph } from "../making.js";
import { canHandOver } from "../promise.js";
import { RequestIncomplete, writeDocument } from "../removal/document.js";
import { concerned, forms } from "../removal/forms.js";
import { lawCalled } from "../removal/laws.js";
import { compose } from "../removal/letter.js";
import { asText } from "../removal/letter_text.js";
import { NotAMoment } from "../removal/moment.js";
import { RequestBroken } from "../removal/text.js";
import { current, lawSays, say, sayIf } from "../words/saying.js";
import { TONGUES } from "../words/tongues.js";
import { formCard } from "./forms.js";
import { letterShown } from "./letter_shown.js";
import { lettersWays } from "./letter_ways.js";

/** @typedef {import("../start.js").Page} Page */
/** @typedef {import("../frame.js").View} View */
/** @typedef {import("../removal/request.js").Request} Request */
/** @typedef {import("../removal/laws.js").Law} Law */
/** @typedef {import("../making.js").Child} Child */

/** Which screen asks for what fills an element of a law. @type {Record<string, string>} */
const ASKED_AT = { places: "places", signature: "contact", contact: "contact", postal: "contact", phone: "contact", authority: "who", reason: "reason", operator: "law" };

/** @param {Page} page @returns {View} */
export function papersScreen(page) {
  const at = now();
  const requests = requestsOf(page.journey, at);
  const sections = requests.map((request) => written(page, request, at));
  const whole = sections.every((one) => one.whole);
  return {
    title: say(whole ? "papers.title" : "papers.title.missing"),
    back: "contact",
    body: [whole && paragraph(say("papers.one")), whole && make("p", { class: "small" }, say("papers.where")), ...sections.map((one) => one.section), whole && withPrints(page)],
    ...(whole ? { next: { words: say("save.next"), go: () => (canHandOver() ? "hand" : "save") } } : {}),
  };
}

/** What there is for one site. @param {Page} page @param {Request} request @param {string} at */
function written(page, request, at) {
  const law = /** @type {Law} */ (lawCalled(request.law));
  const title = request.operator ? say("papers.for", { site: request.operator }) : say("papers.for-nobody");
  const head = make("h2", { dir: "auto" }, title);
  try {
    return { whole: true, section: make("section", { class: "card letter-card" }, head, ...papers(page, request, law, at)) };
  } catch (error) {
    return { whole: false, section: make("section", { class: "card" }, head, ...inTheWay(page, law, error)) };
  }
}

/** What keeps the papers from being written. @param {Page} page @param {Law} law @param {unknown} error @returns {Child[]} */
function inTheWay(page, law, error) {
  if (error instanceof RequestIncomplete) return absent(page, law, error);
  if (error instanceof NotAMoment) return [paragraph(say("who.scope.missing")), button(say("papers.missing.go"), () => page.go("who"))];
  if (!(error instanceof RequestBroken)) throw error;
  const part = sayIf(`part.${error.part}`, "part.places");
  return [
    paragraph(say("papers.broken", { part, problem: sayIf(`problem.${error.problem}`, "problem.not-well-formed") })),
    button(say("papers.broken.go"), () => page.go(typedAt(error.part)), { class: "change" }),
  ];
}

/** Which screen asks for a part of a request. @param {string} part such as asker.name */
function typedAt(part) {
  if (part.startsWith("asker")) return part.startsWith("asker.authority") ? "who" : "contact";
  return ASKED_AT[part.split(".")[0]] ?? "places";
}

/** @param {Page} page @param {Law} law @param {RequestIncomplete} error @returns {Child[]} */
function absent(page, law, error) {
  const items = error.missing.map(({ element, sentence, citation }) => {
    const facts = law.elements.find((one) => one.id === element)?.filled_by ?? [];
    const where = facts.map((fact) => ASKED_AT[fact] ?? "declare")[0];
    const { words, tongue } = lawSays(sentence);
    return make("li", {}, make("span", { lang: tongue, dir: "auto" }, words), make("span", { class: "small", dir: "auto" }, ` (${citation}) `), button(say("papers.missing.go"), () => page.go(where)));
  });
  return [paragraph(say("papers.missing")), make("ul", { class: "missing" }, ...items)];
}

/** Letter and file of a complete request. Throws what is in the way. @param {Page} page @param {Request} request @param {Law} law @param {string} at @returns {Child[]} */
function papers(page, request, law, at) {
  const document = writeDocument(request, { fingerprints: page.journey.withFingerprints });
  const sheet = letterSheet(request, law, at);
  return [
    make("p", { class: "small", lang: lawSays(law.clock.note).tongue, dir: "auto" }, lawSays(law.clock.note).words),
    ...ownForms(request),
    ...sheet,
    button(say("papers.document"), () => download("request.json", document, "application/json"), { class: "document" }),
    make("p", { class: "small" }, say("papers.document.why")),
  ];
}

/** The forms that the site itself has for such requests. @param {Request} request @returns {Child[]} */
function ownForms(request) {
  const own = forms().filter((form) => form.kind === "site" && concerned(form, [request]).length > 0);
  return own.flatMap((form) => [paragraph(say("papers.form")), formCard(form, [request])]);
}

/** A letter to read, copy, mail and print, in each language the law has one in. @param {Request} request @param {Law} law @param {string} at @returns {Child[]} */
export function letterSheet(request, law, at) {
  const place = make("div");
  const draw = (/** @type {string} */ language) => place.replaceChildren(...letterIn(language));
  /** @param {string} language @returns {(string | Node)[]} */
  const letterIn = (language) => {
    const letter = compose(request, law, { language, now: at });
    const text = asText(letter);
    const sheet = letterShown(letter, say("papers.read"));
    return [make("details", { open: true }, make("summary", {}, say("papers.read")), sheet), ...lettersWays({ ...letter, text }, sheet)];
  };
  const tags = Object.keys(law.notices);
  const language = tags.includes(current()) ? current() : "en";
  draw(language);
  const options = tags.map((tag) => make("option", { value: tag, selected: tag === language }, TONGUES[tag]?.name ?? tag));
  const choose = tags.length > 1 ? labelled(say("papers.language"), make("select", { onchange: ({ target }) => draw(target.value) }, ...options)) : null;
  return [choose, place];
}

/** Whether the fingerprints go into the request files; asked only when there are some. @param {Page} page */
function withPrints(page) {
  if (!page.journey.pictures.some((one) => one.made)) return null;
  const box = choice(
    { type: "checkbox", id: "with-prints", checked: page.journey.withFingerprints, onchange: ({ target }) => ((page.journey.withFingerprints = target.checked), page.again()) },
    say("papers.prints"),
  );
  return make("div", { class: "card" }, box, make("p", { class: "small" }, say("papers.prints.why")));
}
