/** The forms that large sites and search engines have of their own, and the pieces of a request that fit there. A person opens and fills them. */

import { FORMS } from "../facts/forms.js";
import { lawCalled } from "./laws.js";
import { strip } from "./text.js";

/** @typedef {import("./request.js").Request} Request */
/** @typedef {"addresses" | "files" | "statements" | "reason" | "name" | "contact"} Piece */
/**
 * @typedef {{ id: string, name: string, kind: "site" | "search" | "list", hosts: string[], link: string, guide: string, asks: string[],
 *   paste: Piece[], way: string, limits: string, read_on: string, checked: boolean }} Form
 */

/** @returns {Form[]} */
export function forms() {
  return /** @type {any} */ (FORMS);
}

/** The host of a web address, without a port; nothing when it is none. @param {string} address */
function hostOf(address) {
  const words = strip(address);
  return /^https?:\/\//i.test(words) && URL.canParse(words) ? new URL(words).hostname.replace(/\.$/, "") : "";
}

/** Whether an address lies with the form's site, or anywhere for a form that is not for one site. @param {Form} form @param {string} address */
function covers(form, address) {
  const host = hostOf(address);
  return form.kind === "site" ? form.hosts.some((one) => host === one || host.endsWith(`.${one}`)) : host !== "";
}

/** The places of a request that a form is for. @param {Form} form @param {Request} request */
function placesFor(form, request) {
  return request.places.filter(({ page, file }) => covers(form, page) || covers(form, file ?? ""));
}

/** Those of the requests that a form is for. @param {Form} form @param {readonly Request[]} requests */
export function concerned(form, requests) {
  return requests.filter((request) => placesFor(form, request).length > 0);
}

/** What each piece is made of. @type {Record<Piece, (form: Form, request: Request) => string[]>} */
const MADE_OF = {
  addresses: (form, request) => placesFor(form, request).map(({ page }) => (covers(form, page) ? page : "")),
  files: (form, request) => placesFor(form, request).map(({ file }) => (file && covers(form, file) ? file : "")),
  statements: (_, { law, declarations, asker }) =>
    (lawCalled(law)?.declarations ?? []).filter(({ id }) => declarations.includes(id)).map((one) => (asker.role === "authorised" ? one.authorised : one.own)),
  reason: (_, { reason }) => [reason],
  name: (_, { asker }) => [asker.name],
  contact: (_, { asker }) => [asker.contact],
};

/**
 * The pieces of the requests that a form asks for, each line once; a piece with nothing in it is left out.
 * @param {Form} form @param {readonly Request[]} requests @returns {{ piece: Piece, words: string }[]}
 */
export function pieces(form, requests) {
  const those = concerned(form, requests);
  const made = form.paste.map((piece) => {
    const lines = those.flatMap((request) => MADE_OF[piece](form, request)).map(strip);
    return { piece, words: [...new Set(lines.filter(Boolean))].join("\n") };
  });
  return made.filter(({ words }) => words);
}
