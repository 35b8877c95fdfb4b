/** Taking back: a request, with the short letter that says so; and, for who acts for somebody, the permission they had. */

import { now } from "../journey.js";
import { button, details, make, paragraph } from "../making.js";
import { lawCalled } from "../removal/laws.js";
import { ALLOWED } from "../removal/steps.js";
import { withdrawal } from "../removal/withdrawal.js";
import { current, say, sayDay } from "../words/saying.js";
import { lettersWays } from "./letter_ways.js";

/** @typedef {import("../start.js").Page} Page */
/** @typedef {import("../removal/document.js").Record} Record */
/** @typedef {import("../making.js").Child} Child */

/** What is said before a request is taken back, and the button; null where it cannot be. @param {Record} record @param {() => void} take */
export function takeBack(record, take) {
  if (!lawCalled(record.law) || !ALLOWED[record.state]?.includes("withdrawn")) return null;
  const sent = record.history.length > 0;
  return details(
    say("back.title"),
    paragraph(say(sent ? "back.what" : "back.unsent")),
    record.state === "gone" && paragraph(say("back.gone")),
    button(say("back.yes"), take, { class: "quiet note-withdrawn" }),
  );
}

/** The letter for a request that was taken back; nothing where nobody had heard of it. @param {Record} record @returns {Child[]} */
export function takenBack(record) {
  const law = lawCalled(record.law);
  const last = record.history.at(-1);
  if (!law || last?.event !== "withdrawn" || record.history.length < 2) return [];
  const written = withdrawal(record, law, { language: current(), at: last.at });
  const sheet = make("pre", { class: "letter", lang: written.language, dir: written.direction, tabindex: "0", role: "region", "aria-label": say("back.letter") }, written.text);
  return [make("h3", {}, say("back.letter")), paragraph(say("back.send")), sheet, ...lettersWays(written, sheet)];
}

/** For an adviser: that the person shown took back what they allowed, or the way to note it. @param {Page} page @returns {Child[]} */
export function permissionCard(page) {
  const authority = page.journey.held?.asker?.authority;
  if (!authority) return [];
  if (authority.withdrawn) return [make("p", { class: "card" }, say("permission.gone", { day: sayDay(authority.withdrawn) }))];
  const yes = button(say("permission.yes"), () => takePermissionBack(page), { class: "quiet", id: "permission-back" });
  return [details(say("permission.title"), paragraph(say("permission.what")), yes)];
}

/** From today on nothing can be asked for them; what was asked stays. @param {Page} page */
function takePermissionBack(page) {
  const { journey } = page;
  const { held } = journey;
  if (!held?.asker?.authority) return;
  const withdrawn = now().slice(0, 10);
  held.asker = { ...held.asker, authority: { ...held.asker.authority, withdrawn } };
  Object.assign(journey, { withdrawn, unsaved: true });
  page.again();
}
