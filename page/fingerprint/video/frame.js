/** The brightness of a frame the browser decoded: its first plane as it is, or drawn where the browser does not give it out. */

import { Unclear } from "../unclear.js";

/** @typedef {import("./luma.js").Luma} Luma */

/** Formats whose first plane is brightness: the bits of each value are in the name where they are more than eight. */
const PLANAR = /^(?:I420|I422|I444|NV12)A?(?:P(10|12))?$/;

/** How a file asks a player to hold its frames, as a place in TURNS. @param {0 | 90 | 180 | 270} rotation clockwise @param {boolean} flip left to right, after that */
export function turnOf(rotation, flip) {
  const quarters = rotation / 90;
  return flip ? 4 + ((4 - quarters) % 4) : quarters;
}

/** The brightness of a frame as it lies. The frame is left open. @param {VideoFrame} frame @returns {Promise<Luma>} */
export async function lumaOf(frame) {
  const kind = PLANAR.exec(frame.format ?? "");
  return kind ? firstPlane(frame, Number(kind[1] ?? 8)) : drawn(frame);
}

/** @param {VideoFrame} frame @param {number} depth bits of a value @returns {Promise<Luma>} */
async function firstPlane(frame, depth) {
  const { width, height } = shown(frame);
  const content = new Uint8Array(frame.allocationSize());
  const [{ offset, stride }] = await frame.copyTo(content);
  const full = frame.colorSpace.fullRange === true;
  if (depth === 8) return { bytes: content.subarray(offset, offset + stride * height), stride, width, height, full };
  const wide = new Uint16Array(content.buffer, offset, (stride / 2) * height);
  return { bytes: Uint8Array.from(wide, (value) => value >> (depth - 8)), stride: stride / 2, width, height, full };
}

/** Drawn by the browser, in red, green and blue; held upright by nobody, as the first plane is. @param {VideoFrame} frame @returns {Luma} */
function drawn(frame) {
  const { width, height } = shown(frame);
  const seen = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true, alpha: false });
  if (!seen) throw new Unclear("too-large");
  seen.drawImage(frame, 0, 0, width, height);
  const pixels = seen.getImageData(0, 0, width, height).data;
  const bytes = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < bytes.length; at++, from += 4) bytes[at] = Math.round(pixels[from] * 0.299 + pixels[from + 1] * 0.587 + pixels[from + 2] * 0.114);
  return { bytes, stride: width, width, height, full: true };
}

/** How much of a frame is shown, in its own pixels. @param {VideoFrame} frame */
export function shown(frame) {
  const { width, height } = frame.visibleRect ?? { width: frame.codedWidth, height: frame.codedHeight };
  return { width, height };
}
