/** Come back with a file that was saved before, here or by the program on a computer. */

import { NoAnswer } from "../beside.js";
import { takeUp } from "../journey.js";
import { button, choice, labelled, make } from "../making.js";
import { say, sayIf } from "../words/saying.js";
import { FILE_NAME } from "./save.js";

/** @typedef {import("../start.js").Page} Page */
/** @typedef {import("../frame.js").View} View */

/** @param {Page} page @returns {View} */
export function openScreen(page) {
  const file = make("input", { type: "file", id: "case" });
  const words = make("input", { type: "password", id: "passphrase", autocomplete: "off", autocapitalize: "off", spellcheck: "false" });
  const shown = choice({ type: "checkbox", onchange: ({ target }) => (words.type = target.checked ? "text" : "password") }, say("open.show"));
  const told = make("p", { role: "status" });
  const press = button(say("open.button"), () => void open(), { class: "main", id: "unseal" });
  const open = async () => {
    const chosen = file.files?.[0];
    if (!chosen || !words.value) return page.problem(say(chosen ? "open.no-passphrase" : "open.no-file"));
    page.problem("");
    told.replaceChildren(say("open.busy"));
    press.disabled = true;
    const trouble = await opened(page, chosen, words.value);
    press.disabled = false;
    told.replaceChildren("");
    if (trouble) page.problem(trouble);
    else page.go("overview");
  };
  return {
    title: say("open.title"),
    back: "start",
    body: [
      page.journey.unsaved && make("p", { class: "warm", id: "replaces" }, say("open.replaces")),
      labelled(say("open.file"), file, say("open.file.why", { name: FILE_NAME })),
      labelled(say("open.passphrase"), words),
      shown,
      press,
      told,
    ],
  };
}

/** Open the file; returns what is in the way, or null. @param {Page} page @param {File} file @param {string} passphrase */
async function opened(page, file, passphrase) {
  try {
    const sealed = await file.arrayBuffer();
    const kept = new Uint8Array(sealed.slice(0)); // the worker takes the other
    takeUp(page.journey, await page.beside.ask({ what: "open", sealed, passphrase }, [sealed]));
    Object.assign(page.journey, { passphrase, sealed: kept });
    return null;
  } catch (error) {
    if (!(error instanceof NoAnswer || error instanceof DOMException)) throw error;
    return sayIf(`case.${error instanceof NoAnswer ? error.fault : ""}`, "case.other");
  }
}
