/**
 * From the bytes of a picture file to its brightness as a person sees it: the browser decodes, puts it upright and on white;
 * colour profiles are not applied. A large picture is brought down in strips, so that few of its pixels are held twice.
 */

import { reduceInto } from "./brightness.js";
import { headerOf } from "./header.js";
import { MEDIA_TYPES } from "./kind.js";
import { Unclear } from "./unclear.js";

/** @typedef {import("./pdq.js").Plane} Plane */
/** @typedef {{ format: string, width: number, height: number, reduced: number, notes: string[] }} How */

const SHORT_SIDE = 512;
const REDUCED_FROM = 2 ** 22;
const STRIP_PIXELS = 2 ** 20;

/** Brightness points of a picture that cannot be brought down, because it is long and thin; each costs sixteen bytes. */
const MOST_POINTS = 12 * 2 ** 20;

/**
 * The upright brightness of a picture and how it was read. Throws Unclear.
 * @param {Uint8Array<ArrayBuffer>} content
 * @returns {Promise<{ plane: Plane, how: How }>}
 */
export async function readPicture(content) {
  if (typeof OffscreenCanvas === "undefined") throw new Unclear("no-worker"); // browsers before 2023
  const header = headerOf(content);
  const bitmap = await decoded(content, header.kind);
  try {
    const { width, height } = bitmap;
    const reduced = reduction(header.kind, width, height);
    if ((width * height) / reduced ** 2 > MOST_POINTS) throw new Unclear("too-large");
    return { plane: planeOf(bitmap, reduced, header.kind === "JPEG"), how: { format: header.kind, width, height, reduced, notes: header.notes } };
  } finally {
    bitmap.close();
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} content @param {import("./kind.js").Kind} kind
 */
async function decoded(content, kind) {
  try {
    return await createImageBitmap(new Blob([content], { type: MEDIA_TYPES[kind] }), {
      colorSpaceConversion: "none",
      imageOrientation: "from-image",
    });
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw new Unclear(kind === "HEIC" || kind === "AVIF" ? "browser-cannot" : "corrupt");
  }
}

/**
 * By how much a picture is brought down before it is looked at: a JPEG as Python's decoder does it, others when they are large.
 * @param {string} kind @param {number} width @param {number} height
 */
export function reduction(kind, width, height) {
  if (kind !== "JPEG" && width * height < REDUCED_FROM) return 1;
  return [8, 4, 2].find((by) => Math.min(width, height) >= SHORT_SIDE * by) ?? 1;
}

/** @param {ImageBitmap} bitmap @param {number} by @param {boolean} whole @returns {Plane} */
function planeOf(bitmap, by, whole) {
  const [width, height] = [Math.ceil(bitmap.width / by), Math.ceil(bitmap.height / by)];
  const plane = { points: new Float32Array(width * height), width, height };
  const rows = Math.max(1, Math.floor(STRIP_PIXELS / bitmap.width / by)) * by;
  const canvas = new OffscreenCanvas(bitmap.width, Math.min(rows, bitmap.height));
  const seen = canvas.getContext("2d", { willReadFrequently: true, alpha: false });
  if (!seen) throw new Unclear("too-large");
  for (let top = 0; top < bitmap.height; top += rows) {
    const high = Math.min(rows, bitmap.height - top);
    seen.fillStyle = "#ffffff";
    seen.fillRect(0, 0, bitmap.width, high);
    seen.drawImage(bitmap, 0, top, bitmap.width, high, 0, 0, bitmap.width, high);
    reduceInto(seen.getImageData(0, 0, bitmap.width, high).data, bitmap.width, high, by, plane, top / by, whole);
  }
  return plane;
}
