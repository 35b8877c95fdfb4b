/** The page's laws, letters, documents and deadlines against vectors/removal/, which Python wrote. */

import { deepStrictEqual, strictEqual, throws } from "node:assert";
import { readFileSync } from "node:fs";
import test from "node:test";

import { reckon } from "../../../page/removal/clock.js";
import { draftRecord, writeDocument } from "../../../page/removal/document.js";
import { choose, lawCalled } from "../../../page/removal/laws.js";
import { compose } from "../../../page/removal/letter.js";
import { asText, itemName } from "../../../page/removal/letter_text.js";
import { advance, standing } from "../../../page/removal/steps.js";
import { withdrawal } from "../../../page/removal/withdrawal.js";
import { missing } from "../../../page/removal/missing.js";
import { readMoment, writeMoment } from "../../../page/removal/moment.js";

const vectors = (name) => JSON.parse(readFileSync(new URL(`../../../vectors/removal/${name}.json`, import.meta.url), "utf-8"));
const whole = (lines) => `${lines.join("\n")}\n`;

for (const { name, request, missing: wanted } of vectors("missing")) {
  test(`missing: ${name}`, () => deepStrictEqual(missing(request, lawCalled(request.law)), wanted));
}

for (const { name, request, language, now, subject, text } of vectors("letters")) {
  test(`letter: ${name}`, () => {
    const letter = compose(request, lawCalled(request.law), { language, now });
    strictEqual(asText(letter), whole(text));
    strictEqual(letter.subject, subject);
  });
}

for (const { name, request, language, at, text } of vectors("withdrawals")) {
  test(`taken back: ${name}`, () => strictEqual(withdrawal(request, lawCalled(request.law), { language, at }).text, whole(text)));
}

for (const { request, fingerprints, document } of vectors("documents")) {
  test(`document: ${request.law}, ${request.asker.role}, ${fingerprints}`, () => {
    strictEqual(writeDocument(request, { fingerprints }), whole(document));
  });
}

for (const { request, part } of vectors("broken")) {
  test(`broken: ${part}`, () => throws(() => writeDocument(request), { name: "RequestBroken", part }));
}

for (const { name, law, clock, since, due } of vectors("deadlines")) {
  test(`due: ${name}`, () => {
    const found = reckon(clock ?? lawCalled(law).clock, readMoment(since));
    strictEqual(found && writeMoment(found), due);
  });
}

const STANDS = { not_sent: "draft", no_number: "no-number" };

vectors("steps").forEach(({ request, steps }, walk) => {
  test(`steps: walk ${walk}`, () => {
    let record = draftRecord(request);
    for (const { event, allowed, course, stands } of steps) {
      if (allowed) record = advance(record, event);
      else throws(() => advance(record, event), { name: "StepNotAllowed" });
      const { state, since, due_at, history } = record;
      deepStrictEqual({ state, since, due_at, history }, course);
      const later = writeMoment({ ...readMoment(event.at), seconds: readMoment(event.at).seconds + 40 * 3600 });
      strictEqual(standing(record, later), STANDS[stands] ?? stands);
    }
  });
});

test("the law of a country", () => {
  for (const [country, slug] of Object.entries(vectors("choices"))) strictEqual(choose(country).slug, slug, country);
});

test("a request that lacks something is not written", () => {
  const [{ request }] = vectors("missing").filter((one) => one.missing.length);
  throws(() => writeDocument(request), { name: "RequestIncomplete" });
  throws(() => compose(request, lawCalled(request.law), { now: "2026-11-24T14:05:00Z" }), { name: "RequestIncomplete" });
});

test("moments are read and written one way", () => {
  const moments = [
    ["2026-11-20T12:00:00+02:00", "2026-11-20T10:00:00Z"],
    ["2026-11-20T12:00:00.5Z", "2026-11-20T12:00:00.500000Z"],
    ["2026-11-20T12:00:00.000005Z", "2026-11-20T12:00:00.000005Z"],
  ];
  for (const [said, written] of moments) strictEqual(writeMoment(readMoment(said)), written);
  const refused = ["2026-11-20T12:00:00", "2026-02-30T12:00:00Z", "1969-12-31T23:59:59Z", "3000-01-01T00:00:00Z", "2026-11-20"];
  for (const said of [...refused, "2026-11-20T24:00:00Z"]) throws(() => readMoment(said), { name: "NotAMoment" });
});

test("items are named", () => deepStrictEqual([1, 26, 27, 703].map((n) => itemName(3, n)), ["3a", "3z", "3aa", "3aaa"]));
