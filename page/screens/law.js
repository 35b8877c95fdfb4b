/** Under which law each site is asked: by its country, or as the person chooses. */

import { lawOf, placesByOperator, siteOf } from "../journey.js";
import { details, labelled, make, paragraph } from "../making.js";
import { laws } from "../removal/laws.js";
import { current, lawSays, say, sayCountry } from "../words/saying.js";

/** @typedef {import("../start.js").Page} Page */
/** @typedef {import("../frame.js").View} View */

/** @param {Page} page @returns {View} */
export function lawScreen(page) {
  const operators = [...placesByOperator(page.journey).keys()];
  return {
    title: say("law.title"),
    back: "places",
    body: [paragraph(say("law.what")), ...operators.map((operator) => about(page, operator)), make("p", { class: "small" }, say("law.unchecked"))],
    next: { go: () => "declare" },
  };
}

/** One site: who runs it, where, and the law. @param {Page} page @param {string} operator */
function about(page, operator) {
  const site = siteOf(page.journey, operator);
  const called = operator || say("law.no-site");
  const which = make("div", { role: "status" });
  const refresh = () => which.replaceChildren(...chosen(lawOf(site)));
  const name = make("input", { type: "text", value: site.name, dir: "auto", maxlength: 400, oninput: ({ target }) => (site.name = target.value) });
  const country = make("select", { onchange: ({ target }) => ((site.country = target.value), refresh()) }, ...countries(site.country));
  const law = make("select", { onchange: ({ target }) => ((site.law = target.value), refresh()) }, ...choices(site.law));
  refresh();
  return make(
    "section",
    { class: "card" },
    make("h2", { dir: "auto" }, called),
    labelled(operator ? say("law.country", { site: called }) : say("help.country"), country),
    which,
    details(say("law.choose"), labelled(say("law.site"), name, say("law.site.why")), labelled(say("law.choose"), law)),
  );
}

/** @param {import("../removal/laws.js").Law} law */
function chosen(law) {
  const title = lawSays(law.title);
  const cautions = law.automatic ? [] : law.cautions;
  const covers = lawSays(law.covers);
  return [
    make("p", { class: "small" }, say("law.letter", { law: title.words })),
    ...(law.fallback ? [] : [make("p", { class: "small", lang: covers.tongue, dir: "auto" }, covers.words)]),
    ...(cautions.length ? [make("strong", {}, say("law.before")), make("ul", {}, ...cautions.map((one) => make("li", { lang: lawSays(one.text).tongue, dir: "auto" }, lawSays(one.text).words)))] : []),
  ];
}

/** Every country, those whose law is known first asked by name. @param {string} selected */
function countries(selected) {
  const codes = [...new Set(laws().flatMap((law) => law.countries))];
  const named = codes.map((code) => ({ code, name: sayCountry(code) })).sort((a, b) => a.name.localeCompare(b.name, current()));
  return [{ code: "", name: say("law.unknown") }, ...named, { code: "ZZ", name: say("law.another") }].map(({ code, name }) => make("option", { value: code, selected: code === selected }, name));
}

/** @param {string} selected */
function choices(selected) {
  const byCountry = make("option", { value: "", selected: selected === "" }, say("law.by-country"));
  return [byCountry, ...laws().map((law) => make("option", { value: law.slug, selected: law.slug === selected }, lawSays(law.title).words))];
}
