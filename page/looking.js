/** Fingerprints the person's pictures and videos one after the other, beside the page; can be stopped at any time. */

import { NoAnswer } from "./beside.js";
import { MOST_CONTENT } from "./fingerprint/header.js";
import { FIRST_BYTES, formatOf } from "./fingerprint/video/sniff.js";
import { now } from "./journey.js";

/** @typedef {import("./journey.js").OwnPicture} OwnPicture */

export class Looking {
  /** @param {import("./beside.js").Beside} beside @param {import("./journey.js").Journey} journey */
  constructor(beside, journey) {
    this.beside = beside;
    this.journey = journey;
    this.runs = false;
    this.stopping = new AbortController();
    /** Called with every picture that has changed. @type {(one: OwnPicture | null) => void} */
    this.onChange = () => {};
  }

  /** The picture that is worked on, or null. */
  get current() {
    return this.runs ? (this.waiting[0] ?? null) : null;
  }

  get waiting() {
    return this.journey.pictures.filter((one) => !one.made && !one.film && !one.fault);
  }

  /** Add files and begin. @param {Iterable<File>} files */
  add(files) {
    const { pictures, held } = this.journey;
    for (const file of files) {
      const last = pictures.at(-1)?.number ?? (held?.next_picture ?? 1) - 1;
      pictures.push({ number: last + 1, file, made: null, film: null, video: false, seen: 0, seconds: 0, fault: null, added_at: now() });
    }
    this.journey.unsaved = true;
    if (!this.runs) void this.run();
  }

  async run() {
    this.runs = true;
    this.stopping = new AbortController();
    for (let one = this.waiting[0]; one; one = this.waiting[0]) {
      this.onChange(one);
      await this.look(one);
      this.onChange(one);
    }
    this.runs = false;
    this.onChange(null);
  }

  /** @param {OwnPicture} one */
  async look(one) {
    try {
      one.video = formatOf(new Uint8Array(await one.file.slice(0, FIRST_BYTES).arrayBuffer())) !== null;
      await (one.video ? this.lookThrough(one) : this.lookAt(one));
    } catch (error) {
      if (!(error instanceof NoAnswer || error instanceof DOMException)) throw error;
      one.fault = error instanceof NoAnswer ? error.fault : "corrupt";
    }
  }

  /** @param {OwnPicture} one */
  async lookAt(one) {
    if (one.file.size > MOST_CONTENT) throw new NoAnswer("too-large");
    const content = await one.file.arrayBuffer();
    one.made = await this.beside.ask({ what: "fingerprint", content }, [content]);
  }

  /** A video is read in pieces, where it lies. @param {OwnPicture} one */
  async lookThrough(one) {
    const told = (/** @type {number} */ seen, /** @type {number} */ seconds) => {
      Object.assign(one, { seen, seconds });
      this.onChange(one);
    };
    this.onChange(one);
    one.film = await this.beside.ask({ what: "video", file: one.file }, [], { told, signal: this.stopping.signal });
    one.seconds = one.film?.fingerprint.seconds ?? 0;
  }

  /** Give up what is not begun, and a video in its middle; a picture that is worked on is finished. */
  stop() {
    for (const one of this.waiting.slice(this.runs ? 1 : 0)) {
      one.fault = "stopped";
      this.onChange(one);
    }
    this.stopping.abort();
    this.onChange(null);
  }

  /** @param {OwnPicture} one */
  remove(one) {
    const at = this.journey.pictures.indexOf(one);
    if (at >= 0) this.journey.pictures.splice(at, 1);
  }
}
