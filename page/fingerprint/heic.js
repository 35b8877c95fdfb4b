/**
 * HEIC where the browser has no decoder for it: by libheif, a part on demand, with the rules of
 * `src/rescind/fingerprint/heic.py`. It applies the rotation and mirroring written in the container; an EXIF orientation beside
 * them repeats what was done already and is passed over.
 */

import { load } from "../parts.js";
import { Unclear } from "./unclear.js";

/** @typedef {import("../vendor/libheif.js").Held} Held */
/** @typedef {import("../vendor/libheif.js").HeifError} HeifError */
/** @typedef {import("../vendor/libheif.js").Heif} Heif */
/**
 * Pixels of `channels` bytes, red, green, blue and how little is seen through; `stride` bytes from row to row. `several` says that
 * there are more pictures in the file.
 * @typedef {{ data: Uint8Array, width: number, height: number, stride: number, channels: 3 | 4, premultiplied: boolean, several: boolean }} Raster
 */

/** The decoder holds eight bytes a pixel, and for a moment twice that. */
const MOST_PIXELS = 25 * 10 ** 6;

/**
 * The primary picture, upright. Throws Unclear, and PartNotLoaded when the decoder is not there.
 * @param {Uint8Array} content @param {number} pixels how many there are, by the header
 * @returns {Promise<Raster>}
 */
export async function readHeic(content, pixels) {
  if (pixels > MOST_PIXELS) throw new Unclear("too-large");
  const { default: libheif } = await load("heic");
  try {
    return decoded(libheif({ print: () => {}, printErr: () => {} }), content); // a new one, so that its memory goes with it
  } catch (error) {
    if (error instanceof Unclear || error instanceof RangeError) throw error;
    throw new Unclear("corrupt"); // whatever the decoder throws on broken bytes
  }
}

/** @param {Heif} heif @param {Uint8Array} content @returns {Raster} */
function decoded(heif, content) {
  const context = heif.heif_context_alloc();
  const read = heif.heif_context_read_from_memory(context, content);
  if (read.code !== heif.heif_error_code.heif_error_Ok) throw unclear(read);
  const image = sound(heif.heif_js_context_get_primary_image_handle(context));
  if (heif.heif_image_handle_get_width(image) * heif.heif_image_handle_get_height(image) > MOST_PIXELS) throw new Unclear("too-large");
  const seeThrough = Boolean(heif.heif_image_handle_has_alpha_channel(image));
  const { heif_chroma_interleaved_RGB: opaque, heif_chroma_interleaved_RGBA: clear } = heif.heif_chroma;
  const made = sound(heif.heif_js_decode_image2(image, heif.heif_colorspace.heif_colorspace_RGB, seeThrough ? clear : opaque));
  const [{ data, width, height, stride }] = made.channels;
  return {
    ...{ data, width, height, stride, channels: seeThrough ? 4 : 3 },
    premultiplied: Boolean(heif.heif_image_handle_is_premultiplied_alpha(image)),
    several: heif.heif_context_get_number_of_top_level_images(context) > 1,
  };
}

/** What was asked for. Throws Unclear when it is an error. @template {object} Asked @param {Asked | HeifError} answer @returns {Asked} */
function sound(answer) {
  if ("code" in answer) throw unclear(answer);
  return answer;
}

/** @param {HeifError} said */
function unclear({ message }) {
  return new Unclear(/end of file|truncated|not enough/i.test(message) ? "truncated" : "corrupt");
}

/**
 * Some rows on white: red, green, blue and one more.
 * @param {Raster} raster @param {number} top @param {number} high @returns {Uint8ClampedArray}
 */
export function rowsOnWhite({ data, width, stride, channels, premultiplied }, top, high) {
  const strip = new Uint8ClampedArray(width * high * 4);
  for (let y = 0, to = 0; y < high; y++) {
    for (let x = 0, from = (top + y) * stride; x < width; x++, from += channels, to += 4) {
      const cover = channels === 4 ? data[from + 3] : 255;
      for (let colour = 0; colour < 3; colour++) strip[to + colour] = onWhite(data[from + colour], cover, premultiplied);
    }
  }
  return strip;
}

/** A colour on white as Pillow lays it there. @param {number} colour @param {number} cover 0 to 255 @param {boolean} premultiplied */
function onWhite(colour, cover, premultiplied) {
  if (cover === 255) return colour;
  if (cover === 0) return 255;
  const plain = premultiplied ? Math.min(255, Math.trunc((255 * colour) / cover)) : colour;
  const mixed = plain * cover + 255 * (255 - cover) + 128;
  return ((mixed >> 8) + mixed) >> 8;
}
