/** The languages the page speaks: each by its own name, which way it runs, and whether a native speaker has read it. */

import { EN } from "./en.js";

/** @typedef {{ name: string, direction: "ltr" | "rtl", drafted: string, words: Partial<Record<keyof typeof EN, string>> }} Tongue */

/** `drafted` says, in the language itself, that a machine wrote it and nobody has checked it; empty when somebody did. @type {Record<string, Tongue>} */
export const TONGUES = {
  en: { name: "English", direction: "ltr", drafted: "", words: EN },
};
