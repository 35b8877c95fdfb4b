/**
 * A case as one age file and back, sealed with a passphrase (docs/formats/case.md). The header is read before any key is
 * derived, so that a foreign, torn or hostile file is told apart at once. Runs in the worker: it takes seconds.
 */

import { Decrypter, Encrypter } from "../vendor/age-encryption.js";

/** @typedef {"empty" | "not-a-case" | "newer" | "torn" | "too-costly" | "wrong-passphrase"} Trouble */

/** Why a file cannot be opened; what is said stands in `words/`, under "case." and the trouble. */
export class CaseTrouble extends Error {
  /** @param {Trouble} trouble */
  constructor(trouble) {
    super(trouble);
    this.name = "CaseTrouble";
    this.trouble = trouble;
  }
}

/** The scrypt work, as a power of two: 256 MiB for one to three seconds; half of it where there is no such memory. */
const WORK = 18;
const LESS_WORK = 17;

/** More would take over a gibibyte, and the age library refuses it too. Rescind on a computer may seal with more. */
const MOST_WORK = 20;

const SIZE_LIMIT = 512 * 2 ** 20;
const HEADER_LIMIT = 4096;
const INTRO = "age-encryption.org/v1\n";
const FAMILY = "age-encryption.org/";
const STANZA = /^-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n/;
const HEADER = /^-> scrypt [A-Za-z0-9+/]{22} [1-9][0-9]?\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/;
const SMALLEST_BODY = 32;

/** @param {Uint8Array} content @param {string} passphrase @param {number} [work] @returns {Promise<Uint8Array>} */
export async function seal(content, passphrase, work = WORK) {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase.normalize("NFC"));
  encrypter.setScryptWorkFactor(work);
  try {
    return await encrypter.encrypt(content);
  } catch (error) {
    if (!(error instanceof RangeError) || work <= LESS_WORK) throw error;
    return seal(content, passphrase, LESS_WORK);
  }
}

/** The contents of a sealed file. Throws CaseTrouble. @param {Uint8Array} sealed @param {string} passphrase @returns {Promise<Uint8Array>} */
export async function unseal(sealed, passphrase) {
  checkHeader(sealed);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase.normalize("NFC"));
  try {
    return await decrypter.decrypt(sealed);
  } catch (error) {
    throw new CaseTrouble(meaning(error));
  }
}

/** Throws what can be said of the file without its passphrase. @param {Uint8Array} sealed */
export function checkHeader(sealed) {
  if (sealed.length === 0) throw new CaseTrouble("empty");
  const start = String.fromCharCode(...sealed.subarray(0, HEADER_LIMIT));
  if (!start.startsWith(INTRO)) throw new CaseTrouble(notIntro(start));
  if (sealed.length > SIZE_LIMIT + SIZE_LIMIT / 1000 + HEADER_LIMIT) throw new CaseTrouble("too-costly");
  const rest = start.slice(INTRO.length);
  const stanza = STANZA.exec(rest);
  if (!stanza) throw new CaseTrouble("-> scrypt ".startsWith(rest.slice(0, 10)) ? "torn" : "not-a-case");
  if (Number(stanza[1]) > MOST_WORK) throw new CaseTrouble("too-costly");
  const header = HEADER.exec(rest);
  if (!header || sealed.length < INTRO.length + header[0].length + SMALLEST_BODY) throw new CaseTrouble("torn");
}

/** @param {string} start @returns {Trouble} */
function notIntro(start) {
  if (INTRO.startsWith(start)) return "torn";
  return start.startsWith(FAMILY) ? "newer" : "not-a-case";
}

/** What the library's own words mean; tests hold them. @param {unknown} error @returns {Trouble} */
function meaning(error) {
  const said = error instanceof Error ? error.message : "";
  if (said.startsWith("no identity matched")) return "wrong-passphrase";
  return error instanceof RangeError || said.includes("work factor") ? "too-costly" : "torn";
}
