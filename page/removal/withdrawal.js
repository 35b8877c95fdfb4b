/** The short letter that takes a request back, word for word as `rescind.removal.letter_withdrawal` writes it. */

import { noticeIn } from "./laws.js";
import { direction, longDay, said } from "./letter_words.js";
import { strip } from "./text.js";

/** @typedef {{ language: string, direction: "ltr" | "rtl", subject: string, text: string }} Withdrawal */

const TAKEN_BACK =
  "I take this request back as of {day}. Please take no further steps on it, and delete what I sent you, including contact details and any fingerprints, unless a law obliges you to keep them.";

/**
 * The letter for a request that was taken back at a moment, in the language asked for when the law has a notice in it, else in English.
 * @param {import("./request.js").Request} request @param {import("./laws.js").Law} law @param {{ language?: string, at: string }} options
 * @returns {Withdrawal}
 */
export function withdrawal(request, law, { language = "en", at }) {
  const tongue = noticeIn(law, language).language;
  const own = (/** @type {string} */ words) => apart(strip(words), tongue);
  const subject = said(tongue, "About: request {id}", { id: own(request.id) });
  const asked = said(tongue, TAKEN_BACK, { day: longDay(tongue, at) });
  const lines = [said(tongue, "To: {operator}", { operator: own(request.operator) }), subject, "", asked, "", own(request.asker.name), own(request.asker.contact)];
  return { language: tongue, direction: direction(tongue), subject, text: `${lines.join("\n")}\n` };
}

/** Words so that they keep their own order inside a right-to-left letter. @param {string} words @param {string} tongue */
function apart(words, tongue) {
  return words && direction(tongue) === "rtl" ? `\u2068${words}\u2069` : words;
}
