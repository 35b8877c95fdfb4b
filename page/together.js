/**
 * Starts the page where all its files stand in one (`rescind open --save`): each module's text is in the file as it is, and gets
 * an address of its own in this window, so that the others can import it. Used there alone.
 */

/** The line in beside.js that the worker is made from. */
const WORKER = '`import(${JSON.stringify(new URL("./worker.js", import.meta.url).href)}).catch(() => postMessage({ ready: false }));`';

/**
 * Give every module that `first` needs an address, and run it. Stands by itself, because the worker is handed its text: what
 * the window gave an address, a worker may not import.
 * @param {Map<string, string>} texts @param {string} first
 */
function begin(texts, first) {
  const imported = /^(import\b[^"\n]*|export\b[^"\n]* from )"(\.[^"]+)";/gm;
  const onDemand = /=> import\("(\.\/vendor\/[^"]+)"\)/g;
  /** @type {Map<string, string>} */
  const addresses = new Map();
  const below = (/** @type {string} */ from, /** @type {string} */ to) => new URL(to, `https://page.invalid/${from}`).pathname.slice(1);
  const addressOf = (/** @type {string} */ path) => {
    const known = addresses.get(path);
    if (known) return known;
    const text = (texts.get(path) ?? "")
      .replace(imported, (_, before, to) => `${before}"${addressOf(below(path, to))}";`)
      .replace(onDemand, (_, to) => `=> import("${addressOf(below(path, to))}")`);
    const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    addresses.set(path, address);
    return address;
  };
  return import(addressOf(first));
}

/** @type {Map<string, string>} */
const held = new Map();
for (const script of document.querySelectorAll("script[data-module]")) {
  held.set(/** @type {HTMLElement} */ (script).dataset.module ?? "", script.textContent ?? "");
}

const worker = `(${begin})(new Map(${JSON.stringify([...held])}), "worker.js");`;
held.set("beside.js", (held.get("beside.js") ?? "").replace(WORKER, () => JSON.stringify(worker)));
void begin(held, "start.js");
