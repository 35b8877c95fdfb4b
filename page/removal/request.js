/** A removal request as this page holds it, with the keys of docs/formats/request.md, and what may stand in one. */

import { readDay, readMoment } from "./moment.js";
import { RequestBroken, checkAddress, checkLine, checkText } from "./text.js";

/** @typedef {{ page: string, file: string | null, note: string, seen_at: string | null }} Place */
/** @typedef {{ scope: string, since: string, withdrawn: string | null }} Authority */
/**
 * @typedef {{ role: "self" | "authorised", name: string, contact: string, authority: Authority | null, postal: string,
 *   phone: string }} Asker
 */
/**
 * @typedef {{ id: string, law: string, operator: string, made_at: string, places: Place[], asker: Asker,
 *   declarations: string[], reason: string, fingerprints?: string[] }} Request
 */

export const PLACES_LIMIT = 500;
export const FINGERPRINTS_LIMIT = 1000;

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;
const FINGERPRINT = /^[0-9a-f]{64}$/;

/** Throws RequestBroken when a part of the request cannot be as it is, so that what is written can always be read. @param {Request} request */
export function checkRequest(request) {
  if (!ID.test(request.id)) throw new RequestBroken("id", "not-well-formed");
  if (!NAME.test(request.law)) throw new RequestBroken("law", "not-well-formed");
  if (!request.declarations.every((each) => NAME.test(each))) throw new RequestBroken("declarations", "not-well-formed");
  if (request.places.length > PLACES_LIMIT) throw new RequestBroken("places", "too-many");
  request.places.forEach(checkPlace);
  checkAsker(request.asker);
  checkLine("operator", request.operator);
  checkText("reason", request.reason);
  checkFingerprints(request.fingerprints ?? []);
  readMoment(request.made_at);
}

/** @param {Place} place */
export function checkPlace(place) {
  checkAddress("places.page", place.page);
  checkAddress("places.file", place.file ?? "");
  checkText("places.note", place.note);
  if (place.seen_at !== null) readMoment(place.seen_at);
}

/** @param {Asker} asker */
export function checkAsker(asker) {
  checkLine("asker.name", asker.name);
  checkLine("asker.contact", asker.contact);
  checkLine("asker.postal", asker.postal);
  checkLine("asker.phone", asker.phone);
  if (asker.authority === null) return;
  if (asker.role === "self") throw new RequestBroken("asker.authority", "not-well-formed");
  checkLine("asker.authority.scope", asker.authority.scope);
  readDay(asker.authority.since);
  if (asker.authority.withdrawn !== null) readDay(asker.authority.withdrawn);
}

/** @param {string[]} fingerprints */
function checkFingerprints(fingerprints) {
  if (fingerprints.length > FINGERPRINTS_LIMIT) throw new RequestBroken("fingerprints", "too-many");
  if (!fingerprints.every((each) => FINGERPRINT.test(each))) throw new RequestBroken("fingerprints", "not-well-formed");
}
