/** The page's end of the worker: questions go one at a time, and one of which nothing is heard for too long is given up. */

/** @typedef {import("./worker.js").Question} Question */
/** `told` hears how far a video is: seconds looked at, and in all. @typedef {{ told?: (seen: number, seconds: number) => void, signal?: AbortSignal }} Meanwhile */
/** @typedef {{ ready?: boolean, id?: number, done?: unknown, fault?: string, seen?: number, seconds?: number }} Said */

const START_MS = 20_000;
const PICTURE_MS = 60_000;
const SEAL_MS = 300_000;

/** How long nothing may be heard. @type {Record<Question["what"], number>} */
const SILENT_MS = { "fingerprint": PICTURE_MS, "grey": PICTURE_MS, "video": PICTURE_MS, "still": PICTURE_MS, "load-parts": SEAL_MS, "seal": SEAL_MS, "open": SEAL_MS };

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
 * Two workers that are started at once, so that nothing has to be fetched later: one does the work, the other is there for when the
 * first has to be given up, also without a network. They are made from a line of text and not from their address: so they come
 * under the page's own policy, which forbids them to call anybody.
 */
export class Beside {
  /** @param {Record<Question["what"], number>} [silent] milliseconds in which nothing may be heard */
  constructor(silent = SILENT_MS) {
    this.silent = silent;
    this.next = 0;
    /** @type {Map<number, (said: Said) => void>} */
    this.waiting = new Map();
    const [first, second] = [this.start(), this.start()];
    this.worker = first.worker;
    /** @type {Worker | null} */
    this.spare = null;
    /** Resolves when the workers answer, and false when they cannot be started. @type {Promise<boolean>} */
    this.ready = Promise.all([first.ready, second.ready]).then(([whole, more]) => {
      this.spare = more ? second.worker : null;
      return whole;
    });
  }

  /** A new worker, and whether it came to answer. */
  start() {
    const line = `import(${JSON.stringify(new URL("./worker.js", import.meta.url).href)}).catch(() => postMessage({ ready: false }));`;
    const address = URL.createObjectURL(new Blob([line], { type: "text/javascript" }));
    const worker = new Worker(address);
    /** @type {Promise<boolean>} */
    const ready = new Promise((tell) => {
      worker.addEventListener("message", ({ data }) => this.heard(data, tell));
      worker.addEventListener("error", () => tell(false));
      setTimeout(() => tell(false), START_MS);
    });
    void ready.then(() => URL.revokeObjectURL(address));
    return { worker, ready };
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
    const stop = () => this.worker.postMessage({ stop: id });
    meanwhile.signal?.addEventListener("abort", stop);
    const heard = this.hear(id, this.silent[question.what], meanwhile);
    this.worker.postMessage({ id, question }, moved);
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

  /** Load all parts on demand, in both workers. Throws NoAnswer. */
  async loadParts() {
    await this.ask({ what: "load-parts" });
    if (!this.spare) return;
    [this.worker, this.spare] = [this.spare, this.worker];
    await this.ask({ what: "load-parts" });
  }

  /** Give up whatever runs. Where no other worker can be started, the old one is kept: it may come to its end. */
  restart() {
    for (const hear of this.waiting.values()) hear({ fault: "stopped" });
    this.waiting.clear();
    const other = this.spare ? { worker: this.spare, ready: Promise.resolve(true) } : this.start();
    this.spare = null;
    this.ready = other.ready.then((there) => {
      const gone = there ? this.worker : other.worker;
      if (there) this.worker = other.worker;
      gone.terminate();
      return true;
    });
  }

  end() {
    this.worker.terminate();
    this.spare?.terminate();
  }
}
