/** The page's end of the worker: questions go one at a time, and one of which nothing is heard for too long is given up. */

/** @typedef {import("./worker.js").Question} Question */
/** `told` hears how far a video is: seconds looked at, and in all. @typedef {{ told?: (seen: number, seconds: number) => void, signal?: AbortSignal }} Meanwhile */
/** @typedef {{ ready?: boolean, id?: number, done?: unknown, fault?: string, seen?: number, seconds?: number }} Said */

const START_MS = 20_000;
const PICTURE_MS = 60_000;
const SEAL_MS = 300_000;

/** How long nothing may be heard. @type {Record<Question["what"], number>} */
const SILENT_MS = { "fingerprint": PICTURE_MS, "video": PICTURE_MS, "still": PICTURE_MS, "load-parts": SEAL_MS, "seal": SEAL_MS, "open": SEAL_MS };

/** There is no answer; `fault` says why in one word. */
export class NoAnswer extends Error {
  /** @param {string} fault */
  constructor(fault) {
    super(fault);
    this.name = "NoAnswer";
    this.fault = fault;
  }
}

/**
 * A worker that is started at once, so that nothing has to be fetched later. It is made from a line of text and not from its
 * address: so it comes under the page's own policy, which forbids it to call anybody.
 */
export class Beside {
  constructor() {
    this.next = 0;
    /** @type {Map<number, (said: Said) => void>} */
    this.waiting = new Map();
    this.start();
  }

  start() {
    const line = `import(${JSON.stringify(new URL("./worker.js", import.meta.url).href)}).catch(() => postMessage({ ready: false }));`;
    const address = URL.createObjectURL(new Blob([line], { type: "text/javascript" }));
    this.worker = new Worker(address);
    /** Resolves when the worker answers, and false when it cannot be started. @type {Promise<boolean>} */
    this.ready = new Promise((tell) => {
      this.worker?.addEventListener("message", ({ data }) => this.heard(data, tell));
      this.worker?.addEventListener("error", () => tell(false));
      setTimeout(() => tell(false), START_MS);
    });
    void this.ready.then(() => URL.revokeObjectURL(address));
  }

  /** @param {Said} said @param {(ready: boolean) => void} tell */
  heard(said, tell) {
    if (said.ready !== undefined) tell(said.ready);
    if (said.id !== undefined) this.waiting.get(said.id)?.(said);
  }

  /**
   * The answer to a question. Throws NoAnswer; "stopped" when `signal` wants none any longer.
   * @param {Question} question @param {Transferable[]} [moved] what is handed over and not copied @param {Meanwhile} [meanwhile]
   * @returns {Promise<any>}
   */
  async ask(question, moved = [], meanwhile = {}) {
    if (!(await this.ready)) throw new NoAnswer("no-worker");
    const id = this.next++;
    const stop = () => this.worker?.postMessage({ stop: id });
    meanwhile.signal?.addEventListener("abort", stop);
    const heard = this.hear(id, SILENT_MS[question.what], meanwhile);
    this.worker?.postMessage({ id, question }, moved);
    if (meanwhile.signal?.aborted) stop();
    const answer = await heard;
    meanwhile.signal?.removeEventListener("abort", stop);
    this.waiting.delete(id);
    if (answer.fault === "too-slow") this.restart();
    if (answer.fault) throw new NoAnswer(answer.fault);
    return answer.done;
  }

  /** The last word on a question, or that there was silence for too long. @param {number} id @param {number} silent milliseconds @param {Meanwhile} meanwhile @returns {Promise<Said>} */
  hear(id, silent, { told }) {
    return new Promise((end) => {
      const giveUp = () => end({ fault: "too-slow" });
      let timer = setTimeout(giveUp, silent);
      this.waiting.set(id, (said) => {
        clearTimeout(timer);
        if (said.seen === undefined) return end(said);
        timer = setTimeout(giveUp, silent);
        told?.(said.seen, said.seconds ?? 0);
      });
    });
  }

  /** Give up whatever runs. */
  restart() {
    this.worker?.terminate();
    for (const hear of this.waiting.values()) hear({ fault: "stopped" });
    this.waiting.clear();
    this.start();
  }

  end() {
    this.worker?.terminate();
  }
}
