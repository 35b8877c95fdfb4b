/**
 * What the header of a picture says before a single pixel is decoded: its size, whether the file is whole, and what is
 * peculiar about it. A bomb is refused here.
 */

import { Bytes } from "./bytes.js";
import { boxesHeader } from "./header_boxes.js";
import { jpegHeader } from "./header_jpeg.js";
import { kindOf } from "./kind.js";
import { Unclear } from "./unclear.js";

/** @typedef {import("./kind.js").Kind} Kind */
/**
 * `notes` are those of docs/formats/fingerprint.md; `sideways` says that width and height change places when it is put upright.
 * @typedef {{ width: number, height: number, notes: string[], sideways?: boolean }} Header
 */

/** The longest file that is looked at, in bytes; as in Python. */
export const MOST_CONTENT = 64 * 2 ** 20;

/** A browser holds four bytes a pixel while it decodes: 200 MiB of them. */
export const MOST_PIXELS = 50 * 2 ** 20;

/**
 * The kind and header of a picture. Throws Unclear.
 * @param {Uint8Array} content
 * @returns {Header & { kind: Kind }}
 */
export function headerOf(content) {
  const file = new Bytes(content);
  const kind = kindOf(file);
  if (file.length > MOST_CONTENT) throw new Unclear("too-large");
  if (kind === "TIFF") throw new Unclear("browser-cannot");
  const header = READERS[kind](file);
  if (header.width < 1 || header.height < 1) throw new Unclear("corrupt");
  if (header.width * header.height > MOST_PIXELS) throw new Unclear("too-large");
  return { kind, ...header, notes: [...new Set(header.notes)].sort() };
}

/** @type {Record<Exclude<Kind, "TIFF">, (file: Bytes) => Header>} */
const READERS = {
  JPEG: jpegHeader,
  PNG: pngHeader,
  GIF: gifHeader,
  WEBP: webpHeader,
  AVIF: boxesHeader,
  HEIC: (file) => ({ ...boxesHeader(file), notes: [] }), // its turn stands in EXIF a second time and is passed over
  BMP: bmpHeader,
};

/** @param {Bytes} file @returns {Header} */
function pngHeader(file) {
  const [width, height] = [file.long(16), file.long(20)];
  const [depth, colour] = [file.byte(24), file.byte(25)];
  const notes = [];
  if (depth === 16) notes.push("from-16-bit");
  if (colour === 3) notes.push("from-palette");
  if (colour === 4 || colour === 6) notes.push("alpha-on-white");
  if (width * height > MOST_PIXELS) throw new Unclear("too-large");
  for (const name of pngChunks(file)) {
    if (name === "tRNS") notes.push("alpha-on-white");
    if (name === "acTL") notes.push("first-frame");
  }
  return { width, height, notes };
}

/** The names of the chunks up to the last one; a chunk that is not all there means the file is cut off. @param {Bytes} file */
function* pngChunks(file) {
  for (let at = 8; ; ) {
    const length = file.long(at);
    const name = file.name(at + 4, 4);
    file.insist(at, length + 12);
    yield name;
    if (name === "IEND") return;
    at += length + 12;
  }
}

/** @param {Bytes} file @returns {Header} */
function gifHeader(file) {
  const notes = ["from-palette"];
  const size = { width: file.short(6, true), height: file.short(8, true) };
  let frames = 0;
  let at = 13 + tableLength(file.byte(10));
  while (at < file.length && file.byte(at) !== 0x3b) {
    if (file.byte(at) === 0x21) {
      if (file.byte(at + 1) === 0xf9 && frames === 0 && file.byte(at + 3) & 1) notes.push("alpha-on-white");
      at = afterBlocks(file, at + 2);
    } else if (file.byte(at) === 0x2c) {
      frames += 1;
      at = afterBlocks(file, at + 10 + tableLength(file.byte(at + 9)) + 1);
    } else {
      break; // what follows is no part of the picture
    }
  }
  if (frames === 0) throw new Unclear(at >= file.length ? "truncated" : "corrupt");
  return { ...size, notes: frames > 1 ? [...notes, "first-frame"] : notes };
}

/** The bytes of the colour table that the flags announce. @param {number} flags */
function tableLength(flags) {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Where a row of sub-blocks ends. @param {Bytes} file @param {number} at */
function afterBlocks(file, at) {
  while (file.byte(at)) at += file.byte(at) + 1;
  return at + 1;
}

/** RFC 9649, sections 2.5 to 2.7. @param {Bytes} file @returns {Header} */
function webpHeader(file) {
  const end = 8 + file.long(4, true);
  if (file.length < 30 || end > file.length) throw new Unclear("truncated");
  const notes = end + 1 < file.length ? ["trailing-bytes"] : [];
  const form = file.name(12, 4);
  if (form === "VP8X") {
    const flags = file.byte(20);
    if (flags & 0x10) notes.push("alpha-on-white");
    if (flags & 0x02) notes.push("first-frame");
    return { width: 1 + (file.long(24, true) & 0xffffff), height: 1 + (file.long(26, true) >>> 8), notes };
  }
  if (form === "VP8L") {
    const packed = file.long(21, true);
    if (packed & (1 << 28)) notes.push("alpha-on-white");
    return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff), notes };
  }
  return { width: file.short(26, true) & 0x3fff, height: file.short(28, true) & 0x3fff, notes };
}

/** @param {Bytes} file @returns {Header} */
function bmpHeader(file) {
  if (file.long(14, true) === 12) return { width: file.short(18, true), height: file.short(20, true), notes: [] };
  return { width: Math.abs(file.long(18, true) | 0), height: Math.abs(file.long(22, true) | 0), notes: [] };
}
