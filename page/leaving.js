/** The way out: the page empties itself and another one takes its place, also in the list of pages that Back goes to. */

const ELSEWHERE = "https://www.wikipedia.org/";
const PRESSES = 3;
const WITHIN_MS = 1500;

/** Empty the page and go elsewhere. @param {() => void} forget */
export function leave(forget) {
  forget();
  document.title = "Wikipedia";
  document.body.replaceChildren();
  location.replace(ELSEWHERE);
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
