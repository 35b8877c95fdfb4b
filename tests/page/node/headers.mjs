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
  "unsupported-format": ["\0\0\0\x18ftypcrx \0\0\0\0isommp42", "\0\0\0\x0cJXL \r\n", "8BPS", "<?xml version='1.0'?><svg>"],
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

/** The same numbers every time. */
function dice(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test("bytes changed anywhere end in a header or a reason, and soon", () => {
  const roll = dice(20261124);
  const small = rows.map(([name]) => name).filter((name) => /\.(gif|png|webp|avif|heic|bmp|jpg)$/.test(name) && !/big|phone|bomb|original/.test(name));
  for (let turn = 0; turn < 1500; turn++) {
    const content = new Uint8Array(readFileSync(new URL(`tests/samples/${small[roll(small.length)]}`, root)));
    for (let change = 0; change < 1 + roll(6); change++) content[roll(turn % 2 ? Math.min(content.length, 600) : content.length)] = roll(256);
    try {
      headerOf(content);
    } catch (error) {
      strictEqual(error.name, "Unclear", error.stack);
    }
  }
});

test("a photograph with a film behind it is not taken for one of many passes", () => {
  const still = readFileSync(new URL("tests/samples/images/base-cat.jpg", root));
  const behind = Buffer.from("ffda".repeat(500), "hex");
  deepStrictEqual(headerOf(new Uint8Array(Buffer.concat([still, behind]))).notes, ["trailing-bytes"]);
  const passes = readFileSync(new URL("tests/samples/images/progressive.jpg", root));
  let heard = "";
  try {
    headerOf(new Uint8Array(Buffer.concat([passes, behind])));
  } catch (error) {
    heard = error.reason;
  }
  strictEqual(heard, "too-slow");
});
