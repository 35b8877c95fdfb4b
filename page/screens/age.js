/** The first question, before anything else; and where to go when the answer is no. */

import { UNDER_18 } from "../facts/places_to_go.js";
import { atOnce, serviceList } from "../help.js";
import { now } from "../journey.js";
import { button, make, paragraph } from "../making.js";
import { nothingLeaves } from "../promise.js";
import { say } from "../words/saying.js";

/** @typedef {import("../start.js").Page} Page */
/** @typedef {import("../frame.js").View} View */

/** @param {Page} page @returns {View} */
export function ageScreen(page) {
  const yes = () => {
    page.journey.adultsAt ??= now();
    page.go("start");
  };
  return {
    title: say("age.title"),
    body: [
      make("p", { class: "lead" }, say("age.first")),
      paragraph(nothingLeaves()),
      paragraph(say("age.why")),
      page.whole ? null : make("p", { class: "warm" }, say("page.old-browser")),
      make("div", { class: "choices" }, button(say("age.yes"), yes, { class: "big", id: "adults" }), button(say("age.no"), () => page.stop(), { class: "big", id: "minors" })),
    ],
  };
}

/** Nothing leads on from here; whoever pressed the wrong button is asked again from the beginning. @param {Page} page @returns {View} */
export function underScreen(page) {
  return {
    title: say("under.title"),
    calm: true,
    body: [
      make("p", { class: "lead" }, say("under.good")),
      paragraph(say(page.halfWay ? "under.forgotten" : "under.nothing")),
      make("p", { class: "warm" }, say("under.do-not")),
      make("h2", {}, say("under.list")),
      serviceList(UNDER_18),
      ...atOnce(),
      button(say("under.again"), () => page.go("age"), { class: "quiet", id: "again" }),
    ],
  };
}
