/**
 * Parts on demand: files of others that are loaded only when the person adds something that needs them, once, from where the
 * page itself came from; in the page in one file they stand inside it. Used in the worker alone.
 */

const PARTS = Object.freeze({
  heic: () => import("./vendor/libheif.js"),
  video: () => import("./vendor/mediabunny.js"),
});

/** A part is not there and could not be loaded, most likely because there is no network. */
export class PartNotLoaded extends Error {}

/**
 * The module called so; asked for once, held by the browser after that. Throws PartNotLoaded.
 * @template {keyof typeof PARTS} Name
 * @param {Name} name
 * @returns {Promise<Awaited<ReturnType<(typeof PARTS)[Name]>>>}
 */
export async function load(name) {
  try {
    return await /** @type {Promise<any>} */ (PARTS[name]());
  } catch {
    throw new PartNotLoaded(name); // whatever the browser calls it: no network, no such file
  }
}

/** Load all parts now, so that nothing is asked for later. Throws PartNotLoaded. */
export async function loadAll() {
  for (const name of /** @type {(keyof typeof PARTS)[]} */ (Object.keys(PARTS))) await load(name);
}
