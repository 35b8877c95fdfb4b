/** Begin or come back; and who the pictures show. */

import { now } from "../journey.js";
import { button, choice, details, labelled, make, paragraph } from "../making.js";
import { nothingLeaves, seeForYourself } from "../promise.js";
import { say, sayDay } from "../words/saying.js";
import { keepPart } from "./keep.js";

/** @typedef {import("../start.js").Page} Page */
/** @typedef {import("../frame.js").View} View */
/** @typedef {import("../journey.js").Journey} Journey */

/** @param {Page} page @returns {View} */
export function startScreen(page) {
  return {
    title: say("start.title"),
    back: "age",
    body: [
      make(
        "div",
        { class: "choices" },
        button(say("start.begin"), () => page.go("who"), { class: "big", id: "begin" }),
        button(say("start.open"), () => page.go("open"), { class: "big", id: "open" }),
      ),
      paragraph(say("start.begin.what")),
      make("p", { class: "warm" }, nothingLeaves()),
      details(say("page.sure"), paragraph(seeForYourself()), paragraph(say("page.memory"))),
      keepPart(),
      paragraph(say("start.promise")),
      paragraph(say("start.never")),
    ],
  };
}

/** @param {Page} page @returns {View} */
export function whoScreen(page) {
  const { journey } = page;
  const scope = make("input", { type: "text", maxlength: 400, value: journey.scope, oninput: ({ target }) => Object.assign(journey, { scope: target.value, unsaved: true }) });
  const since = make("input", { type: "date", value: journey.since, max: now().slice(0, 10), oninput: ({ target }) => allowedSince(journey, target.value) });
  const more = make("div", { hidden: journey.role !== "authorised", id: "permission" }, journey.withdrawn && paragraph(sayWithdrawn(journey)), labelled(say("who.scope"), scope, say("who.scope.why")), labelled(say("who.since"), since));
  const pick = (/** @type {"self" | "authorised"} */ role) => () => {
    Object.assign(journey, { role, unsaved: true });
    more.hidden = role === "self";
  };
  return {
    title: say("who.title"),
    back: "start",
    body: [
      paragraph(say("who.why")),
      make(
        "fieldset",
        { class: "choices" },
        make("legend", { class: "unseen" }, say("who.title")),
        choice({ type: "radio", name: "role", value: "self", checked: journey.role === "self", onchange: pick("self") }, say("who.self")),
        choice({ type: "radio", name: "role", value: "authorised", checked: journey.role === "authorised", onchange: pick("authorised") }, say("who.other")),
      ),
      more,
    ],
    next: { go: () => afterWho(page) },
  };
}

/** @param {Page} page */
function afterWho(page) {
  const { role, scope, since } = page.journey;
  const wrong = role === null ? say("who.choose") : role === "authorised" && (!scope.trim() || !since) ? say("who.scope.missing") : null;
  const over = role === "authorised" && page.journey.withdrawn ? sayWithdrawn(page.journey) : null;
  if (wrong || over) page.problem(wrong ?? over ?? "");
  return wrong || over ? null : "pictures";
}

/** A permission from the day on that the last one was taken back, or a later one, is a new one. @param {Journey} journey @param {string} day */
function allowedSince(journey, day) {
  Object.assign(journey, { since: day, unsaved: true });
  if (day >= journey.withdrawn) journey.withdrawn = "";
}

/** @param {Journey} journey */
function sayWithdrawn({ withdrawn }) {
  return say("who.withdrawn", { day: sayDay(withdrawn) });
}
