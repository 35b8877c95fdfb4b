/**
 * What one person has said on their way through the page. It lives in this tab's memory, and nowhere else, until they save it
 * as a file.
 */

import { newCase } from "./case/contents.js";
import { draftRecord } from "./removal/document.js";
import { choose, lawCalled, wants } from "./removal/laws.js";
import { momentOf, writeMoment } from "./removal/moment.js";
import { strip } from "./removal/text.js";

/** @typedef {import("./removal/request.js").Request} Request */
/** @typedef {import("./removal/laws.js").Law} Law */
/** @typedef {import("./case/contents.js").Case} Case */
/**
 * One of the person's pictures or videos: the file while the page is open, and its fingerprint (`made`, or `film` of a video) or why
 * there is none. Of a video `seen` and `seconds` tell how far it is.
 * @typedef {{ number: number, file: File, made: import("./worker.js").Made | null, film: import("./worker.js").MadeOfVideo | null,
 *   video: boolean, seen: number, seconds: number, fault: string | null, added_at: string }} OwnPicture
 */
/** @typedef {{ page: string, file: string, note: string, seen_at: string | null }} Spot */
/** @typedef {{ name: string, country: string, law: string }} Site */
/**
 * @typedef {object} Journey
 * @property {string | null} adultsAt when they said that everyone shown was 18 or over
 * @property {"self" | "authorised" | null} role
 * @property {string} scope @property {string} since @property {string} withdrawn the day they took that back, or empty
 * @property {string} name @property {string} contact
 * @property {string} postal @property {string} phone @property {string} reason
 * @property {OwnPicture[]} pictures @property {Spot[]} places
 * @property {Map<string, Site>} sites by operator @property {Set<string>} declared
 * @property {Map<string, { id: string, made_at: string }>} numbers of requests and when they were made, by operator
 * @property {boolean} withFingerprints @property {boolean} remember
 * @property {Case | null} held what an opened file holds @property {boolean} unsaved
 * @property {string} handing the number of the request that is to be handed over, if one was chosen
 * @property {string} passphrase of an opened or saved file
 * @property {Uint8Array<ArrayBuffer> | null} sealed that file, as it was opened or saved last
 */

/** @returns {Journey} */
export function newJourney() {
  return {
    ...{ adultsAt: null, role: null, scope: "", since: "", withdrawn: "", name: "", contact: "", postal: "", phone: "", reason: "" },
    ...{ pictures: [], places: [], sites: new Map(), declared: new Set(), numbers: new Map() },
    ...{ withFingerprints: false, remember: true, held: null, unsaved: false, handing: "", passphrase: "", sealed: null },
  };
}

/** This moment, as it is written. The page reads the clock nowhere else. */
export function now() {
  return writeMoment(momentOf(new Date()));
}

/** Whoever runs a page, as far as its address tells: the host without "www."; nothing when it is no web address. @param {string} page */
export function operatorOf(page) {
  if (!/^https?:\/\//i.test(strip(page))) return "";
  try {
    return new URL(strip(page)).host.replace(/^www\./, "");
  } catch {
    return ""; // no address a browser could open
  }
}

/** The places that say something, by whoever runs them. @param {Journey} journey @returns {Map<string, Spot[]>} */
export function placesByOperator(journey) {
  /** @type {Map<string, Spot[]>} */
  const groups = new Map();
  for (const spot of journey.places) {
    const operator = operatorOf(spot.page) || operatorOf(spot.file);
    groups.set(operator, [...(groups.get(operator) ?? []), spot]);
  }
  return groups;
}

/** What was said about a site; at first only what its address tells. @param {Journey} journey @param {string} operator @returns {Site} */
export function siteOf(journey, operator) {
  const said = journey.sites.get(operator) ?? { name: operator, country: "", law: "" };
  journey.sites.set(operator, said);
  return said;
}

/** The law for a site: the one chosen, else the one of its country. @param {Site} site @returns {Law} */
export function lawOf(site) {
  return lawCalled(site.law) ?? choose(site.country);
}

/** The laws of all requests, each once. @param {Journey} journey @returns {Law[]} */
export function lawsOf(journey) {
  const found = [...placesByOperator(journey).keys()].map((operator) => lawOf(siteOf(journey, operator)));
  return [...new Set(found.length ? found : [choose("")])];
}

/** One request for each site. @param {Journey} journey @param {string} at the moment they are made @returns {Request[]} */
export function requestsOf(journey, at) {
  return [...placesByOperator(journey)].map(([operator, spots]) => requestTo(journey, operator, spots, at));
}

/** @param {Journey} journey @param {string} operator @param {Spot[]} spots @param {string} at @returns {Request} */
function requestTo(journey, operator, spots, at) {
  const site = siteOf(journey, operator);
  const law = lawOf(site);
  const prints = journey.pictures.flatMap((one) => (one.made ? [one.made.fingerprint.turns[0]] : []));
  return {
    ...numberOf(journey, operator, at),
    law: law.slug,
    operator: strip(site.name),
    places: spots.map((spot) => ({ page: strip(spot.page), file: strip(spot.file) || null, note: strip(spot.note), seen_at: spot.seen_at })),
    asker: askerOf(journey, law),
    declarations: law.declarations.map((one) => one.id).filter((id) => journey.declared.has(id)),
    reason: strip(journey.reason),
    fingerprints: journey.withFingerprints ? prints : [],
  };
}

/** Who asks; postal address and telephone only for a law that wants them. @param {Journey} journey @param {Law | null} law */
export function askerOf(journey, law) {
  const role = journey.role ?? "self";
  const authority = role === "self" ? null : { scope: strip(journey.scope), since: journey.since, withdrawn: journey.withdrawn || null };
  return {
    role,
    name: strip(journey.name),
    contact: strip(journey.contact),
    authority: authority?.since ? authority : null,
    postal: law && wants(law, "postal") ? strip(journey.postal) : "",
    phone: law && wants(law, "phone") ? strip(journey.phone) : "",
  };
}

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // nothing that can be misread over the telephone

/** The number of the request to an operator, such as 2026-1124-7Q4KM, and its moment; made once. @param {Journey} journey @param {string} operator @param {string} at */
function numberOf(journey, operator, at) {
  const known = journey.numbers.get(operator);
  if (known) return known;
  const chance = Array.from(crypto.getRandomValues(new Uint8Array(5)), (byte) => ALPHABET[byte % 32]).join("");
  const number = { id: `${at.slice(0, 4)}-${at.slice(5, 7)}${at.slice(8, 10)}-${chance}`, made_at: at };
  journey.numbers.set(operator, number);
  return number;
}

/** Everything as a case to be sealed: what was opened, and what was said since. @param {Journey} journey @param {string} at @returns {Case} */
export function caseOf(journey, at) {
  const held = journey.held ?? newCase(at);
  const drafts = requestsOf(journey, at).map(draftRecord);
  const ids = new Set(drafts.map((one) => one.id));
  const known = new Set(held.places.map((place) => place.word));
  const words = [...new Set(journey.places.map((spot) => strip(spot.page)))].filter((word) => word && !known.has(word));
  const { pictures, videos } = ownOf(journey, held);
  return {
    ...held,
    adults: journey.held ? held.adults : { at: journey.adultsAt ?? at },
    pictures: [...held.pictures, ...pictures],
    ...(held.videos || videos.length ? { videos: [...(held.videos ?? []), ...videos] } : {}),
    next_picture: held.next_picture + pictures.length + videos.length,
    places: [...held.places, ...words.map((word) => ({ word, added_at: at, last_looked_at: null, last_outcome: null }))],
    requests: [...held.requests.filter((one) => !ids.has(one.id)), ...drafts],
    asker: journey.remember && journey.role ? askerOf(journey, null) : held.asker,
    log: drafts.length ? [...held.log, { at, what: "I wrote a removal request in the page." }] : held.log,
  };
}

/** The pictures and videos that were added, with numbers of one row. @param {Journey} journey @param {Case} held */
function ownOf(journey, held) {
  /** @type {import("./case/contents.js").Picture[]} */
  const pictures = [];
  /** @type {import("./case/contents.js").Video[]} */
  const videos = [];
  const known = new Set((held.videos ?? []).map((one) => one.sha256));
  for (const { made, film, added_at } of journey.pictures) {
    const number = held.next_picture + pictures.length + videos.length;
    if (made) pictures.push({ number, added_at, fingerprint: made.fingerprint, prints: made.prints, sha256: made.sha256, label: null });
    else if (film && !known.has(film.sha256)) {
      videos.push({ number, added_at, fingerprint: film.fingerprint, sha256: film.sha256, label: null });
      known.add(film.sha256);
    }
  }
  return { pictures, videos };
}

/** States in which a request's places are asked for already. */
const ASKED = ["sent", "incomplete", "running", "granted", "refused"];

/** The copies a file knows of that stand and were not asked for yet, as the program on a computer finds them. @param {Case} held @returns {Spot[]} */
export function toAskFor(held) {
  const asked = held.requests.filter((one) => ASKED.includes(one.state) || (one.state === "draft" && one.history.length > 0));
  const known = new Set(asked.flatMap((one) => one.places.map((place) => JSON.stringify([place.page, place.file]))));
  const standing = held.sightings.filter((seen) => seen.stand !== "gone" && operatorOf(seen.page));
  const spots = standing.map((seen) => ({ page: seen.page, file: ownAddress(seen), note: "", seen_at: seen.first_seen_at }));
  const fresh = spots.filter((spot) => !known.has(JSON.stringify([spot.page, spot.file || null])));
  return [...new Map(fresh.map((spot) => [JSON.stringify([spot.page, spot.file]), spot])).values()];
}

/** Where a copy can be asked for by itself; empty when it stood in the page or in a saved one. @param {import("./case/contents.js").Seen} seen */
function ownAddress({ page, file }) {
  const operator = file.startsWith(`${page}#`) ? "" : operatorOf(file);
  return operator && !operator.includes(".invalid") ? file : "";
}

/** Go on from an opened file: what was said before need not be said again. @param {Journey} journey @param {Case} held */
export function takeUp(journey, held) {
  Object.assign(journey, newJourney(), { held, adultsAt: held.adults.at });
  if (!held.asker) return;
  const { role, name, contact, authority } = held.asker;
  const { scope = "", since = "", withdrawn } = authority ?? {};
  Object.assign(journey, { role, name, contact, scope, since, withdrawn: withdrawn ?? "" });
}

/** After saving: the file's contents are what is held, and what was said goes on from there. @param {Journey} journey @param {Case} held */
export function settle(journey, held) {
  const { passphrase, sealed } = journey;
  takeUp(journey, held);
  Object.assign(journey, { passphrase, sealed, unsaved: false });
}
