/** Where the pictures are: addresses, one on each line, and as much more about each as the person wants to say. */

import { canLook } from "../local_checks.js";
import { details, labelled, make, paragraph } from "../making.js";
import { PLACES_LIMIT } from "../removal/request.js";
import { say } from "../words/saying.js";
import { lookCard } from "./checks.js";

/** @typedef {import("../start.js").Page} Page */
/** @typedef {import("../frame.js").View} View */
/** @typedef {import("../journey.js").Spot} Spot */

/** As many places as have their panels on the screen at once. */
const OPEN_PANELS = 5;

/** @param {Page} page @returns {View} */
export function placesScreen(page) {
  const { journey } = page;
  const more = make("div", { id: "more-places" });
  const area = make("textarea", { rows: 5, id: "addresses", spellcheck: "false", autocapitalize: "off", dir: "auto" });
  area.value = journey.places.map((spot) => spot.page).join("\n");
  const read = () => {
    journey.places = spots(area.value, journey.places);
    journey.unsaved = true;
    more.replaceChildren(...aboutAll(page));
  };
  area.addEventListener("input", read);
  more.replaceChildren(...aboutAll(page));
  return {
    title: say("places.title"),
    back: "pictures",
    body: [
      paragraph(say("places.what")),
      labelled(say("places.field"), area),
      make("p", { class: "small" }, say("places.do-not")),
      details(say("places.copy"), paragraph(say("places.copy.how"))),
      more,
      canLook() && lookCard(page),
    ],
    next: { go: () => afterPlaces(page) },
  };
}

/** A place for each line; what was said about the same line before stays with it. @param {string} text @param {Spot[]} before @returns {Spot[]} */
function spots(text, before) {
  const left = [...before];
  const words = text.split("\n").map((line) => line.trim());
  return words.filter(Boolean).map((line, at) => {
    const same = left.findIndex((spot) => spot.page === line);
    if (same >= 0) return left.splice(same, 1)[0];
    const typed = before[at] && !words.includes(before[at].page) ? before[at] : { file: "", note: "", seen_at: null };
    return { ...typed, page: line };
  });
}

/** A panel for each place; many of them in one that is closed, so that the way on is near, and made only when it is opened. @param {Page} page */
function aboutAll(page) {
  const { places } = page.journey;
  const each = () => places.map((spot, at) => about(page, spot, at + 1));
  if (places.length <= OPEN_PANELS) return each();
  const panel = details(say("places.more", { number: `1–${places.length}` }));
  panel.addEventListener("toggle", () => panel.append(...each()), { once: true });
  return [panel];
}

/** @param {Page} page @param {Spot} spot @param {number} number */
function about(page, spot, number) {
  const noted = (/** @type {Partial<Spot>} */ said) => (Object.assign(spot, said), (page.journey.unsaved = true));
  const file = make("input", { type: "url", value: spot.file, dir: "ltr", oninput: ({ target }) => noted({ file: target.value }) });
  const note = make("input", { type: "text", value: spot.note, dir: "auto", oninput: ({ target }) => noted({ note: target.value }) });
  const panel = details(say("places.more", { number }), labelled(say("places.file"), file, say("places.file.why")), labelled(say("places.note"), note, say("places.note.why")));
  panel.open = Boolean(spot.file || spot.note);
  return panel;
}

/** @param {Page} page */
function afterPlaces(page) {
  const count = page.journey.places.length;
  if (!count) page.problem(say("places.missing"));
  if (count > PLACES_LIMIT) page.problem(say("places.too-many"));
  return count && count <= PLACES_LIMIT ? "law" : null;
}
