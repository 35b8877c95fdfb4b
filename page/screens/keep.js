/** Keep the page itself on this device, or remove it: a part of other screens, closed at first, and only where it can work. */

import { canKeep, isKept, keep, remove } from "../keeping.js";
import { button, details, make, paragraph } from "../making.js";
import { say } from "../words/saying.js";

/** The part, or null where the page cannot be kept. */
export function keepPart() {
  if (!canKeep()) return null;
  const place = make("div", { id: "keep-part" });
  const told = make("p", { role: "status", class: "warm" });
  const panel = details(say("keep.title"), place, told);
  panel.id = "keep-page";
  const draw = async () => place.replaceChildren(...((await isKept()) ? there(told, draw) : offer(told, draw)));
  void draw();
  return panel;
}

/** What is said before. @param {HTMLElement} told @param {() => Promise<void>} draw */
function offer(told, draw) {
  const press = button(say("keep.button"), () => void begin(), { id: "keep" });
  const begin = async () => {
    press.disabled = true;
    told.replaceChildren(say("keep.busy"));
    const done = await keep();
    told.replaceChildren(say(done ? "keep.done" : "keep.failed"));
    await draw();
  };
  return [paragraph(say("keep.what")), paragraph(say("keep.trace")), make("p", { class: "small" }, say("keep.back")), press];
}

/** What is said when it is kept. @param {HTMLElement} told @param {() => Promise<void>} draw */
function there(told, draw) {
  const end = async () => {
    await remove();
    told.replaceChildren(say("keep.removed"));
    await draw();
  };
  return [paragraph(say("keep.there")), paragraph(say("keep.trace")), button(say("keep.remove"), () => void end(), { id: "keep-not" }), make("p", { class: "small" }, say("keep.remove.also", { host: location.host }))];
}
