/** What is in an opened file: each request, how it stands, and what can be noted about it. */

import { now, toAskFor } from "../journey.js";
import { canLook } from "../local_checks.js";
import { button, details, leftToRight, make, paragraph } from "../making.js";
import { OFFERED } from "../offered.js";
import { canHandOver } from "../promise.js";
import { RequestIncomplete } from "../removal/document.js";
import { lawCalled } from "../removal/laws.js";
import { ALLOWED, advance, standing } from "../removal/steps.js";
import { RequestBroken } from "../removal/text.js";
import { say, sayIf, sayMoment } from "../words/saying.js";
import { rung } from "./after.js";
import { againCard } from "./checks.js";
import { letterSheet } from "./papers.js";
import { permissionCard, takeBack, takenBack } from "./taking_back.js";

/** @typedef {import("../start.js").Page} Page */
/** @typedef {import("../frame.js").View} View */
/** @typedef {import("../removal/document.js").Record} Record */

/** What a person can note here, and the sentence for it. */
const NOTED = /** @type {const} */ (["sent", "received", "incomplete", "granted", "refused", "gone", "returned"]);

/** What an event says beside its moment. @type {{ [event: string]: (record: Record) => object }} */
const WITH = {
  received: ({ operator }) => ({ by: operator }),
  incomplete: () => ({ what: [] }),
  refused: () => ({ ground: "" }),
};

/** @param {Page} page @returns {View} */
export function overviewScreen(page) {
  const { held, unsaved } = page.journey;
  const requests = held?.requests ?? [];
  const counts = { pictures: held?.pictures.length ?? 0, places: held?.places.length ?? 0, sightings: held?.sightings.length ?? 0 };
  return {
    title: say("overview.title"),
    back: "start",
    body: [
      unsaved && make("p", { class: "warm" }, say("overview.unsaved")),
      unsaved && button(say("overview.save"), () => page.go("save"), { class: "main", id: "save-again" }),
      requests.length ? null : paragraph(say("overview.none")),
      ...requests.map((record) => about(page, record)),
      ...permissionCard(page),
      make("p", { class: "small" }, say("overview.counts", counts)),
      canLook() && againCard(page),
      make("div", { class: "row" }, button(say("overview.more"), () => more(page), { id: "more" }), button(say("forms.title"), () => page.go("forms"), { id: "forms" })),
    ],
  };
}

/** Begin another request, with the copies the file knows of. @param {Page} page */
function more(page) {
  const { journey } = page;
  if (journey.held && !journey.places.length) journey.places = toAskFor(journey.held);
  page.go("who");
}

/** @param {Page} page @param {Record} record */
function about(page, record) {
  const stands = standing(record, now());
  const site = record.operator || say("law.no-site");
  const due = record.due_at && ["running", "soon", "overdue"].includes(stands) ? paragraph(say("overview.due", { moment: sayMoment(record.due_at) })) : null;
  return make(
    "section",
    { class: "card", "data-number": record.id },
    make("h2", { dir: "auto", tabindex: "-1" }, say("overview.to", { site })),
    make("p", { class: "stands" }, sayIf(`state.${stands}`, "state.running")),
    record.state === "incomplete" && paragraph(say("overview.lacking")),
    due,
    make("div", { class: "row" }, ...NOTED.filter((event) => fits(record, event)).map((event) => button(say(`overview.${event}`), () => note(page, record, event), { class: `note-${event}` }))),
    record.state === "draft" && canHandOver() && button(say("hand.go", { desk: OFFERED.desk_name }), () => handOver(page, record), { class: "hand-over" }),
    letter(record),
    ...takenBack(record),
    next(page, record, stands),
    takeBack(record, () => note(page, record, "withdrawn")),
    make("p", { class: "small" }, ...leftToRight(say("overview.number"), "{id}", record.id), " ", say("overview.pages", { count: record.places.length })),
  );
}

/** @param {Page} page @param {Record} record */
function handOver(page, record) {
  page.journey.handing = record.id;
  page.go("hand");
}

/** What makes sense to note now; the steps allow a little more. @param {Record} record @param {typeof NOTED[number]} event */
function fits(record, event) {
  if (!lawCalled(record.law) || !ALLOWED[record.state]?.includes(event)) return false;
  return record.state === "draft" ? event === "sent" : record.state !== event;
}

/** @param {Page} page @param {Record} record @param {typeof NOTED[number] | "chased" | "withdrawn"} event @param {string} [rung] */
function note(page, record, event, rung) {
  const { held } = page.journey;
  if (!held) return;
  const at = later(now(), record.history.at(-1)?.at);
  const after = advance(record, { event, at, ...(rung ? { rung } : WITH[event]?.(record)) });
  held.requests = held.requests.map((one) => (one.id === record.id ? after : one));
  page.journey.unsaved = true;
  page.again();
  const card = /** @type {HTMLElement | null} */ (document.querySelector(`[data-number="${CSS.escape(record.id)}"] h2`));
  card?.focus(); // where the person was
}

/** The later of two moments. @param {string} here @param {string} [last] */
function later(here, last) {
  return last && new Date(last) > new Date(here) ? last : here;
}

/** @param {Record} record */
function letter(record) {
  const law = lawCalled(record.law);
  if (!law || ["gone", "withdrawn"].includes(record.state)) return null;
  try {
    return details(say("overview.letter"), ...letterSheet(record, law, now()));
  } catch (error) {
    if (error instanceof RequestIncomplete || error instanceof RequestBroken) return null;
    throw error;
  }
}

/** What the law offers when the time is over or the request was refused, until it is noted as done. @param {Page} page @param {Record} record @param {string} stands */
function next(page, record, stands) {
  const when = stands === "refused" ? "refused" : ["overdue", "no-number"].includes(stands) ? "overdue" : null;
  const taken = new Set(record.history.filter((one) => one.event === "chased").map((one) => one.rung));
  const rungs = lawCalled(record.law)?.rungs.filter((one) => when && one.when.includes(when) && !taken.has(one.id)) ?? [];
  if (!rungs.length) return null;
  const done = button(say("overview.did"), () => note(page, record, "chased", rungs[0].id), { class: "quiet note-chased" });
  return make("div", {}, make("h3", {}, say("overview.next")), rung(rungs[0]), done);
}
