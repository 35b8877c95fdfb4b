/** Reads numbers and short names out of the bytes of a file; past the end it finds the file cut off. */

import { Unclear } from "./unclear.js";

/** The bytes of one file, read at places. */
export class Bytes {
  /** @param {Uint8Array} content */
  constructor(content) {
    this.content = content;
    this.view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  }

  get length() {
    return this.content.length;
  }

  /** Whether these bytes stand there. @param {number} at @param {string} latin one character a byte */
  has(at, latin) {
    if (at + latin.length > this.length) return false;
    for (let i = 0; i < latin.length; i++) if (this.content[at + i] !== latin.charCodeAt(i)) return false;
    return true;
  }

  /** @param {number} at @param {number} length */
  name(at, length) {
    this.insist(at, length);
    return String.fromCharCode(...this.content.subarray(at, at + length));
  }

  /** @param {number} at */
  byte(at) {
    this.insist(at, 1);
    return this.content[at];
  }

  /** @param {number} at @param {boolean} [little] */
  short(at, little = false) {
    this.insist(at, 2);
    return this.view.getUint16(at, little);
  }

  /** @param {number} at @param {boolean} [little] */
  long(at, little = false) {
    this.insist(at, 4);
    return this.view.getUint32(at, little);
  }

  /** @param {number} at @param {number} length */
  insist(at, length) {
    if (at < 0 || at + length > this.length) throw new Unclear("truncated");
  }
}
