/** The page's choice of moments against vectors/video/choosing.json: the same frames, the same moments to the last bit. */

import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";

import { fromBytes, toBytes } from "../../../page/case/contents.js";
import { isNonReference } from "../../../page/fingerprint/video/decoding.js";
import { turnOf } from "../../../page/fingerprint/video/frame.js";
import { Look } from "../../../page/fingerprint/video/looking.js";
import { formatOf } from "../../../page/fingerprint/video/sniff.js";
import { TURNS } from "../../../page/fingerprint/turns.js";
import { isSaid, sayClock } from "../../../page/words/saying.js";
import { draw } from "./drawing.mjs";

const root = new URL("../../../", import.meta.url);
const rows = JSON.parse(readFileSync(new URL("vectors/video/choosing.json", root), "utf-8"));
const drawn = new Map();

function plane(kind, seed, { width, height }) {
  const key = [kind, seed, width, height].join();
  if (!drawn.has(key)) drawn.set(key, draw({ seed, kind, width, height, channels: 1 }));
  return drawn.get(key);
}

/** A frame as write_video_vectors.py says it is drawn. */
function luma(row, { kind, seed, to, share }) {
  const [one, other] = [plane(kind, seed, row), plane(kind, to, row)];
  const bytes = one.map((value, at) => (value * (16 - share) + other[at] * share) >> 4);
  if (row.window) around(row, bytes);
  return { bytes, stride: row.width, width: row.width, height: row.height, full: row.full };
}

function around(row, bytes) {
  const [left, top, right, bottom] = row.window;
  plane(...row.around, row).forEach((value, at) => {
    const [x, y] = [at % row.width, Math.floor(at / row.width)];
    if (x < left || x >= right || y < top || y >= bottom) bytes[at] = value;
  });
}

for (const row of rows) {
  test(row.name, () => {
    const look = new Look({ rotation: 0, flip: false }, null, null);
    for (const frame of row.frames) if (look.chooser.looks(frame.at)) look.choose(frame.at, luma(row, frame));
    look.block.finish();
    deepStrictEqual(look.block.moments, row.kept);
  });
}

test("there are rows in which a picture lies within, and rows in which none does", () => {
  const panels = rows.map((row) => row.kept.some((one) => one.panels.length));
  ok(panels.includes(true) && panels.includes(false));
});

test("a kind is told from the first bytes as Python tells it", () => {
  const latin = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const packets = latin("G" + "x".repeat(187) + "G" + "x".repeat(100));
  const known = { "\x1aE\xdf\xa3": "matroska", "RIFF....AVI LIST": "avi", "\0\0\0\x18ftypisom": "mov", "\0\0\0\x08wide": "mov", "\0\0\0\x18ftypheic": null, "OggS\0": "ogg", "RIFF....WEBP": null, "GG": null, "": null };
  for (const [start, kind] of Object.entries(known)) strictEqual(formatOf(latin(start)), kind, start);
  strictEqual(formatOf(packets), "mpegts");
});

test("turning, then mirroring, is one of the eight turns", () => {
  deepStrictEqual([0, 90, 180, 270].map((angle) => TURNS[turnOf(angle, false)]), ["upright", "turned_90", "turned_180", "turned_270"]);
  deepStrictEqual([0, 90, 180, 270].map((angle) => TURNS[turnOf(angle, true)]), ["mirrored", "mirrored_turned_270", "mirrored_turned_180", "mirrored_turned_90"]);
});

test("a piece says whether other frames are made from it, and rubbish says nothing", () => {
  const unit = (head, size) => [...Array(size - 1).fill(0), 2, head, 0];
  strictEqual(isNonReference(Uint8Array.from(unit(0x01, 4)), 4), true);
  strictEqual(isNonReference(Uint8Array.from(unit(0x41, 4)), 4), false);
  strictEqual(isNonReference(Uint8Array.from([...unit(0x06, 2), ...unit(0x01, 2)]), 2), true);
  strictEqual(isNonReference(Uint8Array.from([...unit(0x06, 4), ...unit(0x65, 4)]), 4), false);
  strictEqual(isNonReference(Uint8Array.of(255, 255, 255, 255, 1), 4), true);
  strictEqual(isNonReference(Uint8Array.of(0, 0, 0, 0, 6, 0, 0, 0, 0), 4), false);
  strictEqual(isNonReference(new Uint8Array(0), 4), false);
});

test("how long something is, as players show it", () => {
  deepStrictEqual([0, 9.4, 59.6, 80, 3599.4, 3600, 7384].map(sayClock), ["0:00", "0:09", "1:00", "1:20", "59:59", "1:00:00", "2:03:04"]);
});

test("what is said of a video and not of a picture", () => {
  for (const fault of ["truncated", "corrupt", "too-large", "too-slow", "browser-cannot", "broken"]) ok(isSaid(`unclear.video-${fault}`), fault);
});

test("a video that Python has put into a case is carried along", () => {
  const held = fromBytes(new Uint8Array(readFileSync(new URL("vectors/casefile/v1-prints.json", root))));
  strictEqual(held.videos.length, 1);
  writeFileSync(process.env.CARRIED, toBytes(held)); // what Python reads there, it compares itself
});
