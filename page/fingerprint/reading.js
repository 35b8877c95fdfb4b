/**
 * From the bytes of a picture file to its brightness as a person sees it: the browser decodes, puts it upright and on white;
 * colour profiles are not applied. A large picture is brought down in strips, so that few of its pixels are held twice.
 */

import { reduceInto } from "./brightness.js";
import { headerOf } from "./header.js";
import { MEDIA_TYPES } from "./kind.js";
import { emptyLuma, lumaInto, lumaReduction, reducedLuma } from "./luma.js";
import { Unclear } from "./unclear.js";

/** @typedef {import("./pdq.js").Plane} Plane */
/** @typedef {import("./luma.js").Luma} Luma */
/** @typedef {{ format: string, width: number, height: number, reduced: number, notes: string[] }} How */

const SHORT_SIDE = 512;
const REDUCED_FROM = 2 ** 22;
const STRIP_PIXELS = 2 ** 20;

/** Brightness points of a picture that cannot be brought down, because it is long and thin; each costs sixteen bytes. */
const MOST_POINTS = 12 * 2 ** 20;

/**
 * The upright brightness of a picture, its luma in whole numbers as its prints want it, and how it was read. Throws Unclear.
 * @param {Uint8Array<ArrayBuffer>} content
 * @returns {Promise<{ plane: Plane, luma: Luma, how: How }>}
 */
export async function readPicture(content) {
  if (typeof OffscreenCanvas === "undefined") throw new Unclear("no-worker"); // browsers before 2023
  const header = headerOf(content);
  const bitmap = await decoded(content, header.kind);
  try {
    const { width, height } = bitmap;
    const reduced = reduction(header.kind, width, height);
    if ((width * height) / reduced ** 2 > MOST_POINTS) throw new Unclear("too-large");
    const seen = header.kind === "JPEG" ? brightnessOf(bitmap, reduced) : coloursOf(bitmap, reduced);
    return { ...seen, how: { format: header.kind, width, height, reduced, notes: header.notes } };
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

/** A JPEG, whose brightness the file holds in whole numbers: its luma is that, reduced further. @param {ImageBitmap} bitmap @param {number} by */
function brightnessOf(bitmap, by) {
  const plane = emptyPlane(bitmap, by);
  for (const { data, top, high } of strips(bitmap, by)) reduceInto(data, bitmap.width, high, by, plane, top / by, true);
  const { width, height } = plane;
  return { plane, luma: reducedLuma({ points: new Uint8Array(plane.points), width, height }, lumaReduction(width, height)) };
}

/** Any other picture: its colours are reduced one by one, and weighed after that. @param {ImageBitmap} bitmap @param {number} by */
function coloursOf(bitmap, by) {
  const { width, height } = bitmap;
  const [plane, less] = [emptyPlane(bitmap, by), lumaReduction(width, height)];
  const luma = emptyLuma(width, height, less);
  for (const { data, top, high } of strips(bitmap, by * less)) {
    reduceInto(data, width, high, by, plane, top / by, false);
    lumaInto(data, 4, width, high, less, luma, top / less);
  }
  return { plane, luma };
}

/** @param {ImageBitmap} bitmap @param {number} by @returns {Plane} */
function emptyPlane(bitmap, by) {
  const [width, height] = [Math.ceil(bitmap.width / by), Math.ceil(bitmap.height / by)];
  return { points: new Float32Array(width * height), width, height };
}

/** The picture on white, in strips whose height is a multiple of `step`: red, green, blue and one more. @param {ImageBitmap} bitmap @param {number} step */
function* strips(bitmap, step) {
  const { width, height } = bitmap;
  const rows = Math.max(1, Math.floor(STRIP_PIXELS / width / step)) * step;
  const canvas = new OffscreenCanvas(width, Math.min(rows, height));
  const seen = canvas.getContext("2d", { willReadFrequently: true, alpha: false });
  if (!seen) throw new Unclear("too-large");
  for (let top = 0; top < height; top += rows) {
    const high = Math.min(rows, height - top);
    seen.fillStyle = "#ffffff";
    seen.fillRect(0, 0, width, high);
    seen.drawImage(bitmap, 0, top, width, high, 0, 0, width, high);
    yield { data: seen.getImageData(0, 0, width, high).data, top, high };
  }
}
