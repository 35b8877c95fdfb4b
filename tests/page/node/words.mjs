/** The page's catalogues: every sentence in every language, with the same gaps, and none twice as long as a phone can show. */

import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

import { EN } from "../../../page/words/en.js";
import { fitting, say, speak } from "../../../page/words/saying.js";
import { TONGUES } from "../../../page/words/tongues.js";
import { FAULTS } from "./faults.mjs";

const gaps = (words) => (words.match(/\{[a-z]+\}/g) ?? []).sort();

for (const [tag, { words, drafted, direction }] of Object.entries(TONGUES)) {
  test(`${tag} has every sentence, with its gaps`, () => {
    deepStrictEqual(Object.keys(words), Object.keys(EN));
    const wrong = Object.keys(EN).filter((key) => gaps(words[key]).join() !== gaps(EN[key]).join());
    deepStrictEqual(wrong, []);
    deepStrictEqual(Object.entries(words).filter(([, said]) => !said.trim() || said !== said.trim()), []);
  });

  test(`${tag} says whether somebody has checked it`, () => strictEqual(drafted === "", tag === "en"));

  test(`${tag} runs its way`, () => strictEqual(direction, tag === "ar" ? "rtl" : "ltr"));
}

test("every fault of a picture and of a file has its sentence", () => {
  for (const key of FAULTS) ok(EN[key], key);
});

test("every sentence is said somewhere", () => {
  const folder = new URL("../../../page/", import.meta.url);
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".js") && !/^(words.[a-z]{2}\.js|facts|vendor)/.test(name));
  const source = files.map((name) => readFileSync(new URL(name, folder), "utf-8")).join("");
  const together = /^(unclear|case|state|part|problem|forms\.copy)\./;
  deepStrictEqual(Object.keys(EN).filter((key) => !together.test(key) && !source.includes(`"${key}"`) && !/^overview\.(sent|received|incomplete|granted|refused|gone|returned)$/.test(key)), []);
});

test("no promise that nobody can keep", () => {
  const refused = /anonymous|100 ?%|cannot be reversed|removed from the internet|guarantee/i;
  deepStrictEqual(Object.values(EN).filter((words) => refused.test(words)), []);
});

test("no word that blames, and no legal Latin", () => {
  const refused = /revenge|leaked|victim|nude|\bNCII\b|\bDMCA\b|pursuant|hereby/i;
  deepStrictEqual(Object.values(EN).filter((words) => refused.test(words)), []);
});

test("sentences are short", () => {
  const long = Object.values(EN).flatMap((words) => words.split(/(?<=[.?!:])\s+/)).filter((sentence) => sentence.split(" ").length > 24);
  deepStrictEqual(long, []);
});

test("the list of people to talk to is named in every language, so that it can be pressed", () => {
  for (const { words } of Object.values(TONGUES)) strictEqual(words["help.suicide"].split("findahelpline.com").length, 2);
});

test("a language is found among those that were asked for", () => {
  strictEqual(fitting(["xx", "pt-BR", "en"]), "pt");
  strictEqual(fitting(["xx"]), "en");
});

test("a gap is filled with what it is given, whatever that looks like", () => {
  speak("en");
  strictEqual(say("papers.for", { site: "{site} $& </p>" }), "Letter to {site} $& </p>");
  speak("xx");
  strictEqual(say("page.back"), "Back");
});
