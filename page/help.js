/** The people who help, and the services for pictures of somebody under 18: lists with their date, by country. */

import { HELPLINES } from "./facts/places_to_go.js";
import { away, details, labelled, make, paragraph } from "./making.js";
import { current, lawSays, say, sayCountry, sayMonth } from "./words/saying.js";

/** @typedef {{ name: string, country: string, contact: string, hours: string, ages: string, checked: boolean, read_on: string }} Service */

const WORLD = "world";

/** Where people to talk to are listed by country; its name stands in the sentence. */
const LISTS_OF_LINES = "findahelpline.com";

/** The country chosen in any of the lists; all of them begin with it. */
let chosen = "";

/** A list of people to talk to, closed at first. */
export function helpPanel() {
  const panel = details(say("help.title"), paragraph(say("help.first")), serviceList(HELPLINES), ...atOnce());
  panel.classList.add("help");
  return panel;
}

/** What to do in danger, under threat, or when it is too much. */
export function atOnce() {
  const [before, after] = say("help.suicide").split(LISTS_OF_LINES);
  return [
    paragraph(say("help.danger")),
    paragraph(say("help.threat")),
    paragraph(before, away(`https://${LISTS_OF_LINES}`, LISTS_OF_LINES), after),
  ];
}

/** Services with a choice of country. @param {Service[]} services */
export function serviceList(services) {
  const codes = [...new Set(services.map((one) => one.country))].filter((code) => code !== WORLD);
  const named = codes.map((code) => ({ code, name: sayCountry(code) })).sort((a, b) => a.name.localeCompare(b.name, current()));
  const options = [{ code: "", name: say("help.everywhere") }, ...named].map(({ code, name }) => make("option", { value: code, selected: code === chosen }, name));
  const list = make("ul", { class: "services" });
  const fill = () => list.replaceChildren(...ordered(services).map(listed));
  const choose = make("select", { onchange: ({ target }) => ((chosen = target.value), fill()) }, ...options);
  fill();
  return make("div", {}, labelled(say("help.country"), choose), list);
}

/** Those of the country that was chosen, then those for everybody; all of them when none was. @param {Service[]} services */
function ordered(services) {
  if (!chosen) return services;
  const there = services.filter((one) => one.country === chosen);
  return [...there, ...services.filter((one) => one.country === WORLD)];
}

/** @param {Service} one */
function listed(one) {
  const where = one.country === WORLD ? say("help.world") : sayCountry(one.country);
  return make(
    "li",
    {},
    make("strong", { dir: "auto" }, one.name),
    ` (${where})`,
    make("div", {}, ...contacts(one.contact)),
    one.hours ? make("div", { class: "small" }, say("help.hours", { hours: lawSays(one.hours).words })) : null,
    one.ages === "not stated" ? null : make("div", { class: "small" }, say("help.for", { ages: lawSays(one.ages).words })),
    make("div", { class: "small" }, one.checked ? "" : `${say("help.unchecked")} `, say("help.read-on", { month: sayMonth(one.read_on) })),
  );
}

/** A contact with its addresses and numbers to press. @param {string} contact */
function contacts(contact) {
  return contact.split(/(https:\/\/[^\s,)]+|\+?\d[\d -]{2,}\d)/).map((part) => {
    if (part.startsWith("https://")) return away(part, part.slice("https://".length));
    return /^\+?\d[\d -]{2,}\d$/.test(part) ? make("a", { href: `tel:${part.replace(/[^\d+]/g, "")}`, dir: "ltr" }, part) : make("bdi", {}, part);
  });
}
