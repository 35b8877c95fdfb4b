/** The languages the page speaks: each by its own name, which way it runs, and whether a native speaker has read it. */

import { AR } from "./ar.js";
import { DE } from "./de.js";
import { EN } from "./en.js";
import { ES } from "./es.js";
import { FR } from "./fr.js";
import { HI } from "./hi.js";
import { PT } from "./pt.js";

/** @typedef {{ name: string, direction: "ltr" | "rtl", drafted: string, words: Partial<Record<keyof typeof EN, string>> }} Tongue */

/** `drafted` says, in the language itself, that a machine wrote it and nobody has checked it; empty when somebody did. @type {Record<string, Tongue>} */
export const TONGUES = {
  en: { name: "English", direction: "ltr", drafted: "", words: EN },
  es: {
    name: "Español",
    direction: "ltr",
    drafted: "Estas palabras las escribió una máquina. Un hablante nativo aún no las ha revisado.",
    words: ES,
  },
  fr: {
    name: "Français",
    direction: "ltr",
    drafted: "Ces mots ont été écrits par une machine. Une personne de langue maternelle ne les a pas encore relus.",
    words: FR,
  },
  de: {
    name: "Deutsch",
    direction: "ltr",
    drafted: "Diese Worte hat eine Maschine geschrieben. Noch niemand, dessen Muttersprache es ist, hat sie geprüft.",
    words: DE,
  },
  pt: {
    name: "Português",
    direction: "ltr",
    drafted: "Estas palavras foram escritas por uma máquina. Um falante nativo ainda não as conferiu.",
    words: PT,
  },
  ar: { name: "العربية", direction: "rtl", drafted: "كتبت هذه الكلمات آلة. لم يراجعها متحدث أصلي بعد.", words: AR },
  hi: { name: "हिन्दी", direction: "ltr", drafted: "ये शब्द एक मशीन ने लिखे हैं। किसी मातृभाषी ने इन्हें अभी नहीं जाँचा है।", words: HI },
};
