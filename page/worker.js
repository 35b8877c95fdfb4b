/**
 * The heavy work, beside the page so that it never freezes: fingerprints of pictures and videos, and sealing and opening the case
 * file. One question at a time comes in, one answer goes out; of a video it is told before how far it is, and it can be stopped.
 * Nothing is kept between questions.
 */

import { fromBytes, toBytes } from "./case/contents.js";
import { CaseTrouble, seal, unseal } from "./case/sealing.js";
import { printSet } from "./fingerprint/print_set.js";
import { readPicture } from "./fingerprint/reading.js";
import { eightTurns } from "./fingerprint/turns.js";
import { Unclear } from "./fingerprint/unclear.js";
import { readVideo, stillOf } from "./fingerprint/video/looking.js";
import { load, loadAll, PartNotLoaded } from "./parts.js";

/**
 * @typedef {{ what: "fingerprint", content: ArrayBuffer } | { what: "seal", held: import("./case/contents.js").Case, passphrase: string }
 *   | { what: "open", sealed: ArrayBuffer, passphrase: string } | { what: "load-parts" }
 *   | { what: "grey", content: ArrayBuffer } | { what: "video", file: Blob } | { what: "still", file: Blob }} Question
 */
/** @typedef {{ fingerprint: import("./case/contents.js").Fingerprint, prints: import("./case/contents.js").Prints, sha256: string }} Made */
/** @typedef {{ fingerprint: import("./fingerprint/video/looking.js").VideoFingerprint, sha256: string }} MadeOfVideo */

/** Questions that are to be given up. @type {Set<number>} */
const stopping = new Set();

/** Somebody wants no answer any longer. */
class Stopped extends Error {}

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

/** @param {Blob} file @param {number} id @returns {Promise<MadeOfVideo>} */
async function video(file, id) {
  const made = await readVideo(await load("video"), file, (seen, seconds) => {
    if (stopping.has(id)) throw new Stopped();
    postMessage({ id, seen, seconds });
  });
  return { fingerprint: made, sha256: made.sha256 };
}

/** @param {Question} question @param {number} id @returns {Promise<unknown>} */
async function answer(question, id) {
  switch (question.what) {
    case "fingerprint":
      return fingerprint(question.content);
    case "seal":
      return seal(toBytes(question.held), question.passphrase);
    case "open":
      return fromBytes(await unseal(new Uint8Array(question.sealed), question.passphrase));
    case "grey":
      return (await readPicture(new Uint8Array(question.content))).luma;
    case "load-parts":
      return loadAll();
    case "video":
      return video(question.file, id);
    case "still":
      return stillOf(await load("video"), question.file);
  }
}

/** Why there is no answer, in one word: of a picture, of a case file, or "broken" for a mistake of ours. @param {unknown} error */
function fault(error) {
  if (error instanceof Unclear) return error.reason;
  if (error instanceof CaseTrouble) return error.trouble;
  if (error instanceof PartNotLoaded) return "part-not-loaded";
  if (error instanceof Stopped) return "stopped";
  if (error instanceof DOMException && error.name === "NotReadableError") return "corrupt"; // the file is gone
  return error instanceof RangeError ? "too-large" : "broken";
}

addEventListener("message", async ({ data }) => {
  if (data.stop !== undefined) return void stopping.add(data.stop);
  try {
    postMessage({ id: data.id, done: await answer(data.question, data.id) });
  } catch (error) {
    postMessage({ id: data.id, fault: fault(error) });
  } finally {
    stopping.delete(data.id);
  }
});

postMessage({ ready: true });
