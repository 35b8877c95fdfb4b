/**
 * The person's own pictures and videos: numbered tiles without a picture, a fingerprint for each, and one shown only when asked, in
 * grey; of a video one still picture.
 */

import { NoAnswer } from "../beside.js";
import { PLAIN_BELOW } from "../fingerprint/print_set.js";
import { button, make, paragraph } from "../making.js";
import { isSaid, say, sayClock, sayIf } from "../words/saying.js";
import { shown } from "./shown.js";

/** @typedef {import("../start.js").Page} Page */
/** @typedef {import("../frame.js").View} View */
/** @typedef {import("../journey.js").OwnPicture} OwnPicture */

const SHOWN_MS = 5000;
const HOUR = 3599.5; // seconds, as they are rounded

/** @param {Page} page @returns {View} */
export function picturesScreen(page) {
  const { journey, looking } = page;
  /** @type {Map<OwnPicture, HTMLElement>} */
  const tiles = new Map(journey.pictures.map((one) => [one, tile(page, one)]));
  const list = make("ul", { class: "tiles" }, ...tiles.values());
  const state = make("div", { class: "state", role: "status" });
  const stop = button(say("pictures.stop"), () => looking.stop(), { id: "stop" });
  const input = make("input", { type: "file", multiple: true, accept: "image/*,video/*", id: "files", class: "unseen", onchange: () => add() });
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
      await page.beside.loadParts();
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
  const name = named(one);
  const item = make("li", { class: one.fault ? "tile unclear" : "tile" });
  const face = make("div", { class: "face", "aria-hidden": "true" }, String(one.number));
  const remove = button(say("pictures.remove"), () => (page.looking.remove(one), item.remove()), { class: "quiet", "aria-label": `${say("pictures.remove")}: ${name}` });
  const there = one.made !== null || one.film !== null;
  const settled = there || one.fault !== null;
  item.append(
    face,
    make("div", { class: "said" }, make("strong", {}, name), make("div", {}, told(page, one))),
    make("div", { class: "small-ways" }, ...(there ? [reveal(page, one, face, name)] : []), ...(settled ? [remove] : [])),
  );
  return item;
}

/** "Picture 2"; "Video 2, 1:20 min" once that is known. @param {OwnPicture} one */
function named({ number, video, seconds }) {
  if (!video) return say("pictures.number", { number });
  if (!seconds) return say("pictures.video", { number });
  return say(seconds < HOUR ? "pictures.video.minutes" : "pictures.video.hours", { number, length: sayClock(seconds) });
}

/** What is said of a picture. @param {Page} page @param {OwnPicture} one */
function told(page, one) {
  if (one.fault) return toldOfFault(one);
  if (one.film) return toldOfVideo(one.film.fingerprint);
  if (one.made) return say(tells(one.made) ? "pictures.done" : "pictures.plain");
  if (page.looking.current !== one) return "";
  if (one.video && one.seconds) return say("pictures.video.busy", { seen: sayClock(one.seen), length: sayClock(one.seconds) });
  return say(one.video ? "pictures.video.begins" : "pictures.busy", { number: one.number });
}

/** Whether there is anything to compare: a picture that is plain as a whole may show one that is not. @param {import("../worker.js").Made} made */
function tells({ fingerprint, prints }) {
  return fingerprint.quality >= PLAIN_BELOW || prints.panels.length > 0 || prints.parts.places !== "";
}

/** Why there is no fingerprint; of a video something else than of a picture, where that is so. @param {OwnPicture} one */
function toldOfFault({ video, fault }) {
  const key = `unclear.video-${fault}`;
  return video && isSaid(key) ? say(key) : sayIf(`unclear.${fault}`, "unclear.broken");
}

/** @param {import("../fingerprint/video/looking.js").VideoFingerprint} film */
function toldOfVideo({ seen, how }) {
  return how.notes.includes("first-part") ? say("pictures.video.first", { time: sayClock(seen) }) : say("pictures.done");
}

/** A button that shows the picture for a few seconds. @param {Page} page @param {OwnPicture} one @param {HTMLElement} face @param {string} name */
function reveal(page, one, face, name) {
  let hide = () => {};
  const press = button(say("pictures.show"), () => (face.firstElementChild ? hide() : void look()), { class: "quiet", "aria-label": `${say("pictures.show")}: ${name}` });
  const look = async () => {
    press.disabled = true;
    const seen = await shown(page, one);
    press.disabled = false;
    if (!seen) return;
    face.replaceChildren(seen.element);
    face.removeAttribute("aria-hidden");
    press.textContent = say("pictures.hide");
    const timer = setTimeout(() => hide(), SHOWN_MS);
    hide = () => {
      clearTimeout(timer);
      seen.forget();
      face.replaceChildren(String(one.number));
      face.setAttribute("aria-hidden", "true");
      press.textContent = say("pictures.show");
    };
  };
  return press;
}
