/** The forms of large sites: which fit a request, and what is there to paste. */

import { deepStrictEqual, ok } from "node:assert";
import test from "node:test";

import { lawCalled } from "../../../page/removal/laws.js";
import { concerned, forms, pieces } from "../../../page/removal/forms.js";

const form = (id) => forms().find((one) => one.id === id);
const place = (page, file = null) => ({ page, file, note: "", seen_at: null });

function request(places, more = {}) {
  const asker = { role: "self", name: "N. N.", contact: "a@mail.example", authority: null, postal: "", phone: "" };
  return { id: "2026-1124-AAAAA", made_at: "2026-11-24T00:00:00Z", law: "combined", operator: "", places, asker, declarations: ["illegal", "accurate"], reason: "", fingerprints: [], ...more };
}

const there = (id, page) => concerned(form(id), [request([place(page)])]).length === 1;

test("a form is for the hosts of its site and those below them, and for no other", () => {
  for (const page of ["https://www.tiktok.com/@a/video/1", "https://tiktok.com", "http://VM.TIKTOK.COM:443/x", "https://tiktok.com./x"]) ok(there("tiktok", page), page);
  for (const page of ["https://nottiktok.com/", "https://tiktok.com.board.example/", "https://board.example/tiktok.com", "the group on tiktok.com", "https://", "https://tiktok.com@board.example/"]) ok(!there("tiktok", page), page);
});

test("a search engine's form is for every web address, and for nothing else", () => {
  ok(there("bing", "https://board.example/1"));
  ok(!there("bing", "a chat on my phone"));
});

test("of two sites each form gets its own addresses alone, one on each line and each once", () => {
  const places = [place("https://www.reddit.com/r/a/1", "https://i.redd.it/x.jpg"), place("https://www.reddit.com/r/a/1", "https://imgur.com/y"), place("https://t.me/c/2")];
  const one = request(places);
  const words = (id, piece) => pieces(form(id), [one]).find((each) => each.piece === piece)?.words;
  deepStrictEqual(words("reddit", "addresses"), "https://www.reddit.com/r/a/1");
  deepStrictEqual(words("imgur", "files"), "https://imgur.com/y");
  deepStrictEqual(words("imgur", "addresses"), undefined);
  deepStrictEqual(words("google-search", "addresses"), "https://www.reddit.com/r/a/1\nhttps://t.me/c/2");
  deepStrictEqual(words("google-search", "files"), "https://i.redd.it/x.jpg\nhttps://imgur.com/y");
});

test("only statements that were agreed to are there, as somebody for another says them", () => {
  const one = request([place("https://x.com/a/1")], { asker: { role: "authorised", name: "N. N.", contact: "a@mail.example" } });
  const said = Object.fromEntries(lawCalled("combined").declarations.map(({ id, authorised }) => [id, authorised]));
  deepStrictEqual(pieces(form("x"), [one]), [
    { piece: "addresses", words: "https://x.com/a/1" },
    { piece: "statements", words: `${said.illegal}\n${said.accurate}` },
    { piece: "name", words: "N. N." },
    { piece: "contact", words: "a@mail.example" },
  ]);
});

test("a place of no site gives no piece", () => {
  deepStrictEqual(pieces(form("x"), [request([place("the group called Board")])]), []);
  deepStrictEqual(pieces(form("google-search"), []), []);
});

test("no piece is a picture or a fingerprint", () => {
  const asked = new Set(forms().flatMap(({ paste }) => paste));
  deepStrictEqual([...asked].sort(), ["addresses", "contact", "files", "name", "reason", "statements"]);
});
