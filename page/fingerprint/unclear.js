/**
 * Why a picture or a video has no fingerprint. What is said about each reason stands in `words/`, under "unclear." and the reason;
 * of a video under "unclear.video-" where that is something else.
 */

/**
 * The reasons of `rescind.fingerprint`, and some that only a browser has: it cannot open this kind of picture
 * (`browser-cannot`, the program on a computer can); `no-worker` is said where no picture can be read at all.
 * @typedef {"empty" | "not-a-picture" | "unsupported-format" | "truncated" | "corrupt" | "too-large" | "too-slow"
 *   | "browser-cannot" | "no-worker" | "no-pictures" | "no-index" | "plain"} Reason
 */

/** A file gives no fingerprint, and `reason` says why. */
export class Unclear extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(reason);
    this.name = "Unclear";
    this.reason = reason;
  }
}
