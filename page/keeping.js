/**
 * The page's end of keeping it on a device: asks for it when the person pressed the button, says how it stands, and takes
 * everything back. Without that nothing is asked for and nothing is kept.
 */

import { OFFERED } from "./offered.js";

const KEEPER = "keep.js";

/** Where the page lies; nowhere when it is one file. */
const place = import.meta.url.startsWith("http") ? new URL("./", import.meta.url).href : "";

/** Whether this browser, at this address, can keep the page, and whoever shows it offers that. */
export function canKeep() {
  return OFFERED.keep && isSecureContext && place !== "" && "serviceWorker" in navigator && "caches" in globalThis;
}

/** What keeps the page here, or undefined. A site that lies around the page may have such a thing of its own, which is not ours. */
async function keeper() {
  const found = await navigator.serviceWorker.getRegistration(place);
  return found?.scope === place ? found : undefined;
}

/** Whether the page is kept here. */
export async function isKept() {
  return Boolean((await keeper())?.active);
}

/** Keep the page; says whether that worked. When it did not, nothing is left. */
export async function keep() {
  try {
    const registration = await navigator.serviceWorker.register(place + KEEPER, { scope: place, updateViaCache: "none" });
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    if (worker && (await settled(worker))) return true;
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error; // so browsers say that they will not
  }
  await remove();
  return false;
}

/** Take back everything that was kept. */
export async function remove() {
  await (await keeper())?.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((one) => one.startsWith(`page ${place} `)).map((one) => caches.delete(one)));
}

/** Whether a worker came to work, when that is decided. @param {ServiceWorker} worker @returns {Promise<boolean>} */
function settled(worker) {
  return new Promise((tell) => {
    const look = () => {
      if (worker.state === "activated") tell(true);
      if (worker.state === "redundant") tell(false);
    };
    worker.addEventListener("statechange", look);
    look();
  });
}
