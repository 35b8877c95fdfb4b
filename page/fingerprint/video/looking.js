/**
 * From a video file to the fingerprints of its moments, in the form a case file keeps: `rescind.fingerprint.video.looking` for a
 * video of one's own, without the parts that find edited copies. A file cut short gives what was read up to there, and a note.
 */

import { pdq } from "../pdq.js";
import { Unclear } from "../unclear.js";
import { Block } from "./block.js";
import { Chooser, Keeper, PLAIN_BELOW } from "./choosing.js";
import { Frames } from "./decoding.js";
import { digests } from "./digests.js";
import { lumaOf, shown, turnOf } from "./frame.js";
import { reduced, thumbnail } from "./luma.js";
import { allow, opened } from "./opening.js";

/** @typedef {import("./opening.js").Opened} Opened */
/** @typedef {import("./opening.js").Part} Part */
/** @typedef {import("./block.js").Moment} Moment */
/** @typedef {{ format: string, codec: string, width: number, height: number, notes: string[], stopped: string | null }} HowVideo */
/**
 * @typedef {{ frames: Moment[], seconds: number, seen: number, sampling: "dense", how: HowVideo, sha256: string, md5: string }} VideoFingerprint
 */
/** Told about once a second of video: seconds looked at, and seconds in all, 0 when that is not known. It may throw to stop the work. @typedef {(seen: number, seconds: number) => void} Tell */

const MOST_SECONDS = 12 * 3600;
const UNFINISHED = 0.95; // a video whose pictures end before this share of its length was cut off
const SLACK = 1.5; // seconds by which sound may go on after the last picture of a whole video
const STILL_AT = 1; // the second of a video whose picture stands for it

/**
 * The fingerprints of a video. Throws Unclear, and whatever `tell` throws.
 * @param {Part} part @param {Blob} file @param {Tell} tell @returns {Promise<VideoFingerprint>}
 */
export async function readVideo(part, file, tell) {
  const video = await opened(part, file);
  try {
    const look = new Look(video, new Frames(part, video), tell);
    await look.through();
    const sums = await digests(part, file, () => tell(look.seen, look.seconds));
    return { ...look.result(), ...sums };
  } finally {
    video.input.dispose();
  }
}

/** One look at one video. */
export class Look {
  /** @param {Opened} video @param {Frames} frames @param {Tell} tell */
  constructor(video, frames, tell) {
    this.video = video;
    this.frames = frames;
    this.tell = tell;
    this.turn = turnOf(video.rotation, video.flip);
    this.chooser = new Chooser();
    this.keeper = new Keeper();
    this.block = new Block();
    this.seen = 0;
    this.told = -1;
    this.whole = true;
    /** @type {{ width: number, height: number } | null} */
    this.size = null;
  }

  /** How long the video says it is. */
  get seconds() {
    const before = this.video.kind === "mov" && !Number.isNaN(this.frames.first) ? this.frames.first : 0; // an edit list may start later
    return Math.min(Math.max(this.video.seconds - before, 0), MOST_SECONDS);
  }

  async through() {
    for await (const { at, frame } of this.frames.closely()) {
      try {
        this.whole = at < MOST_SECONDS;
        if (!this.whole) break;
        await this.one(at, frame);
      } finally {
        frame.close();
      }
    }
    this.block.finish();
  }

  /** @param {number} at @param {VideoFrame} frame */
  async one(at, frame) {
    const size = shown(frame);
    allow(size.width, size.height);
    this.size ??= size;
    this.seen = at;
    if (Math.floor(at) > this.told) {
      this.told = Math.floor(at);
      this.tell(at, this.seconds);
    }
    if (this.chooser.looks(at)) this.choose(at, await lumaOf(frame));
  }

  /** @param {number} at @param {import("./luma.js").Luma} luma */
  choose(at, luma) {
    if (!this.chooser.wants(at, thumbnail(luma))) return;
    const plane = reduced(luma, this.turn);
    const { bits, quality } = pdq(plane);
    const last = this.block.last;
    if (this.keeper.keeps(at, bits, quality)) this.block.add(at, this.chooser.isNewScene(), plane);
    else if (last) last.until = at;
  }

  /** Throws Unclear when nothing was seen, or nothing that can be told apart. */
  result() {
    const { torn, broken } = this.frames;
    if (!this.size) throw new Unclear(torn || !broken ? "truncated" : "corrupt");
    const moments = this.block.moments;
    if (!moments.some((one) => one.quality >= PLAIN_BELOW || one.panels.length)) throw new Unclear("plain");
    const seconds = this.seconds;
    const short = this.whole && this.seen < Math.min(seconds * UNFINISHED, seconds - SLACK);
    const how = { ...this.how(this.size, short), stopped: short ? "truncated" : null };
    return { frames: moments, seconds: Math.max(seconds, this.seen), seen: this.seen, sampling: /** @type {const} */ ("dense"), how };
  }

  /** @param {{ width: number, height: number }} size @param {boolean} short */
  how({ width, height }, short) {
    const { kind, codec, square } = this.video;
    const [wide, high] = this.turn % 2 ? [height, width] : [width, height];
    const notes = [
      ...(this.turn === 0 ? [] : [this.turn < 4 ? "turned" : "mirrored"]),
      ...(square ? [] : ["not-square"]),
      ...(short || !this.whole ? ["first-part"] : []),
      ...(this.frames.broken && !short ? ["damaged"] : []),
    ];
    return { format: kind, codec, width: wide, height: high, notes };
  }
}

/**
 * One picture of a video, in grey, to be shown when somebody asks. Throws Unclear.
 * @param {Part} part @param {Blob} file @returns {Promise<import("../pdq.js").Plane>}
 */
export async function stillOf(part, file) {
  const video = await opened(part, file);
  try {
    const turn = turnOf(video.rotation, video.flip);
    let still = null;
    for await (const { at, frame } of new Frames(part, video).closely()) {
      try {
        still = still === null || at >= STILL_AT ? reduced(await lumaOf(frame), turn) : still;
      } finally {
        frame.close();
      }
      if (at >= STILL_AT) break;
    }
    if (!still) throw new Unclear("truncated");
    return still;
  } finally {
    video.input.dispose();
  }
}
