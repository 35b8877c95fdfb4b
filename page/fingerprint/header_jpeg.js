/** The header of a JPEG: its size, how it holds colours, which way is up, and whether it comes to its end. */

import { Unclear } from "./unclear.js";

/** @typedef {import("./bytes.js").Bytes} Bytes */
/** @typedef {import("./header.js").Header} Header */

/** The most passes a progressive JPEG may have; ordinary ones have ten. */
const MOST_SCANS = 100;

const ORIENTATION = 0x0112;
const SCAN = 0xda;
const END = 0xd9;

/** @param {Bytes} file @returns {Header} */
export function jpegHeader(file) {
  /** @type {Header | null} */
  let header = null;
  let up = 1;
  let progressive = false;
  let at = 2;
  for (let marker = nextMarker(file, at); marker.code !== SCAN; marker = nextMarker(file, at)) {
    at = marker.at + 2 + file.short(marker.at + 2);
    if (isFrame(marker.code)) {
      header = frame(file, marker.at + 4);
      progressive = (marker.code & 3) === 2;
    }
    if (marker.code === 0xe1 && file.has(marker.at + 4, "Exif\0\0")) up = orientation(file, marker.at + 10);
  }
  if (!header) throw new Unclear("corrupt");
  const end = lastEnd(file.content, at);
  if (end < 0) throw new Unclear("truncated");
  if (end + 2 < file.length) header.notes.push("trailing-bytes");
  if (up !== 1) header.notes.push("turned-by-exif");
  if (progressive && scans(file.content) > MOST_SCANS) throw new Unclear("too-slow");
  return { ...header, sideways: up >= 5 };
}

/** The next marker; bytes that only fill are passed over. @param {Bytes} file @param {number} at */
function nextMarker(file, at) {
  if (file.byte(at) !== 0xff) throw new Unclear("corrupt");
  while (file.byte(at + 1) === 0xff) at += 1;
  return { at, code: file.byte(at + 1) };
}

/** Whether a marker begins a frame (all SOF but those codes that mean something else). @param {number} code */
function isFrame(code) {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
}

/** @param {Bytes} file @param {number} at @returns {Header} */
function frame(file, at) {
  const notes = file.byte(at + 5) === 4 ? ["from-cmyk"] : [];
  return { height: file.short(at + 1), width: file.short(at + 3), notes };
}

/** The EXIF orientation, 1 to 8; 1 when there is none or it is torn. @param {Bytes} file @param {number} start */
function orientation(file, start) {
  try {
    const little = file.has(start, "II*\0");
    if (!little && !file.has(start, "MM\0*")) return 1;
    const table = start + file.long(start + 4, little);
    const count = file.short(table, little);
    for (let row = table + 2; row < table + 2 + 12 * count; row += 12) {
      if (file.short(row, little) !== ORIENTATION) continue;
      const up = file.short(row + 8, little);
      return up >= 1 && up <= 8 ? up : 1;
    }
  } catch (error) {
    if (!(error instanceof Unclear)) throw error;
  }
  return 1;
}

/** Where the last end marker stands, from the first scan on; -1 without one. @param {Uint8Array} content @param {number} from */
function lastEnd(content, from) {
  for (let at = content.length - 2; at >= from; at--) {
    if (content[at] === 0xff && content[at + 1] === END) return at;
  }
  return -1;
}

/** @param {Uint8Array} content */
function scans(content) {
  let count = 0;
  for (let at = content.indexOf(0xff); at >= 0 && at + 1 < content.length; at = content.indexOf(0xff, at + 1)) {
    if (content[at + 1] === SCAN) count += 1;
  }
  return count;
}
