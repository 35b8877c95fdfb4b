/** The page itself: it holds what was said, and shows one screen after the other. */

import { Beside } from "./beside.js";
import { problem, show } from "./frame.js";
import { newJourney } from "./journey.js";
import { leave, onEscapes, onLeft } from "./leaving.js";
import { forgetThere, wayOut } from "./local_checks.js";
import { Looking } from "./looking.js";
import { ageScreen, underScreen } from "./screens/age.js";
import { afterScreen } from "./screens/after.js";
import { contactScreen } from "./screens/contact.js";
import { declareScreen, reasonScreen } from "./screens/declare.js";
import { formsScreen } from "./screens/forms.js";
import { handScreen } from "./screens/hand.js";
import { lawScreen } from "./screens/law.js";
import { openScreen } from "./screens/open.js";
import { overviewScreen } from "./screens/overview.js";
import { papersScreen } from "./screens/papers.js";
import { picturesScreen } from "./screens/pictures.js";
import { placesScreen } from "./screens/places.js";
import { saveScreen } from "./screens/save.js";
import { startScreen, whoScreen } from "./screens/start.js";
import { fitting, say, speak } from "./words/saying.js";

/** @type {Record<string, (page: Page) => import("./frame.js").View>} */
const SCREENS = {
  ...{ age: ageScreen, under: underScreen, start: startScreen, open: openScreen, overview: overviewScreen },
  ...{ who: whoScreen, pictures: picturesScreen, places: placesScreen, law: lawScreen, declare: declareScreen },
  ...{ reason: reasonScreen, contact: contactScreen, papers: papersScreen, save: saveScreen, after: afterScreen, hand: handScreen, forms: formsScreen },
};

/** What every screen is given. */
export class Page {
  constructor() {
    this.journey = newJourney();
    this.beside = new Beside();
    this.looking = new Looking(this.beside, this.journey);
    this.name = "age";
    /** Whether somebody said only after the first question that somebody shown was under 18. */
    this.halfWay = false;
    /** Whether this browser can do all the page does. */
    this.whole = true;
  }

  /** Show a screen. None but the first two is shown before the question of age is answered. @param {string} name */
  go(name) {
    this.looking.onChange = () => {};
    this.name = this.journey.adultsAt || name === "under" ? name : "age";
    this.again();
  }

  /** Show the same screen anew. */
  again() {
    show(this, this.name, SCREENS[this.name](this));
  }

  /** Say what is in the way; nothing more is said to somebody who was sent to the services. @param {string} words */
  problem(words) {
    if (this.name !== "under") problem(words);
  }

  /** Forget everything that was said, and whatever is being worked on. */
  forget() {
    this.looking.stop();
    Object.assign(this.journey, newJourney());
  }

  /** Somebody shown was under 18: forget everything, give up what is being worked on, and say where to go. */
  stop() {
    this.halfWay = this.journey.adultsAt !== null;
    this.forget();
    if (this.beside.waiting.size) this.beside.restart(); // else a file would still be opened or saved when its turn came
    forgetThere();
    this.go("under");
  }

  /** @param {{ alone?: boolean }} [options] */
  leave(options) {
    const forget = () => {
      this.forget();
      this.beside.end();
    };
    leave(forget, { ...options, where: wayOut() });
  }
}

const page = new Page();
speak(fitting(navigator.languages));
onEscapes(() => page.leave());
onLeft(() => page.leave({ alone: true }));
addEventListener("beforeunload", (event) => {
  if (page.journey.unsaved) event.preventDefault();
});
for (const name of ["error", "unhandledrejection"]) addEventListener(name, () => page.problem(say("page.mistake")));
void page.beside.ready.then((whole) => {
  page.whole = whole;
  page.go("age");
});
