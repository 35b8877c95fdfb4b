/** What the page promises about what leaves the device. It says less where somebody shows it who would take a request. */

import { OFFERED } from "./offered.js";
import { say } from "./words/saying.js";

/** Whether somebody shows this page who takes a request. */
export function canHandOver() {
  return OFFERED.desk !== null;
}

/** That nothing leaves; unless the person says yes to it, where that can be. */
export function nothingLeaves() {
  return say(canHandOver() ? "hand.nothing-leaves" : "page.nothing-leaves");
}

/** How the person can see it for themselves. */
export function seeForYourself() {
  return canHandOver() ? say("hand.sure", { desk: OFFERED.desk_name }) : say("page.see-for-yourself");
}
