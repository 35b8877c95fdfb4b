/**
 * The way out: the page empties itself and another one takes its place, also in the list of pages that Back goes to. Other
 * windows of the same site, such as those of a desk, do so too; the browser tells them, and nothing is kept or sent for it.
 */

const ELSEWHERE = "https://www.wikipedia.org/";
const PRESSES = 3;
const WITHIN_MS = 1500;
const others = new BroadcastChannel("leave-all-windows");

/** Empty the page and go elsewhere. @param {() => void} forget @param {{ alone?: boolean, where?: string }} [options] alone: the others know already */
export function leave(forget, { alone = false, where = ELSEWHERE } = {}) {
  if (!alone) others.postMessage("left");
  forget();
  document.title = "Wikipedia";
  document.body.replaceChildren();
  location.replace(where);
}

/** Call when another window of this site was left. @param {() => void} out */
export function onLeft(out) {
  others.onmessage = out;
}

/** Call when Escape is pressed three times in a row. @param {() => void} out */
export function onEscapes(out) {
  /** @type {number[]} */
  let pressed = [];
  addEventListener("keydown", ({ key, timeStamp }) => {
    pressed = key === "Escape" ? [...pressed.filter((at) => timeStamp - at < WITHIN_MS), timeStamp] : [];
    if (pressed.length >= PRESSES) out();
  });
}
