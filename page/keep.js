/**
 * Keeps the page on a device, so that it opens without a network: only after its owner pressed the button for that. It fetches
 * the files of its list from where it came from itself, and nothing else; one that is not the file of the list is refused, and
 * then nothing is kept. A newer list is fetched as a whole, and takes the place of this one when no window shows this one.
 */

/** Every file of the page and its SHA-256. Written by a server that offers this; as it is, nothing is kept. @type {Record<string, string>} */
const FILES = {};

/** Where the page lies; everything below it is the page's. */
const PLACE = new URL("./", location.href).href;
const FIRST = "index.html";

const keeper = /** @type {any} */ (self); // the types of a service worker and of a page cannot be had together

/** The store of this very list. */
const store = sumOf(new TextEncoder().encode(JSON.stringify(FILES)).buffer).then((sum) => `page ${PLACE} ${sum}`);

/** @param {ArrayBuffer} content @returns {Promise<string>} */
async function sumOf(content) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The file of the list that is asked for, or null. @param {string} address */
function named(address) {
  const { origin, pathname } = new URL(address);
  const asked = origin + pathname;
  if (!asked.startsWith(PLACE)) return null;
  const name = asked.slice(PLACE.length) || FIRST;
  return Object.hasOwn(FILES, name) ? name : null;
}

/** A file of the list, from where the page came from. Throws when it is not there, or is another one. @param {string} name */
async function fetched(name) {
  const answer = await fetch(PLACE + name, { mode: "same-origin", credentials: "omit", redirect: "error", cache: "no-store", referrerPolicy: "no-referrer" });
  const sum = answer.ok ? await sumOf(await answer.clone().arrayBuffer()) : "";
  if (sum !== FILES[name]) throw new Error(`${name} is not the file of the list`);
  return answer;
}

/** Keep all files, or none. */
async function keepAll() {
  const names = Object.keys(FILES);
  if (!names.length) throw new Error("there is no list");
  const name = await store;
  const isNew = !(await caches.has(name));
  const cache = await caches.open(name);
  try {
    await Promise.all(names.map(async (one) => cache.put(PLACE + one, await fetched(one))));
  } catch (error) {
    if (isNew) await caches.delete(name);
    throw error;
  }
}

/** Throw away what older lists kept. */
async function clear() {
  const mine = await store;
  const names = await caches.keys();
  await Promise.all(names.filter((one) => one.startsWith(`page ${PLACE} `) && one !== mine).map((one) => caches.delete(one)));
}

/** The file as it was kept; from the network only when the browser threw it away. @param {string} name */
async function kept(name) {
  return (await caches.match(PLACE + name, { cacheName: await store })) ?? fetched(name);
}

keeper.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(keepAll()));
keeper.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(clear()));
keeper.addEventListener("fetch", (/** @type {any} */ event) => {
  const { method, url, mode } = event.request;
  const name = method === "GET" ? named(url) : null;
  if (name !== null) event.respondWith(kept(name));
  else if (mode !== "navigate") event.respondWith(Response.error()); // another page that somebody opens is not ours to answer
});
