/** Every word for a fault that the page's modules can say, read from their source, as keys of the catalogue. */

import { readFileSync } from "node:fs";

const source = (name) => readFileSync(new URL(`../../../page/${name}`, import.meta.url), "utf-8");
const listed = (text, type) => [...text.match(new RegExp(`@typedef \\{([^}]*)\\} ${type}`, "s"))[1].matchAll(/"([a-z-]+)"/g)].map((hit) => hit[1]);

export const FAULTS = [
  ...listed(source("fingerprint/unclear.js"), "Reason").map((reason) => `unclear.${reason}`),
  ...listed(source("case/sealing.js"), "Trouble").map((trouble) => `case.${trouble}`),
  ...[...source("removal/text.js").matchAll(/RequestBroken\(part, "([a-z-]+)"\)/g)].map((hit) => `problem.${hit[1]}`),
];
