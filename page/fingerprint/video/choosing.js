/**
 * Which moments of a video are fingerprinted, and which of those are kept: `rescind.fingerprint.video.choosing` for a video
 * that is kept and looked for (DENSE). Both sides are held to `vectors/video/choosing.json`.
 */

import { distance } from "../pdq.js";

const STEP = 0.25; // seconds between two moments on the grid
const SCENE_GAP = 0.1; // seconds that lie at least between two fingerprints
const LOOK_GAP = 0.08; // seconds between two frames that are looked at for a change of scene
const SCENE_CHANGE = 14; // mean difference of brightness, of 255, that makes a new scene
const SCENE_TIMES = 2; // and how many times the usual change it must be
const USUAL_SHARE = 0.2; // how much each change counts in the usual one
const ALIKE_WITHIN = 8; // bits; frames this near to the last one kept add nothing
const PLAIN_GAP = 2; // seconds between two frames that are kept although they are plain

/** A frame with a quality under this cannot be told apart from others. */
export const PLAIN_BELOW = 50;

/** Sees the frames of one video in the order of time. */
export class Chooser {
  constructor() {
    this.due = 0;
    this.hashedAt = -SCENE_GAP;
    this.lookedAt = -LOOK_GAP;
    /** @type {Uint8Array | null} */
    this.before = null;
    this.newScene = true;
    /** @type {number | null} */
    this.usual = null;
  }

  /** Whether to look at the frame that is shown at this second at all; if so, ask `wants` next. @param {number} at */
  looks(at) {
    if (at < this.lookedAt + LOOK_GAP) return false;
    this.lookedAt = at;
    return true;
  }

  /** Whether to fingerprint the frame that is shown at this second and looks like this. @param {number} at @param {Uint8Array} thumbnail */
  wants(at, thumbnail) {
    const changed = this.changed(thumbnail);
    this.newScene ||= changed;
    const due = at >= this.due;
    if (!due && !(this.newScene && at >= this.hashedAt + SCENE_GAP)) return false;
    if (due) this.due = (Math.floor(at / STEP) + 1) * STEP;
    this.hashedAt = at;
    return true;
  }

  /** Whether the frame fingerprinted last is the first of its scene; asked once for each. */
  isNewScene() {
    const fresh = this.newScene;
    this.newScene = false;
    return fresh;
  }

  /** @param {Uint8Array} thumbnail */
  changed(thumbnail) {
    const before = this.before;
    this.before = thumbnail;
    if (before === null || before.length !== thumbnail.length) return true;
    const change = thumbnail.reduce((sum, value, place) => sum + Math.abs(value - before[place]), 0) / thumbnail.length;
    const usual = this.usual ?? change;
    this.usual = usual + (change - usual) * USUAL_SHARE;
    return change > Math.max(SCENE_CHANGE, SCENE_TIMES * usual);
  }
}

/** Decides which fingerprints are kept. */
export class Keeper {
  constructor() {
    /** @type {Uint8Array | null} */
    this.bits = null;
    this.at = 0;
    this.plain = false;
  }

  /** Whether this moment is told apart from the last one kept. @param {number} at @param {Uint8Array} bits @param {number} quality */
  keeps(at, bits, quality) {
    const plain = quality < PLAIN_BELOW;
    const again = plain && this.plain && at - this.at < PLAIN_GAP;
    if (this.bits !== null && (again || distance(bits, this.bits) <= ALIKE_WITHIN)) return false;
    Object.assign(this, { bits, at, plain });
    return true;
  }
}
