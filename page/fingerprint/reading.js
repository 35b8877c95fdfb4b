/**
 * From the bytes of a picture file to its brightness as a person sees it: the browser decodes, puts it upright and on white;
 * colour profiles are not applied. A large picture is brought down in strips, so that few of its pixels are held twice.
 */

import { reduceInto } from "./brightness.js";
import { headerOf } from "./header.js";
import { readHeic, rowsOnWhite } from "./heic.js";
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
  const { kind, notes, ...size } = headerOf(content);
  const bitmap = await decoded(content, kind);
  try {
    const seen = bitmap ? ofBitmap(bitmap, notes) : ofRaster(await readHeic(content, size.width * size.height));
    const reduced = reduction(kind, seen.width, seen.height);
    if ((seen.width * seen.height) / reduced ** 2 > MOST_POINTS) throw new Unclear("too-large");
    const made = kind === "JPEG" ? brightnessOf(seen, reduced) : coloursOf(seen, reduced);
    return { ...made, how: { format: kind, width: seen.width, height: seen.height, reduced, notes: seen.notes } };
  } finally {
    bitmap?.close();
  }
}

/**
 * The picture as the browser decodes it; null when it has no decoder for HEIC.
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
    if (kind === "HEIC") return null;
    throw new Unclear(kind === "AVIF" ? "browser-cannot" : "corrupt");
  }
}

/**
 * A decoded picture: `strips` gives it on white from top to bottom, each a multiple of `step` rows high but for the last, red,
 * green, blue and one more.
 * @typedef {{ width: number, height: number, notes: string[], strips: (step: number) => Generator<Strip> }} Seen
 */
/** @typedef {{ data: Uint8ClampedArray, top: number, high: number }} Strip */

/** @param {ImageBitmap} bitmap @param {string[]} notes @returns {Seen} */
function ofBitmap(bitmap, notes) {
  const { width, height } = bitmap;
  return { width, height, notes, strips: (step) => drawnStrips(bitmap, stripRows(width, step)) };
}

/** @param {import("./heic.js").Raster} raster @returns {Seen} */
function ofRaster(raster) {
  const { width, height, channels, several } = raster;
  const notes = [...(channels === 4 ? ["alpha-on-white"] : []), ...(several ? ["first-frame"] : [])];
  return { width, height, notes, strips: (step) => copiedStrips(raster, stripRows(width, step)) };
}

/**
 * By how much a picture is brought down before it is looked at: a JPEG as Python's decoder does it, others when they are large, and
 * no further than memory asks for.
 * @param {string} kind @param {number} width @param {number} height
 */
export function reduction(kind, width, height) {
  if (kind === "JPEG") return [8, 4, 2].find((by) => Math.min(width, height) >= SHORT_SIDE * by) ?? 1;
  const enough = [1, 2, 4, 8].find((by) => (width * height) / by ** 2 <= REDUCED_FROM) ?? 8;
  return [8, 4, 2].find((by) => by <= enough && Math.min(width, height) >= SHORT_SIDE * by) ?? 1;
}

/** A JPEG, whose brightness the file holds in whole numbers: its luma is that, reduced further. @param {Seen} seen @param {number} by */
function brightnessOf(seen, by) {
  const plane = emptyPlane(seen, by);
  for (const { data, top, high } of seen.strips(by)) reduceInto(data, seen.width, high, by, plane, top / by, true);
  const { width, height } = plane;
  return { plane, luma: reducedLuma({ points: new Uint8Array(plane.points), width, height }, lumaReduction(width, height)) };
}

/** Any other picture: its colours are reduced one by one, and weighed after that. @param {Seen} seen @param {number} by */
function coloursOf(seen, by) {
  const { width, height } = seen;
  const [plane, less] = [emptyPlane(seen, by), lumaReduction(width, height)];
  const luma = emptyLuma(width, height, less);
  for (const { data, top, high } of seen.strips(by * less)) {
    reduceInto(data, width, high, by, plane, top / by, false);
    lumaInto(data, 4, width, high, less, luma, top / less);
  }
  return { plane, luma };
}

/** @param {Seen} seen @param {number} by @returns {Plane} */
function emptyPlane(seen, by) {
  const [width, height] = [Math.ceil(seen.width / by), Math.ceil(seen.height / by)];
  return { points: new Float32Array(width * height), width, height };
}

/** How many rows a strip has. @param {number} width @param {number} step */
function stripRows(width, step) {
  return Math.max(1, Math.floor(STRIP_PIXELS / width / step)) * step;
}

/** @param {ImageBitmap} bitmap @param {number} rows @returns {Generator<Strip>} */
function* drawnStrips(bitmap, rows) {
  const { width, height } = bitmap;
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

/** @param {import("./heic.js").Raster} raster @param {number} rows @returns {Generator<Strip>} */
function* copiedStrips(raster, rows) {
  for (let top = 0; top < raster.height; top += rows) {
    const high = Math.min(rows, raster.height - top);
    yield { data: rowsOnWhite(raster, top, high), top, high };
  }
}
