/** What the page reads in a file's header, against vectors/normalised.csv: size upright, notes, and why it is refused. */

import { deepStrictEqual, strictEqual } from "node:assert";
import { readFileSync } from "node:fs";
import test from "node:test";

import { headerOf } from "../../../page/fingerprint/header.js";
import { kindOf } from "../../../page/fingerprint/kind.js";
import { Bytes } from "../../../page/fingerprint/bytes.js";

const root = new URL("../../../", import.meta.url);
const lines = readFileSync(new URL("vectors/normalised.csv", root), "utf-8").split("\n").filter((line) => line && !line.startsWith("#"));
const rows = lines.slice(1).map((line) => line.split(","));

/** Kinds that no header is read of: the browser opens them or says that it cannot. */
const NOT_HERE = { TIFF: "browser-cannot" };

function found(name) {
  try {
    const header = headerOf(new Uint8Array(readFileSync(new URL(`tests/samples/${name}`, root))));
    const [width, height] = header.sideways ? [header.height, header.width] : [header.width, header.height];
    return { kind: header.kind, width, height, notes: header.notes.join(" "), unclear: "" };
  } catch (error) {
    return { unclear: error.reason ?? error };
  }
}

for (const [name, , , kind, width, height, , notes, unclear] of rows) {
  test(name, () => {
    if (unclear || NOT_HERE[kind]) return strictEqual(found(name).unclear, unclear || NOT_HERE[kind]);
    if (kind === "HEIC") return strictEqual(found(name).kind, kind); // its coded size may be one pixel larger than its shown one
    deepStrictEqual(found(name), { kind, width: Number(width), height: Number(height), notes, unclear: "" });
  });
}

const bytes = (text) => new Bytes(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
const said = {
  "is-a-video": ["\0\0\0\x18ftypisom\0\0\0\0isommp42", "\x1a\x45\xdf\xa3rest", "RIFF....AVI ", "\0\0\0\x08wide"],
  "unsupported-format": ["\0\0\0\x0cJXL \r\n", "8BPS", "<?xml version='1.0'?><svg>"],
  "not-a-picture": ["hello", "%PDF-1.7"],
  empty: [""],
};

for (const [reason, starts] of Object.entries(said)) {
  for (const start of starts) {
    test(`${reason}: ${JSON.stringify(start).slice(0, 20)}`, () => {
      let heard = "";
      try {
        heard = kindOf(bytes(start));
      } catch (error) {
        heard = error.reason;
      }
      strictEqual(heard, reason);
    });
  }
}

test("every sample cut anywhere has a reason, and no other error", () => {
  for (const [name, , , kind] of rows) {
    const whole = readFileSync(new URL(`tests/samples/${name}`, root));
    for (const part of [0.01, 0.3, 0.7]) {
      try {
        headerOf(new Uint8Array(whole.subarray(0, Math.floor(whole.length * part))));
      } catch (error) {
        strictEqual(error.name, "Unclear", `${name} ${kind} ${part}: ${error.stack}`);
      }
    }
  }
});
