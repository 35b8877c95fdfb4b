/** What a screen offers where the program that shows this page can look at pages: now, and again. */

import { MOST_BYTES, bytesOf, foundThere, lookAgain, lookAt, useFound, wasAsked } from "../local_checks.js";
import { button, make, paragraph } from "../making.js";
import { say } from "../words/saying.js";

/** @typedef {import("../start.js").Page} Page */

/** Look at the places of the screen for the person's files. @param {Page} page */
export function lookCard(page) {
  const use = button(say("checks.use"), () => takeFound(page), { id: "use-found", class: "quiet" });
  const look = () => {
    const problem = inTheWay(page);
    page.problem(problem);
    if (problem) return;
    lookAt(page.journey);
    use.hidden = false;
  };
  use.hidden = !wasAsked();
  return make(
    "section",
    { class: "card", id: "checks" },
    paragraph(say("checks.what")),
    make("p", { class: "small" }, say("checks.tab")),
    make("div", { class: "row" }, button(say("checks.look"), look, { id: "look" }), use),
  );
}

/** @param {Page} page */
function inTheWay({ journey }) {
  if (!journey.places.length) return say("places.missing");
  if (!journey.pictures.length) return say("checks.no-pictures");
  return bytesOf(journey) > MOST_BYTES ? say("checks.too-large") : "";
}

/** @param {Page} page */
function takeFound(page) {
  const count = useFound(page.journey, foundThere());
  if (count) page.again();
  page.problem(count ? say("checks.used", { count }) : say("checks.none"));
}

/** Look again at everything in the person's sealed file. @param {Page} page */
export function againCard(page) {
  const look = () => {
    const { sealed, unsaved } = page.journey;
    if (!sealed || unsaved) return page.problem(say("checks.save-first"));
    page.problem("");
    lookAgain(sealed);
  };
  return make(
    "section",
    { class: "card", id: "checks" },
    paragraph(say("checks.again.what")),
    make("p", { class: "small" }, say("checks.tab")),
    button(say("checks.again"), look, { id: "look-again" }),
  );
}
