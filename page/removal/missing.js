/** What a law still misses in a request, so that no request leaves without what the law wants. */

import { hasSpace, strip } from "./text.js";

/** @typedef {import("./request.js").Request} Request */
/** @typedef {import("./laws.js").Law} Law */
/** @typedef {{ element: string, sentence: string, citation: string }} Missing */

const DECLARATION = "declaration:";

/**
 * What the law wants and the request has not, in the law's order; empty when it is complete. Sentences are English.
 * @param {Request} request @param {Law} law
 * @returns {Missing[]}
 */
export function missing(request, law) {
  if (request.law !== law.slug) throw new Error("this request was made under another law");
  return law.elements
    .filter((element) => !element.filled_by.every((fact) => holds(fact, request)))
    .map((element) => ({ element: element.id, sentence: element.missing, citation: element.citation }));
}

/** @param {string} fact @param {Request} request */
function holds(fact, request) {
  if (fact.startsWith(DECLARATION)) return request.declarations.includes(fact.slice(DECLARATION.length));
  return FACTS[fact](request);
}

/** @type {Record<string, (request: Request) => boolean>} */
const FACTS = {
  places: ({ places }) => places.length > 0 && places.every(saysWhere),
  signature: ({ asker }) => strip(asker.name) !== "",
  contact: ({ asker }) => isContact(asker.contact),
  authority: ({ asker }) => mayAsk(asker),
  postal: ({ asker }) => strip(asker.postal) !== "",
  phone: ({ asker }) => strip(asker.phone) !== "",
  reason: ({ reason }) => strip(reason) !== "",
  operator: ({ operator }) => strip(operator) !== "",
};

/** @param {import("./request.js").Place} place */
function saysWhere(place) {
  return [place.page, place.file ?? "", place.note].some((words) => strip(words) !== "");
}

/** Whether it could be an e-mail address. @param {string} contact */
export function isContact(contact) {
  const words = strip(contact);
  const at = words.lastIndexOf("@");
  return at > 0 && at < words.length - 1 && !hasSpace(words);
}

/** @param {import("./request.js").Asker} asker */
function mayAsk({ role, authority }) {
  if (role === "self") return true;
  return authority !== null && strip(authority.scope) !== "" && authority.withdrawn === null;
}
