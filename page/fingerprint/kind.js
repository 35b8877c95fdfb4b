/** Tells the kind of a file from its first bytes; its name and what anybody calls it mean nothing. */

import { Unclear } from "./unclear.js";

/** @typedef {import("./bytes.js").Bytes} Bytes */
/** @typedef {"JPEG" | "PNG" | "GIF" | "WEBP" | "AVIF" | "HEIC" | "TIFF" | "BMP"} Kind */

/** @type {[string, Kind][]} */
const STARTS = [
  ["\xff\xd8\xff", "JPEG"],
  ["\x89PNG\r\n\x1a\n", "PNG"],
  ["GIF87a", "GIF"],
  ["GIF89a", "GIF"],
  ["II*\0", "TIFF"],
  ["MM\0*", "TIFF"],
  ["BM", "BMP"],
];

const PICTURES_NOT_OPENED = [
  "\0\0\0\x0cJXL ",
  "\xff\x0a",
  "\0\0\0\x0cjP  ",
  "8BPS",
  "\0\0\x01\0",
  "II+\0",
  "MM\0+",
  "\x76\x2f\x31\x01",
];

const HEIF = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]);
const AVIF = new Set(["avif", "avis"]);
const SVG_WITHIN = 1024;

/** The media type a browser is told, so that it opens what the bytes are and not what a name says. */
export const MEDIA_TYPES = Object.freeze({
  JPEG: "image/jpeg",
  PNG: "image/png",
  GIF: "image/gif",
  WEBP: "image/webp",
  AVIF: "image/avif",
  HEIC: "image/heic",
  TIFF: "image/tiff",
  BMP: "image/bmp",
});

/**
 * The kind of picture the bytes claim to be. Throws Unclear.
 * @param {Bytes} file
 * @returns {Kind}
 */
export function kindOf(file) {
  if (file.length === 0) throw new Unclear("empty");
  const found = STARTS.find(([start]) => file.has(0, start));
  if (found) return found[1];
  if (file.has(0, "RIFF") && file.has(8, "WEBP")) return "WEBP";
  if (file.has(4, "ftyp")) return kindOfBrands(file);
  const known = PICTURES_NOT_OPENED.some((start) => file.has(0, start)) || isSvg(file);
  throw new Unclear(known ? "unsupported-format" : "not-a-picture");
}

/** @param {Bytes} file @returns {Kind} */
function kindOfBrands(file) {
  const brands = brandsOf(file);
  if (brands.some((brand) => AVIF.has(brand))) return "AVIF";
  if (brands.some((brand) => HEIF.has(brand))) return "HEIC";
  throw new Unclear("unsupported-format"); // what belongs to videos never comes here
}

/** The main brand and those it fits. @param {Bytes} file */
export function brandsOf(file) {
  const length = Math.min(file.long(0), 256, file.length);
  const brands = file.length >= 12 ? [file.name(8, 4)] : [];
  for (let at = 16; at + 4 <= length; at += 4) brands.push(file.name(at, 4));
  return brands;
}

/** @param {Bytes} file */
function isSvg(file) {
  const start = String.fromCharCode(...file.content.subarray(0, SVG_WITHIN)).toLowerCase();
  return start.includes("<svg");
}
