/** The way out of the pages that `rescind open --checks` makes. It leads over an address of theirs, where everything is forgotten. */

import { leave, onEscapes, onLeft } from "./leaving.js";

const way = document.getElementById("leave");
const where = way instanceof HTMLAnchorElement ? way.href : undefined;

onEscapes(() => leave(() => {}, { where }));
onLeft(() => leave(() => {}, { where, alone: true }));
way?.addEventListener("click", (event) => {
  event.preventDefault();
  leave(() => {}, { where });
});
