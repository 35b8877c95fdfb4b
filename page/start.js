/** The page itself: it holds what was said, and shows one screen after the other. */

import { Beside } from "./beside.js";
import { problem, show } from "./frame.js";
import { newJourney } from "./journey.js";
import { leave, onEscapes } from "./leaving.js";
import { Looking } from "./looking.js";
import { ageScreen, underScreen } from "./screens/age.js";
import { afterScreen } from "./screens/after.js";
import { contactScreen } from "./screens/contact.js";
import { declareScreen, reasonScreen } from "./screens/declare.js";
import { lawScreen } from "./screens/law.js";
import { openScreen } from "./screens/open.js";
import { overviewScreen } from "./screens/overview.js";
import { papersScreen } from "./screens/papers.js";
import { picturesScreen } from "./screens/pictures.js";
import { placesScreen } from "./screens/places.js";
import { saveScreen } from "./screens/save.js";
import { startScreen, whoScreen } from "./screens/start.js";
import { fitting, speak } from "./words/saying.js";

/** @type {Record<string, (page: Page) => import("./frame.js").View>} */
const SCREENS = {
  ...{ age: ageScreen, under: underScreen, start: startScreen, open: openScreen, overview: overviewScreen },
  ...{ who: whoScreen, pictures: picturesScreen, places: placesScreen, law: lawScreen, declare: declareScreen },
  ...{ reason: reasonScreen, contact: contactScreen, papers: papersScreen, save: saveScreen, after: afterScreen },
};

/** What every screen is given. */
export class Page {
  constructor() {
    this.journey = newJourney();
    this.beside = new Beside();
    this.looking = new Looking(this.beside, this.journey);
    this.name = "age";
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

  /** @param {string} words */
  problem(words) {
    problem(words);
  }

  /** Forget everything that was said, and whatever is being worked on. */
  forget() {
    this.looking.stop();
    Object.assign(this.journey, newJourney());
  }

  leave() {
    leave(() => {
      this.forget();
      this.beside.end();
    });
  }
}

const page = new Page();
speak(fitting(navigator.languages));
onEscapes(() => page.leave());
addEventListener("beforeunload", (event) => {
  if (page.journey.unsaved) event.preventDefault();
});
void page.beside.ready.finally(() => page.go("age"));
