/** What is around every screen: language, the way out, the steps, back and on, and the people who help. */

import { helpPanel } from "./help.js";
import { button, make } from "./making.js";
import { current, say, speak } from "./words/saying.js";
import { TONGUES } from "./words/tongues.js";

/**
 * One screen: one question. `next` is the way on; its `go` names the next screen, or null to stay. `step` is its place among
 * the steps.
 * @typedef {object} View
 * @property {string} title @property {(import("./making.js").Child)[]} body
 * @property {{ words?: string | HTMLElement, quiet?: boolean, go: () => string | null | Promise<string | null> }} [next]
 * @property {string} [skip] @property {string} [back] @property {boolean} [calm] no list of people who help below it
 */

/** The questions that are asked one after the other. */
export const STEPS = ["who", "pictures", "places", "law", "declare", "reason", "contact", "papers"];

/** @typedef {import("./start.js").Page} Page */

/** @param {Page} page @param {string} name @param {View} view */
export function show(page, name, view) {
  const { direction, drafted } = TONGUES[current()];
  document.documentElement.lang = current();
  document.documentElement.dir = direction;
  document.title = say("page.title");
  const title = make("h1", { tabindex: "-1" }, view.title);
  const main = make(
    "main",
    { id: "screen", class: `screen ${name}`, oninput: () => problem("") },
    progress(name),
    title,
    ...view.body,
    make("div", { id: "problem", class: "problem", role: "alert" }),
    ways(page, view),
    view.calm ? null : helpPanel(),
    view.calm || name === "age" ? null : button(say("under.link"), () => page.stop(), { class: "plain-link", id: "under-18" }),
  );
  document.body.replaceChildren(bar(page), main, ...(drafted ? [make("footer", {}, make("p", { class: "small" }, drafted))] : []));
  window.scrollTo(0, 0);
  title.focus({ preventScroll: true });
}

/** @param {Page} page */
function bar(page) {
  const options = Object.entries(TONGUES).map(([tag, tongue]) => make("option", { value: tag, selected: tag === current() }, tongue.name));
  const choose = make("select", { "aria-label": say("page.language"), onchange: ({ target }) => (speak(target.value), page.again()) }, ...options);
  const leave = button(say("page.leave"), () => page.leave(), { class: "leave", title: say("page.leave.why") });
  return make("header", { class: "bar" }, choose, leave);
}

/** @param {string} name */
function progress(name) {
  const at = STEPS.indexOf(name);
  if (at < 0) return null;
  const words = say("page.step", { step: at + 1, steps: STEPS.length });
  return make("div", { class: "progress" }, make("span", { class: "small" }, words), make("progress", { max: STEPS.length, value: at + 1, "aria-label": words }));
}

/** @param {Page} page @param {View} view */
function ways(page, { next, skip, back }) {
  const on = next ? button(next.words ?? say("page.next"), async () => follow(page, await next.go()), { class: next.quiet ? "quiet" : "main", id: "next" }) : null;
  const past = skip ? button(say("page.skip"), () => page.go(skip), { class: "quiet", id: "skip" }) : null;
  const before = back ? button(say("page.back"), () => page.go(back), { class: "quiet", id: "back" }) : null;
  return on || past || before ? make("nav", { class: "ways" }, before, past, on) : null;
}

/** @param {Page} page @param {string | null} name */
function follow(page, name) {
  if (name) page.go(name);
}

/** Say what is in the way, where a screen reader hears it. @param {string} words */
export function problem(words) {
  const place = document.getElementById("problem");
  if (place) place.replaceChildren(words);
  if (words) place?.scrollIntoView({ block: "nearest" });
}
