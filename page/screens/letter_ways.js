/** What can be done with a written letter: copy it, open it in the mail program, print it. Nothing is sent from here. */

import { copied } from "../copying.js";
import { button, make } from "../making.js";
import { say } from "../words/saying.js";

/** @typedef {{ subject: string, text: string, language: string, direction: "ltr" | "rtl" }} Written */

/** Longer addresses of this kind are cut off by some mail programs. */
const MAIL_LIMIT = 30_000;

/** @param {Written} written @param {HTMLElement} sheet the letter as it is shown; marked where the browser does not let us copy @returns {HTMLElement[]} */
export function lettersWays(written, sheet) {
  const told = make("p", { role: "status", class: "small" });
  return [
    make(
      "div",
      { class: "row" },
      button(say("papers.copy"), () => void copy(written.text, sheet, told), { class: "copy" }),
      mailLink(written),
      button(say("papers.print"), () => print(written)),
    ),
    told,
    make("p", { class: "small" }, say("papers.mail.why")),
  ];
}

/** @param {Written} written */
function mailLink({ subject, text }) {
  const address = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
  if (address.length > MAIL_LIMIT) return make("p", { class: "small" }, say("papers.mail.long"));
  return make("a", { href: address, class: "as-button mail" }, say("papers.mail"));
}

/** @param {string} text @param {HTMLElement} sheet @param {HTMLElement} told */
async function copy(text, sheet, told) {
  const done = await copied(text);
  if (!done) getSelection()?.selectAllChildren(sheet);
  told.replaceChildren(say(done ? "papers.copied" : "papers.not-copied"));
}

/** Print this letter and nothing else of the page. @param {Written} written */
function print({ text, language, direction }) {
  const paper = make("pre", { class: "paper", lang: language, dir: direction }, text);
  for (const last of document.querySelectorAll(".paper")) last.remove();
  document.body.append(paper);
  addEventListener("afterprint", () => paper.remove(), { once: true }); // browsers on phones go on before they have printed
  window.print();
}
