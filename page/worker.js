/**
 * The heavy work, beside the page so that it never freezes: fingerprints of pictures, and sealing and opening the case file.
 * One question at a time comes in, one answer goes out. Nothing is kept between questions.
 */

import { fromBytes, toBytes } from "./case/contents.js";
import { CaseTrouble, seal, unseal } from "./case/sealing.js";
import { printSet } from "./fingerprint/print_set.js";
import { readPicture } from "./fingerprint/reading.js";
import { eightTurns } from "./fingerprint/turns.js";
import { Unclear } from "./fingerprint/unclear.js";
import { loadAll, PartNotLoaded } from "./parts.js";

/**
 * @typedef {{ what: "fingerprint", content: ArrayBuffer } | { what: "seal", held: import("./case/contents.js").Case, passphrase: string }
 *   | { what: "open", sealed: ArrayBuffer, passphrase: string } | { what: "load-parts" }} Question
 */
/** @typedef {{ fingerprint: import("./case/contents.js").Fingerprint, prints: import("./case/contents.js").Prints, sha256: string }} Made */

/** @param {ArrayBuffer} content @returns {Promise<Made>} */
async function fingerprint(content) {
  const { plane, luma, how } = await readPicture(new Uint8Array(content));
  const { turns, quality } = eightTurns(plane);
  const { panels, parts } = printSet(luma);
  const sha256 = hex(new Uint8Array(await crypto.subtle.digest("SHA-256", content)));
  const prints = {
    panels: panels.map((panel) => ({ ...panel, turns: panel.turns.map(hex) })),
    parts: { prints: base64(parts.prints), places: base64(parts.places) },
  };
  return { fingerprint: { turns: turns.map(hex), quality, reference: null, how }, prints, sha256 };
}

/** @param {Uint8Array} bytes */
function base64(bytes) {
  return btoa(String.fromCharCode(...bytes));
}

/** @param {Uint8Array} bytes */
function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {Question} question @returns {Promise<unknown>} */
async function answer(question) {
  switch (question.what) {
    case "fingerprint":
      return fingerprint(question.content);
    case "seal":
      return seal(toBytes(question.held), question.passphrase);
    case "open":
      return fromBytes(await unseal(new Uint8Array(question.sealed), question.passphrase));
    case "load-parts":
      return loadAll();
  }
}

/** Why there is no answer, in one word: of a picture, of a case file, or "broken" for a mistake of ours. @param {unknown} error */
function fault(error) {
  if (error instanceof Unclear) return error.reason;
  if (error instanceof CaseTrouble) return error.trouble;
  if (error instanceof PartNotLoaded) return "part-not-loaded";
  return error instanceof RangeError ? "too-large" : "broken";
}

addEventListener("message", async ({ data }) => {
  try {
    postMessage({ id: data.id, done: await answer(data.question) });
  } catch (error) {
    postMessage({ id: data.id, fault: fault(error) });
  }
});

postMessage({ ready: true });
