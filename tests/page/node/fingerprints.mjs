/** The page's fingerprints against vectors/pdq-oracle.csv: same pixels, same 256 bits, in all eight turns. */

import { strictEqual } from "node:assert";
import { readFileSync } from "node:fs";
import test from "node:test";

import { brightness } from "../../../page/fingerprint/brightness.js";
import { distance } from "../../../page/fingerprint/pdq.js";
import { eightTurns } from "../../../page/fingerprint/turns.js";
import { draw, hex, rows } from "./drawing.mjs";

const oracle = rows(readFileSync(new URL("../../../vectors/pdq-oracle.csv", import.meta.url), "utf-8"));

test("there are the vectors", () => strictEqual(oracle.length >= 324, true));

for (const row of oracle) {
  test(`${row.seed}: ${row.kind}, ${row.width} by ${row.height}, ${row.channels}`, () => {
    const made = eightTurns(brightness(draw(row), row.width, row.height, row.channels));
    strictEqual(made.turns.map(hex).join(" "), row.turns.join(" "));
    strictEqual(made.quality, row.quality);
  });
}

test("distance counts bits", () => {
  strictEqual(distance(new Uint8Array(32), new Uint8Array(32).fill(255)), 256);
  strictEqual(distance(Uint8Array.of(1, 2), Uint8Array.of(3, 2)), 1);
});
