/** A request in plain words, every part of it: so that somebody sees what they are about to send. */

import { make } from "../making.js";
import { lawCalled } from "../removal/laws.js";
import { lawSays, say, sayMoment } from "../words/saying.js";

/** @typedef {import("../removal/request.js").Request} Request */
/** @typedef {import("../words/saying.js").Key} Key */
/** @typedef {import("../making.js").Child} Child */

/** @param {Request} request */
export function requestInWords(request) {
  const { asker } = request;
  const acts = asker.role === "authorised";
  const law = lawCalled(request.law);
  return make(
    "dl",
    { class: "shown" },
    ...part("shown.site", request.operator),
    ...part("shown.law", law && inItsTongue(law.title)),
    ...part("shown.who", say(acts ? "who.other" : "who.self")),
    ...part("who.scope", asker.authority?.scope),
    ...part("who.since", asker.authority?.since),
    ...part("shown.withdrawn", asker.authority?.withdrawn),
    ...part("contact.name", asker.name),
    ...part("contact.mail", asker.contact),
    ...part("contact.postal", asker.postal),
    ...part("contact.phone", asker.phone),
    ...part("shown.places", make("ol", {}, ...request.places.map(placeInWords))),
    ...part("shown.says", make("ul", {}, ...statements(request).map((one) => make("li", {}, inItsTongue(one))))),
    ...part("shown.reason", request.reason),
    ...part("shown.prints", String(request.fingerprints?.length ?? 0)),
    ...part("shown.number", `${request.id} · ${sayMoment(request.made_at)}`),
  );
}

/** A part with its name; nothing when it is empty. @param {Key} name @param {string | Node | null | undefined} content @returns {Child[]} */
function part(name, content) {
  return content ? [make("dt", {}, say(name)), make("dd", {}, typeof content === "string" ? make("bdi", {}, content) : content)] : [];
}

/** @param {import("../removal/request.js").Place} place */
function placeInWords({ page, file, note, seen_at }) {
  const more = [file, note, seen_at && sayMoment(seen_at)].filter(Boolean).map((one) => make("div", { class: "small" }, make("bdi", {}, String(one))));
  return make("li", {}, make("bdi", {}, page), ...more);
}

/** What the person agreed to, word for word. @param {Request} request */
function statements({ law, declarations, asker }) {
  const stated = lawCalled(law)?.declarations.filter((one) => declarations.includes(one.id)) ?? [];
  return stated.map((one) => (asker.role === "authorised" ? one.authorised : one.own));
}

/** @param {string} sentence */
function inItsTongue(sentence) {
  const { words, tongue } = lawSays(sentence);
  return make("span", { lang: tongue, dir: tongue === "en" ? "ltr" : "auto" }, words);
}
