/** Keep everything in one sealed file, if the person wants. */

import { NoAnswer } from "../beside.js";
import { download } from "../downloads.js";
import { PASSPHRASE_WORDS } from "../facts/passphrase_words.js";
import { caseOf, now, settle } from "../journey.js";
import { button, labelled, make, paragraph } from "../making.js";
import { say } from "../words/saying.js";

/** @typedef {import("../start.js").Page} Page */
/** @typedef {import("../frame.js").View} View */

export const FILE_NAME = "notes.age";

const WORDS = 7; // some 90 bits
const SHORT_OF = 12;
const FEWEST_LETTERS = 6;

/** @param {Page} page @returns {View} */
export function saveScreen(page) {
  const field = make("textarea", { rows: 2, id: "passphrase", autocomplete: "off", autocapitalize: "off", spellcheck: "false", dir: "auto" });
  field.value = page.journey.passphrase || madeUp();
  const told = make("p", { role: "status", class: "warm" });
  let warned = "";
  const save = async () => {
    const words = field.value.replace(/\s*\n\s*/g, " ").trim();
    const weak = judged(words);
    if (weak && (weak === "empty" || warned !== words)) {
      warned = words;
      return page.problem(say(weak === "empty" ? "save.empty" : "save.short"));
    }
    page.problem("");
    press.disabled = true;
    told.replaceChildren(say("save.busy"));
    const done = await seal(page, words, told);
    press.disabled = false;
    if (done) next.replaceChildren(say("save.next"));
  };
  const press = button(say("save.button"), () => void save(), { class: "main", id: "save" });
  const next = make("span", {}, say(page.journey.unsaved ? "save.without" : "save.next"));
  return {
    title: say("save.title"),
    back: page.journey.places.length ? "papers" : "overview",
    body: [
      paragraph(say("save.what")),
      labelled(say("save.words"), field, say("save.words.why")),
      button(say("save.other"), () => (field.value = madeUp()), { class: "quiet" }),
      make("p", { class: "warm" }, say("save.lost")),
      press,
      told,
      make("p", { class: "small" }, say("save.device", { name: FILE_NAME })),
    ],
    next: { words: next, quiet: true, go: () => "after" },
  };
}

/** @param {Page} page @param {string} words @param {HTMLElement} told */
async function seal(page, words, told) {
  const held = caseOf(page.journey, now());
  try {
    const sealed = await page.beside.ask({ what: "seal", held, passphrase: words });
    download(FILE_NAME, sealed, "application/octet-stream");
    Object.assign(page.journey, { passphrase: words, sealed });
    settle(page.journey, held);
    told.replaceChildren(say("save.done", { name: FILE_NAME }));
    return true;
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    told.replaceChildren("");
    page.problem(say("save.failed"));
    return false;
  }
}

/** Random words, each as likely as any other. */
function madeUp() {
  return Array.from({ length: WORDS }, () => PASSPHRASE_WORDS[below(PASSPHRASE_WORDS.length)]).join(" ");
}

/** A random number below this one, none more likely than another. @param {number} count */
function below(count) {
  const most = Math.floor(2 ** 32 / count) * count;
  for (;;) {
    const [number] = crypto.getRandomValues(new Uint32Array(1));
    if (number < most) return number % count;
  }
}

/** What is weak about a passphrase, as Python judges it; nothing when it will do. @param {string} words */
export function judged(words) {
  const letters = [...words.normalize("NFC")].filter((letter) => !/\s/u.test(letter));
  if (!letters.length) return "empty";
  return letters.length < SHORT_OF || new Set(letters).size < FEWEST_LETTERS ? "weak" : null;
}
