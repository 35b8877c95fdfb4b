/** A complete letter from a request and its law: the law's notice in the middle, our frame around it. */

import { requireComplete } from "./document.js";
import { noticeIn } from "./laws.js";
import { address, mark, number, read, unmarked } from "./letter_marks.js";
import { direction, hurry, longDay, longMoment, runsLeft, said } from "./letter_words.js";
import { compareMoments, readDay, readMoment, writeMoment } from "./moment.js";
import { fill } from "./notice.js";
import { lines, strip } from "./text.js";

/** @typedef {import("./request.js").Request} Request */
/** @typedef {import("./request.js").Place} Place */
/** @typedef {import("./laws.js").Law} Law */
/** @typedef {{ name: string, lines: string[] }} Fact */
/**
 * @typedef {{ request: string, law: string, language: string, direction: "ltr" | "rtl", subject: string, title: string,
 *   facts: Fact[], blocks: import("./letter_marks.js").Block[], contact: string }} Letter
 */

/**
 * The letter for a complete request, written at `now`, in the language asked for when the law has a notice in it, else in
 * English. Throws RequestIncomplete. Nothing of the request's fingerprints is read.
 * @param {Request} request @param {Law} law @param {{ language?: string, now: string }} options
 * @returns {Letter}
 */
export function compose(request, law, { language = "en", now }) {
  requireComplete(request);
  const chosen = noticeIn(law, language);
  const tongue = chosen.language;
  return {
    request: request.id,
    law: law.slug,
    language: tongue,
    direction: direction(tongue),
    subject: subject(request, law, tongue),
    title: said(tongue, "Request to remove pictures"),
    facts: facts(request, law, tongue, now),
    blocks: read(fill(mark(chosen.template), values(request, law, tongue, now))),
    contact: strip(request.asker.contact),
  };
}

/** A line that says nothing of what is shown, and still tells the desk what it is and how soon. @param {Request} request @param {Law} law @param {string} tongue */
function subject(request, law, tongue) {
  const first = said(tongue, "Removal request under {law}", { law: apart(law.citations[0], tongue) });
  const due = said(tongue, "act {in_time}", { in_time: hurry(tongue, law.slug) });
  return [first, due, apart(request.id, tongue)].join(" – ");
}

/** @param {Request} request @param {Law} law @param {string} tongue @param {string} now @returns {Fact[]} */
function facts(request, law, tongue, now) {
  const soon = hurry(tongue, law.slug);
  const rows = [
    { name: "To", lines: [own(strip(request.operator), tongue)] },
    { name: "Request", lines: [apart(request.id, tongue)] },
    { name: "Under", lines: law.citations.map((each) => apart(each, tongue)) },
    { name: "Written", lines: [longMoment(tongue, now)] },
    { name: "Time to act", lines: [soon.slice(0, 1).toUpperCase() + soon.slice(1)] },
    { name: "Items", lines: [String(request.places.length)] },
  ];
  const filled = rows.filter((row) => row.lines.some((line) => line !== ""));
  return filled.map((row) => ({ ...row, name: said(tongue, row.name) }));
}

/** Everything a notice may have a gap for; what is not there is empty. @param {Request} request @param {Law} law @param {string} tongue @param {string} now @returns {import("./notice.js").Values} */
function values(request, law, tongue, now) {
  const { asker } = request;
  const scope = asker.authority ? strip(asker.authority.scope).replace(/\.+$/, "") : "";
  return {
    operator: own(request.operator, tongue),
    pages: byPage(request.places).map((places, at) => page(at + 1, places, tongue)),
    asker_name: own(asker.name, tongue),
    asker_contact: unmarked(asker.contact),
    asker_postal: own(asker.postal, tongue),
    asker_phone: unmarked(asker.phone),
    role: said(tongue, asker.role === "self" ? "The person shown" : "Authorised to act for the person shown"),
    authorised: asker.role === "authorised",
    authority_scope: own(scope, tongue),
    authority_since: asker.authority ? longDay(tongue, writeMoment(readDay(asker.authority.since))) : "",
    reason: own(request.reason, tongue),
    today: longDay(tongue, now),
    law_citation: apart(law.citations.join(", "), tongue),
    request_id: apart(request.id, tongue),
  };
}

/** The places of each page together, in the order the pages come; without a page each stands alone. @param {Place[]} places */
function byPage(places) {
  /** @type {Map<string | number, Place[]>} */
  const pages = new Map();
  places.forEach((place, at) => {
    const key = strip(place.page) || at;
    pages.set(key, [...(pages.get(key) ?? []), place]);
  });
  return [...pages.values()];
}

/** What a notice may say of one page. @param {number} count @param {Place[]} places @param {string} tongue */
function page(count, places, tongue) {
  const told = places.filter((each) => strip(each.file ?? "") || strip(each.note));
  const words = strip(places[0].page);
  const onlyAFile = places.length === 1 && words === strip(places[0].file ?? "");
  return {
    number: number(count),
    page: onlyAFile ? "" : marked(words),
    seen: seen(places, tongue),
    more: told.length > 0 && told.length < places.length,
    places: told.map((each) => ({ file: marked(each.file ?? ""), note: own(each.note, tongue) })),
  };
}

/** When they were seen, from the first to the last; empty when one of them was not. @param {Place[]} places @param {string} tongue */
function seen(places, tongue) {
  const moments = places.flatMap((each) => (each.seen_at ? [each.seen_at] : []));
  if (!moments.length || moments.length < places.length) return "";
  moments.sort((a, b) => compareMoments(readMoment(a), readMoment(b)));
  const [first, last] = [longMoment(tongue, moments[0]), longMoment(tongue, moments[moments.length - 1])];
  return first === last ? first : `${first} – ${last}`;
}

/** @param {string} words */
function marked(words) {
  return strip(words) ? address(strip(words)) : "";
}

/** A person's words without marks, each line kept apart when it may run the other way than the letter. @param {string} words @param {string} tongue */
function own(words, tongue) {
  const kept = lines(words).map((line) => unmarked(strip(line)));
  const turns = (/** @type {string} */ line) => direction(tongue) === "rtl" || runsLeft(line);
  return kept.map((line) => (line && turns(line) ? `\u2068${line}\u2069` : line)).join("\n");
}

/** Left-to-right words so that they keep their order inside a right-to-left line. @param {string} words @param {string} tongue */
function apart(words, tongue) {
  return direction(tongue) === "ltr" ? words : `\u2066${words}\u2069`;
}
