/**
 * A case as the JSON inside the seal, and back. What this page knows of it is checked when it is opened; everything else,
 * and what a newer program wrote, is carried along untouched.
 */

import { readMoment } from "../removal/moment.js";
import { ALLOWED } from "../removal/steps.js";
import { CaseTrouble } from "./sealing.js";
import { keysOnce } from "./keys_once.js";

/** @typedef {{ turns: string[], quality: number, reference: string | null, how: import("../fingerprint/reading.js").How }} Fingerprint */
/** Fingerprints as hex, parts as base64. @typedef {{ panels: { kind: string, box: number[], turns: string[], quality: number }[], parts: { prints: string, places: string } }} Prints */
/** @typedef {{ number: number, added_at: string, fingerprint: Fingerprint, prints?: Prints, sha256: string, label: string | null }} Picture */
/** @typedef {import("../fingerprint/video/looking.js").VideoFingerprint} VideoFingerprint */
/** @typedef {{ number: number, added_at: string, fingerprint: VideoFingerprint, sha256: string, label: string | null }} Video */
/** @typedef {{ word: string, added_at: string, last_looked_at: string | null, last_outcome: string | null }} WatchedPlace */
/** @typedef {import("../removal/document.js").Record} Record */
/** A copy that was seen; what else is known of it is carried along. @typedef {{ page: string, file: string, stand: string, first_seen_at: string }} Seen */
/**
 * @typedef {{ format: "rescind-case", version: 1, made_at: string, adults: { at: string }, pictures: Picture[],
 *   next_picture: number, places: WatchedPlace[], sightings: Seen[], requests: Record[],
 *   asker: import("../removal/request.js").Asker | null, log: { at: string, what: string }[], evidence: unknown[],
 *   videos?: Video[] }} Case
 */

const FORMAT = "rescind-case";
const VERSION = 1;
const LISTS = ["pictures", "places", "sightings", "requests", "log", "evidence"];

/** A case with nothing in it yet. @param {string} now a moment @returns {Case} */
export function newCase(now) {
  return {
    ...{ format: FORMAT, version: VERSION, made_at: now, adults: { at: now }, pictures: [], next_picture: 1 },
    ...{ places: [], sightings: [], requests: [], asker: null, log: [], evidence: [] },
  };
}

/** The bytes of a case: ASCII, sorted keys, no blanks. @param {Case} held @returns {Uint8Array} */
export function toBytes(held) {
  const text = JSON.stringify(sorted(held)).replace(/[\u007f-\uffff]/g, escaped);
  return new TextEncoder().encode(text);
}

/** @param {string} letter */
function escaped(letter) {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** @param {unknown} value @returns {unknown} */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]));
}

/** The case in these contents. Throws CaseTrouble. @param {Uint8Array} content @returns {Case} */
export function fromBytes(content) {
  const held = parsed(content);
  if (!isTable(held) || held.format !== FORMAT || !Number.isInteger(held.version)) throw new CaseTrouble("not-a-case");
  if (/** @type {number} */ (held.version) > VERSION) throw new CaseTrouble("newer");
  if (!isCase(held)) throw new CaseTrouble("not-a-case");
  return /** @type {Case} */ (/** @type {unknown} */ (held));
}

/** @param {Uint8Array} content @returns {unknown} */
function parsed(content) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
    if (!keysOnce(text)) throw new CaseTrouble("not-a-case");
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) throw new CaseTrouble("not-a-case");
    throw error;
  }
}

/** @param {unknown} value @returns {value is { [key: string]: unknown }} */
function isTable(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether what this page reads and changes is as the format says. @param {{ [key: string]: unknown }} held */
function isCase(held) {
  const lists = LISTS.every((name) => Array.isArray(held[name]) && /** @type {unknown[]} */ (held[name]).every(isTable));
  if (!lists || !isTable(held.adults) || !isMoment(held.adults.at) || !isMoment(held.made_at)) return false;
  const { pictures, requests, places, sightings, asker } = /** @type {{ [key: string]: any }} */ (held);
  const numbers = [...pictures, ...(Array.isArray(held.videos) ? held.videos : [])].map((one) => one.number);
  return (
    Number.isInteger(held.next_picture) &&
    numbers.every((one) => Number.isInteger(one) && one > 0 && one < /** @type {number} */ (held.next_picture)) &&
    new Set(numbers).size === numbers.length &&
    pictures.every(isPicture) &&
    requests.every(isRecord) &&
    sightings.every(isSeen) &&
    places.every((/** @type {any} */ one) => typeof one.word === "string" && isMoment(one.added_at)) &&
    (asker === null || isAsker(asker))
  );
}

/** @param {any} one */
function isPicture(one) {
  const turns = one.fingerprint?.turns;
  return Array.isArray(turns) && turns.length === 8 && turns.every((each) => /^[0-9a-f]{64}$/.test(each));
}

/** @param {any} one */
function isSeen(one) {
  return [one.page, one.file].every(isText) && ["there", "gone", "back"].includes(one.stand) && isMoment(one.first_seen_at);
}

/** @param {any} one */
function isRecord(one) {
  const texts = [one.id, one.law, one.operator, one.reason].every(isText);
  const moments = [one.since, one.due_at].every(isMomentOrNone) && isMoment(one.made_at);
  const course = Object.hasOwn(ALLOWED, one.state) && isListOf(one.history, isEvent);
  const asked = isListOf(one.places, isPlace) && isListOf(one.declarations, isText) && isListOf(one.fingerprints ?? [], isText);
  return one.format === "rescind-request-record" && texts && moments && course && asked && isAsker(one.asker);
}

/** @param {any} one */
function isPlace(one) {
  return isTable(one) && isText(one.page) && isTextOrNone(one.file) && isText(one.note) && isMomentOrNone(one.seen_at);
}

/** @param {any} one */
function isEvent(one) {
  return isTable(one) && isText(one.event) && isMoment(one.at);
}

/** @param {any} one */
function isAsker(one) {
  const texts = isTable(one) && [one.name, one.contact, one.postal, one.phone].every(isText);
  return texts && (one.role === "self" || one.role === "authorised") && (one.authority === null || isAuthority(one.authority));
}

/** @param {any} one */
function isAuthority(one) {
  return isTable(one) && isText(one.scope) && isText(one.since) && isTextOrNone(one.withdrawn);
}

/** @param {unknown} value @param {(one: unknown) => boolean} fits */
function isListOf(value, fits) {
  return Array.isArray(value) && value.every((one) => fits(one));
}

/** @param {unknown} value */
function isTextOrNone(value) {
  return value === null || isText(value);
}

/** @param {unknown} value */
function isMomentOrNone(value) {
  return value === null || isMoment(value);
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === "string";
}

/** @param {unknown} value */
function isMoment(value) {
  if (typeof value !== "string") return false;
  try {
    return Boolean(readMoment(value));
  } catch {
    return false;
  }
}
