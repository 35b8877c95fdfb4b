/** Case files that Python and the age tool made open here; what is sealed here goes to Python (tests/page/test_modules.py). */

import { deepStrictEqual, rejects, strictEqual, throws } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";

import { fromBytes, newCase, toBytes } from "../../../page/case/contents.js";
import { keysOnce } from "../../../page/case/keys_once.js";
import { checkHeader, seal, unseal } from "../../../page/case/sealing.js";

const PASSPHRASE = "these words open the sample file";
const vector = (name) => new Uint8Array(readFileSync(new URL(`../../../vectors/casefile/${name}`, import.meta.url)));
const text = (bytes) => new TextDecoder().decode(bytes);
const changed = (bytes, at) => bytes.with(at < 0 ? bytes.length + at : at, bytes.at(at) ^ 1);

for (const name of ["v1-quick", "v1", "v1-by-age"]) {
  test(`${name} opens`, async () => {
    strictEqual(text(await unseal(vector(`${name}.case`), PASSPHRASE)), text(vector("v1.json")));
  });
}

for (const name of ["v1.json", "v1-prints.json"]) {
  test(`${name} is read, and written with nothing lost`, () => {
    deepStrictEqual(JSON.parse(text(toBytes(fromBytes(vector(name))))), JSON.parse(text(vector(name))));
  });
}

test("v1.json is written byte for byte alike", () => {
  strictEqual(text(toBytes(fromBytes(vector("v1.json")))), text(vector("v1.json")).trimEnd());
});

const quick = vector("v1-quick.case");
const troubles = {
  empty: [new Uint8Array(0)],
  torn: [quick.slice(0, 15), quick.slice(0, 60), quick.slice(0, 200), quick.slice(0, -10), changed(quick, -5), changed(quick, 140)],
  newer: [new TextEncoder().encode("age-encryption.org/v2\n")],
  "not-a-case": [new TextEncoder().encode("GIF89a")],
  "too-costly": [new TextEncoder().encode(text(quick.slice(0, 300)).replace(" 10\n", " 21\n"))],
};

for (const [trouble, files] of Object.entries(troubles)) {
  files.forEach((file, at) => {
    test(`${trouble}, ${at + 1}`, () => rejects(unseal(file, PASSPHRASE), { name: "CaseTrouble", trouble }));
  });
}

test("a wrong passphrase is told apart", () => rejects(unseal(quick, "another"), { trouble: "wrong-passphrase" }));

for (const [name, trouble] of [["newer.case", "newer"], ["foreign.case", "not-a-case"]]) {
  test(`${name} is refused inside`, async () => {
    const content = await unseal(vector(name), PASSPHRASE);
    throws(() => fromBytes(content), { name: "CaseTrouble", trouble });
  });
}

test("a header is judged without a passphrase", () => checkHeader(quick));

test("what is not as the format says is refused", () => {
  const sound = JSON.parse(text(vector("v1.json")));
  const [request] = sound.requests;
  const [place] = request.places;
  const inRequest = (...changes) => changes.map((change) => ({ ...sound, requests: [{ ...request, ...change }] }));
  const broken = [
    { ...sound, version: 2 },
    { ...sound, version: "1" },
    { ...sound, format: "other" },
    { ...sound, pictures: {} },
    { ...sound, adults: null },
    { ...sound, made_at: "yesterday" },
    { ...sound, next_picture: 1 },
    { ...sound, pictures: [...sound.pictures, ...sound.pictures] },
    { ...sound, asker: { role: "other" } },
    { ...sound, requests: [{}] },
    { ...sound, next_picture: String(sound.next_picture) },
    ...inRequest({ places: [null] }, { places: [{ ...place, page: ["https://board.example/"] }] }, { places: [{ ...place, seen_at: "then" }] }),
    ...inRequest({ declarations: [1] }, { history: [null] }, { history: [{ event: "sent", at: "then" }] }, { fingerprints: [1] }),
    ...inRequest({ state: "constructor" }, { asker: { ...request.asker, authority: { ...request.asker.authority, scope: 7 } } }),
  ];
  strictEqual(broken.every((one) => JSON.stringify(one) !== JSON.stringify(sound)), true);
  for (const one of broken) throws(() => fromBytes(new TextEncoder().encode(JSON.stringify(one))), { name: "CaseTrouble" });
  throws(() => fromBytes(Uint8Array.of(0xff, 0xfe)), { trouble: "not-a-case" });
});

test("a key that stands twice is seen", () => {
  strictEqual(keysOnce('{"a":1,"b":{"a":"{\\"a\\":1,"},"c":[{"a":1},{"a":2}]}'), true);
  strictEqual(keysOnce('{"a":1,"b":[{"c":1,"\\u0063":2}]}'), false);
  throws(() => fromBytes(new TextEncoder().encode(`{"format":"rescind-case","format":"rescind-case"}`)), { trouble: "not-a-case" });
});

test("what is sealed here opens here, whatever form the letters have", async () => {
  const held = { ...newCase("2026-11-24T14:05:00Z"), log: [{ at: "2026-11-24T14:05:00Z", what: "gelöscht \u{1f4f7}" }] };
  const sealed = await seal(toBytes(held), "ma\u00f1ana", 17);
  deepStrictEqual(fromBytes(await unseal(sealed, "man\u0303ana")), held);
  if (process.env.SEALED_BY_THE_PAGE) writeFileSync(process.env.SEALED_BY_THE_PAGE, sealed);
});
