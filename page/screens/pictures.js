/** The person's own pictures: numbered tiles without a picture, a fingerprint for each, and one shown only when asked, in grey. */

import { NoAnswer } from "../beside.js";
import { PLAIN_BELOW } from "../fingerprint/print_set.js";
import { button, make, paragraph } from "../making.js";
import { say, sayIf } from "../words/saying.js";

/** @typedef {import("../start.js").Page} Page */
/** @typedef {import("../frame.js").View} View */
/** @typedef {import("../journey.js").OwnPicture} OwnPicture */

const SHOWN_MS = 5000;

/** @param {Page} page @returns {View} */
export function picturesScreen(page) {
  const { journey, looking } = page;
  /** @type {Map<OwnPicture, HTMLElement>} */
  const tiles = new Map(journey.pictures.map((one) => [one, tile(page, one)]));
  const list = make("ul", { class: "tiles" }, ...tiles.values());
  const state = make("div", { class: "state", role: "status" });
  const stop = button(say("pictures.stop"), () => looking.stop(), { id: "stop" });
  const input = make("input", { type: "file", multiple: true, accept: "image/*", id: "files", class: "unseen", onchange: () => add() });
  const add = () => {
    looking.add(input.files ?? []);
    input.value = "";
    refresh(null);
  };
  const refresh = (/** @type {OwnPicture | null} */ one) => {
    for (const each of journey.pictures) {
      if (tiles.has(each) && each !== one) continue;
      const fresh = tile(page, each);
      const old = tiles.get(each);
      if (old) old.replaceWith(fresh);
      else list.append(fresh);
      tiles.set(each, fresh);
    }
    const [all, left] = [journey.pictures.length, looking.waiting.length];
    stop.hidden = !looking.runs;
    state.replaceChildren(all ? say("pictures.progress", { done: all - left, all }) : "");
  };
  looking.onChange = refresh;
  refresh(null);
  return {
    title: say("pictures.title"),
    back: "who",
    skip: "places",
    body: [
      paragraph(say("pictures.what")),
      paragraph(say("pictures.none")),
      make("div", {}, input, make("label", { for: "files", class: "as-button" }, say("pictures.choose"))),
      make("p", { class: "small" }, say("pictures.hidden")),
      state,
      list,
      stop,
      ...partsAhead(page),
    ],
    next: { go: () => (looking.runs ? (page.problem(say("pictures.wait")), null) : "places") },
  };
}

/** A button that loads the page's parts on demand beforehand. @param {Page} page */
function partsAhead(page) {
  const state = make("p", { class: "small", role: "status" }, say("pictures.parts"));
  const press = button(say("pictures.parts.load"), () => void loaded(), { id: "load-parts", class: "quiet" });
  const loaded = async () => {
    press.disabled = true;
    try {
      await page.beside.ask({ what: "load-parts" });
      press.remove();
      state.replaceChildren(say("pictures.parts.there"));
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      press.disabled = false;
      page.problem(say("pictures.parts.failed"));
    }
  };
  return [state, press];
}

/** @param {Page} page @param {OwnPicture} one */
function tile(page, one) {
  const name = say("pictures.number", { number: one.number });
  const item = make("li", { class: one.fault ? "tile unclear" : "tile" });
  const face = make("div", { class: "face", "aria-hidden": "true" }, String(one.number));
  const remove = button(say("pictures.remove"), () => (page.looking.remove(one), item.remove()), { class: "quiet", "aria-label": `${say("pictures.remove")}: ${name}` });
  const settled = one.made !== null || one.fault !== null;
  item.append(
    face,
    make("div", { class: "said" }, make("strong", {}, name), make("div", {}, told(page, one))),
    make("div", { class: "small-ways" }, ...(one.made ? [reveal(one, face, name)] : []), ...(settled ? [remove] : [])),
  );
  return item;
}

/** What is said of a picture. @param {Page} page @param {OwnPicture} one */
function told(page, one) {
  if (one.fault) return sayIf(`unclear.${one.fault}`, "unclear.broken");
  if (one.made) return say(tells(one.made) ? "pictures.done" : "pictures.plain");
  return page.looking.current === one ? say("pictures.busy", { number: one.number }) : "";
}

/** Whether there is anything to compare: a picture that is plain as a whole may show one that is not. @param {import("../worker.js").Made} made */
function tells({ fingerprint, prints }) {
  return fingerprint.quality >= PLAIN_BELOW || prints.panels.length > 0 || prints.parts.places !== "";
}

/** A button that shows the picture for a few seconds. @param {OwnPicture} one @param {HTMLElement} face @param {string} name */
function reveal(one, face, name) {
  let hide = () => {};
  const press = button(say("pictures.show"), () => (face.querySelector("img") ? hide() : look()), { class: "quiet", "aria-label": `${say("pictures.show")}: ${name}` });
  const look = () => {
    const address = URL.createObjectURL(one.file);
    face.replaceChildren(make("img", { src: address, alt: say("pictures.alt", { number: one.number }) }));
    face.removeAttribute("aria-hidden");
    press.textContent = say("pictures.hide");
    const timer = setTimeout(() => hide(), SHOWN_MS);
    hide = () => {
      clearTimeout(timer);
      URL.revokeObjectURL(address);
      face.replaceChildren(String(one.number));
      face.setAttribute("aria-hidden", "true");
      press.textContent = say("pictures.show");
    };
  };
  return press;
}
