/** What the person can do now: send the letters, and what can be done at the same time. */

import { lawsOf } from "../journey.js";
import { away, button, make, paragraph } from "../making.js";
import { lawCalled } from "../removal/laws.js";
import { lawSays, say } from "../words/saying.js";

/** @typedef {import("../start.js").Page} Page */
/** @typedef {import("../frame.js").View} View */

/** @param {Page} page @returns {View} */
export function afterScreen(page) {
  const { held, places } = page.journey;
  const laws = places.length ? lawsOf(page.journey) : (held?.requests ?? []).flatMap((one) => lawCalled(one.law) ?? []);
  const rungs = laws.flatMap((law) => law.rungs.filter((one) => one.when.includes("now")));
  const once = [...new Map(rungs.map((one) => [one.id, one])).values()];
  return {
    title: say("after.title"),
    back: places.length ? "papers" : "save",
    body: [
      paragraph(say("after.send")),
      make("div", { class: "row" }, held && button(say("after.overview"), () => page.go("overview"), { id: "overview" }), button(say("forms.title"), () => page.go("forms"), { id: "forms" })),
      make("p", { class: "warm" }, say("after.rest")),
      once.length > 0 && make("h2", {}, say("after.also")),
      once.length > 0 && make("p", { class: "small" }, say("after.links")),
      ...once.map(rung),
    ],
  };
}

/** One thing that can be done, with what to have ready and where. @param {import("../removal/laws.js").Rung} one */
export function rung(one) {
  const { words, tongue } = lawSays(one.text);
  return make(
    "div",
    { class: "card" },
    make("p", { lang: tongue, dir: "auto" }, words),
    one.needs.length > 0 && make("p", { class: "small", dir: "auto" }, say("after.needs", { needs: one.needs.map((need) => lawSays(need).words).join("; ") })),
    one.link && make("p", {}, away(one.link)),
  );
}
