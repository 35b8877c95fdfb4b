/** Fingerprints the person's pictures one after the other, beside the page; can be stopped at any time. */

import { NoAnswer } from "./beside.js";
import { now } from "./journey.js";

/** @typedef {import("./journey.js").OwnPicture} OwnPicture */

export class Looking {
  /** @param {import("./beside.js").Beside} beside @param {import("./journey.js").Journey} journey */
  constructor(beside, journey) {
    this.beside = beside;
    this.journey = journey;
    this.runs = false;
    /** Called with every picture that has changed. @type {(one: OwnPicture | null) => void} */
    this.onChange = () => {};
  }

  /** The picture that is worked on, or null. */
  get current() {
    return this.runs ? (this.waiting[0] ?? null) : null;
  }

  get waiting() {
    return this.journey.pictures.filter((one) => !one.made && !one.fault);
  }

  /** Add files and begin. @param {Iterable<File>} files */
  add(files) {
    const { pictures, held } = this.journey;
    for (const file of files) {
      const last = pictures.at(-1)?.number ?? (held?.next_picture ?? 1) - 1;
      pictures.push({ number: last + 1, file, made: null, fault: null, added_at: now() });
    }
    this.journey.unsaved = true;
    if (!this.runs) void this.run();
  }

  async run() {
    this.runs = true;
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
      const content = await one.file.arrayBuffer();
      one.made = await this.beside.ask({ what: "fingerprint", content }, [content]);
    } catch (error) {
      if (!(error instanceof NoAnswer || error instanceof DOMException)) throw error;
      one.fault = error instanceof NoAnswer ? error.fault : "corrupt";
    }
  }

  /** Give up what is not begun; the one picture that is worked on is finished. */
  stop() {
    for (const one of this.waiting.slice(this.runs ? 1 : 0)) {
      one.fault = "stopped";
      this.onChange(one);
    }
    this.onChange(null);
  }

  /** @param {OwnPicture} one */
  remove(one) {
    const at = this.journey.pictures.indexOf(one);
    if (at >= 0) this.journey.pictures.splice(at, 1);
  }
}
