/** The page's end of the worker: questions go one at a time, and one that takes too long is given up. */

/** @typedef {import("./worker.js").Question} Question */

const START_MS = 20_000;
const PICTURE_MS = 60_000;
const SEAL_MS = 300_000;

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
    /** @type {Map<number, (answer: { done?: unknown, fault?: string }) => void>} */
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

  /** @param {{ ready?: boolean, id?: number, done?: unknown, fault?: string }} said @param {(ready: boolean) => void} tell */
  heard(said, tell) {
    if (said.ready !== undefined) tell(said.ready);
    if (said.id !== undefined) this.waiting.get(said.id)?.(said);
  }

  /**
   * The answer to a question. Throws NoAnswer.
   * @param {Question} question @param {Transferable[]} [moved] what is handed over and not copied
   * @returns {Promise<any>}
   */
  async ask(question, moved = []) {
    if (!(await this.ready)) throw new NoAnswer("no-worker");
    const id = this.next++;
    const answer = await new Promise((hear) => {
      const timer = setTimeout(() => hear({ fault: "too-slow" }), question.what === "fingerprint" ? PICTURE_MS : SEAL_MS);
      this.waiting.set(id, (said) => {
        clearTimeout(timer);
        hear(said);
      });
      this.worker?.postMessage({ id, question }, moved);
    });
    this.waiting.delete(id);
    if (answer.fault === "too-slow") this.restart();
    if (answer.fault) throw new NoAnswer(answer.fault);
    return answer.done;
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
