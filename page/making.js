/** Makes elements of the page. Text goes in as text, so nothing that a person or a file says can become markup. */

/** @typedef {string | Node | null | false | undefined} Child */
/** @typedef {{ [name: string]: string | boolean | number | ((event: any) => void) | undefined }} Attributes */

/**
 * An element with its attributes and children. A function under `onclick` and the like becomes a listener; true an empty
 * attribute; false and undefined none.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {Attributes} [attributes] @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...kept(children));
  return element;
}

/** @param {Child[]} children @returns {(string | Node)[]} */
function kept(children) {
  return children.filter((child) => child !== null && child !== false && child !== undefined);
}

/** A paragraph. @param {...Child} children */
export function paragraph(...children) {
  return make("p", {}, ...children);
}

let made = 0;

/**
 * A labelled field: its name, a sentence on why it is asked, and the field itself.
 * @template {HTMLElement} Field
 * @param {string} name @param {Field} field @param {string} [why]
 */
export function labelled(name, field, why) {
  field.id ||= `field-${++made}`;
  if (!(field instanceof HTMLSelectElement)) field.setAttribute("autocomplete", "off"); // the browser is to keep nothing
  const hint = why ? make("p", { class: "why", id: `${field.id}-why` }, why) : null;
  if (hint) field.setAttribute("aria-describedby", hint.id);
  return make("div", { class: "field" }, make("label", { for: field.id }, name), hint, field);
}

/** A box or a dot to choose, with its words beside it. @param {Attributes} attributes of the input @param {...Child} words */
export function choice(attributes, ...words) {
  return make("label", { class: "choice" }, make("input", attributes), make("span", {}, ...words));
}

/** A button that does something. @param {Child} words @param {(event: any) => void} onclick @param {Attributes} [more] */
export function button(words, onclick, more = {}) {
  return make("button", { type: "button", ...more, onclick }, words);
}

/** A link to another site, in a window of its own; that site learns nothing of this page. @param {string} address @param {string} [words] */
export function away(address, words = address) {
  return make("a", { href: address, target: "_blank", rel: "noreferrer noopener", dir: "ltr" }, words);
}

/** A sentence whose gap is filled with what is written from left to right in every language, such as a number in parts. @param {string} sentence @param {string} gap @param {string} value @returns {Child[]} */
export function leftToRight(sentence, gap, value) {
  const [before, after] = sentence.split(gap);
  return [before, make("bdi", { dir: "ltr" }, value), after];
}

/** Words that open when asked. @param {string} summary @param {...Child} children */
export function details(summary, ...children) {
  return make("details", {}, make("summary", {}, summary), ...children);
}
