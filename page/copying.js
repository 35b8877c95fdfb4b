/** Copies words, so that they can be pasted somewhere else; where the browser refuses, they are shown and marked. */

import { button, make } from "./making.js";
import { say } from "./words/saying.js";

/** Whether the words are in the clipboard now. @param {string} words @returns {Promise<boolean>} */
export function copied(words) {
  return (navigator.clipboard?.writeText(words) ?? Promise.reject(new Error("no clipboard"))).then(
    () => true,
    () => false,
  );
}

/** A button that copies words, and shows below it what it copied. @param {string} label @param {string} words @param {string} name for tests and styles */
export function copyButton(label, words, name) {
  const told = make("div", { role: "status", class: "small" });
  const show = async () => {
    const done = await copied(words);
    const text = make("pre", { class: "copied", dir: "auto", tabindex: "0" }, words);
    told.replaceChildren(say(done ? "papers.copied" : "forms.not-copied"), text);
    if (!done) getSelection()?.selectAllChildren(text);
  };
  return make("div", {}, button(label, () => void show(), { class: `quiet copy-${name}` }), told);
}
