/** The page's panels and parts against vectors/prints.json: same pixels, same rectangles, same prints. */

import { deepStrictEqual, strictEqual } from "node:assert";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import test from "node:test";

import { emptyLuma, lumaInto, lumaReduction, reducedLuma } from "../../../page/fingerprint/luma.js";
import { printSet } from "../../../page/fingerprint/print_set.js";
import { draw, hex } from "./drawing.mjs";

const sheets = JSON.parse(readFileSync(new URL("../../../vectors/prints.json", import.meta.url), "utf-8"));
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** The pixels of a sheet: its ground, and what lies on it, the later over the earlier. */
function drawn({ width, height, channels, ground, inside }) {
  const pixels = new Uint8Array(width * height * channels).map((_, at) => ground[at % channels]);
  for (const [seed, kind, left, top, wide, tall] of inside) {
    if (wide < 1 || tall < 1) continue;
    const content = draw({ seed, kind, width: wide, height: tall, channels });
    const seen = Math.min(wide, width - left) * channels;
    for (let y = 0; y < Math.min(tall, height - top); y++) {
      pixels.set(content.subarray(y * wide * channels, y * wide * channels + seen), ((top + y) * width + left) * channels);
    }
  }
  return pixels;
}

function lumaOf({ width, height, channels }, pixels) {
  const by = lumaReduction(width, height);
  if (channels === 1) return reducedLuma({ points: pixels, width, height }, by);
  const luma = emptyLuma(width, height, by);
  lumaInto(pixels, channels, width, height, by, luma, 0);
  return luma;
}

test("there are the vectors", () => strictEqual(sheets.length >= 20, true));

sheets.forEach((sheet, number) => {
  test(`sheet ${number}: ${sheet.width} by ${sheet.height}, ${sheet.channels}`, () => {
    const { panels, parts } = printSet(lumaOf(sheet, drawn(sheet)));
    deepStrictEqual(panels.map((one) => ({ ...one, turns: one.turns.map(hex) })), sheet.panels);
    strictEqual(parts.places.length, 8 * sheet.parts);
    strictEqual(sha256(parts.prints), sheet.prints_sha256);
    strictEqual(sha256(parts.places), sheet.places_sha256);
  });
});
