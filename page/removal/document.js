/** The request document, byte for byte as Python writes it, and the record of a request in a case file. */

import { lawCalled } from "./laws.js";
import { missing } from "./missing.js";
import { readMoment, writeMoment } from "./moment.js";
import { checkRequest } from "./request.js";

/** @typedef {import("./request.js").Request} Request */
/** @typedef {{ event: string, at: string, by?: string, what?: string[], ground?: string, rung?: string }} Event */
/** @typedef {Request & { format: string, version: number, state: string, since: string | null, due_at: string | null, history: Event[] }} Record */

/** A request that cannot leave, because something the law wants is missing. */
export class RequestIncomplete extends Error {
  /** @param {import("./missing.js").Missing[]} missing */
  constructor(missing) {
    super("something is missing");
    this.name = "RequestIncomplete";
    this.missing = missing;
  }
}

/**
 * The document as text; fingerprints go along only when asked for. Throws RequestIncomplete or RequestBroken.
 * @param {Request} request @param {{ fingerprints?: boolean }} [options]
 */
export function writeDocument(request, { fingerprints = false } = {}) {
  checkRequest(request);
  requireComplete(request);
  const asked = ordered(fingerprints ? request : { ...request, fingerprints: [] });
  return `${JSON.stringify({ format: "rescind-request", version: 1, ...asked }, null, 2)}\n`;
}

/** @param {Request} request */
export function requireComplete(request) {
  const law = lawCalled(request.law);
  if (!law) throw new Error("this page does not know the law");
  const absent = missing(request, law);
  if (absent.length) throw new RequestIncomplete(absent);
}

/** A draft as a case file keeps it. @param {Request} request @returns {Record} */
export function draftRecord(request) {
  checkRequest(request);
  const course = { state: "draft", since: null, due_at: null, history: [] };
  return { format: "rescind-request-record", version: 1, ...ordered(request), ...course };
}

/** What is asked, in the order of the format. @param {Request} request @returns {Request} */
function ordered(request) {
  const { asker, fingerprints = [] } = request;
  return {
    id: request.id,
    law: request.law,
    operator: request.operator,
    made_at: moment(request.made_at),
    places: request.places.map(({ page, file, note, seen_at }) => ({ page, file, note, seen_at: seen_at && moment(seen_at) })),
    asker: {
      role: asker.role,
      name: asker.name,
      contact: asker.contact,
      authority: asker.authority && { scope: asker.authority.scope, since: asker.authority.since, withdrawn: asker.authority.withdrawn },
      postal: asker.postal,
      phone: asker.phone,
    },
    declarations: [...new Set(request.declarations)].sort(),
    reason: request.reason,
    ...(fingerprints.length ? { fingerprints } : {}),
  };
}

/** @param {string} written */
function moment(written) {
  return writeMoment(readMoment(written));
}
