/** How a request moves: which event may follow which state, and what it does to the clock; as `rescind.removal.steps`. */

import { dueAt } from "./clock.js";
import { lawCalled } from "./laws.js";
import { compareMoments, readMoment, writeMoment } from "./moment.js";

/** @typedef {import("./document.js").Record} Record */
/** @typedef {import("./document.js").Event} Event */

/** @type {{ [state: string]: string[] }} */
export const ALLOWED = {
  draft: ["sent", "received", "incomplete", "gone", "withdrawn"],
  sent: ["received", "incomplete", "granted", "refused", "gone", "chased", "withdrawn"],
  incomplete: ["sent", "received", "incomplete", "granted", "refused", "gone", "chased", "withdrawn"],
  running: ["incomplete", "granted", "refused", "gone", "chased", "withdrawn"],
  granted: ["gone", "chased", "withdrawn"],
  refused: ["granted", "gone", "chased", "withdrawn"],
  gone: ["returned", "withdrawn"],
  withdrawn: [],
};

/** @type {{ [event: string]: string }} */
const LEADS_TO = {
  ...{ sent: "sent", received: "running", incomplete: "incomplete", granted: "granted", refused: "refused" },
  ...{ gone: "gone", returned: "draft", withdrawn: "withdrawn" },
};

/** What cannot happen to a request where it is, or before the last thing that was noted. */
export class StepNotAllowed extends Error {
  constructor() {
    super("this step does not fit");
    this.name = "StepNotAllowed";
  }
}

/** The record after the event; the one given is not changed. Throws StepNotAllowed. @param {Record} record @param {Event} event @returns {Record} */
export function advance(record, event) {
  const last = record.history.at(-1);
  const backwards = last && compareMoments(readMoment(event.at), readMoment(last.at)) < 0;
  if (!ALLOWED[record.state]?.includes(event.event) || backwards) throw new StepNotAllowed();
  const since = sinceAfter(event, record);
  const after = { ...record, state: LEADS_TO[event.event] ?? record.state, history: [...record.history, event] };
  return since === record.since ? after : { ...after, since, due_at: dueFrom(record.law, since) };
}

/** @param {string} slug @param {string | null} since */
function dueFrom(slug, since) {
  const law = lawCalled(slug);
  const due = law && since ? dueAt(law, readMoment(since)) : null;
  return due && writeMoment(due);
}

/** The moment the clock runs from after the event. @param {Event} event @param {Record} before */
function sinceAfter(event, before) {
  if (event.event === "returned") return null;
  if (event.event === "received" && !isReceived(before)) return event.at;
  return ["sent", "received", "incomplete"].includes(event.event) ? (before.since ?? event.at) : before.since;
}

/** Whether the platform has answered in this round that it holds the request. @param {Record} record */
function isReceived({ history }) {
  const round = history.slice(history.findLastIndex((one) => one.event === "returned") + 1);
  return round.some((one) => one.event === "received" || one.event === "incomplete");
}

/** How a request stands at a moment: the last quarter of its time is soon. @param {Record} record @param {string} at */
export function standing({ state, since, due_at }, at) {
  if (["draft", "refused", "gone", "withdrawn"].includes(state)) return state;
  if (!since || !due_at) return "no-number";
  const [from, end, here] = [since, due_at, at].map((moment) => readMoment(moment).seconds);
  if (here > end) return "overdue";
  return end - here <= (end - from) / 4 ? "soon" : "running";
}
