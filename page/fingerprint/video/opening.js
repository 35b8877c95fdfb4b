/**
 * Opens a video: finds the stream of pictures that a player would show, and what the browser's decoder needs to know. Refuses
 * what cannot be read, for the reasons that `rescind.fingerprint.video.opening` has where they are the same.
 */

import { Unclear } from "../unclear.js";
import { FIRST_BYTES, formatOf } from "./sniff.js";

/** @typedef {typeof import("../../vendor/mediabunny.js")} Part */
/** @typedef {import("../../vendor/mediabunny.js").VideoTrack} Track */
/** @typedef {import("../../vendor/mediabunny.js").Input} Input */
/**
 * @typedef {{ kind: string, codec: string, track: Track, config: VideoDecoderConfig, seconds: number, rotation: 0 | 90 | 180 | 270,
 *   flip: boolean, square: boolean, input: Input }} Opened
 */

const MOST_PIXELS = 8192 * 4352; // of one frame: the largest that any level of H.264, HEVC or AV1 in use allows
const MOST_BOXES = 10_000;

/** The names that FFmpeg, and so the other side, has for the codecs. @type {Record<string, string>} */
const CODECS = { avc: "h264", hevc: "hevc", vp8: "vp8", vp9: "vp9", av1: "av1" };

/**
 * The video in a file, ready to be decoded; `input` is to be disposed of in the end. Throws Unclear.
 * @param {Part} part @param {Blob} file @returns {Promise<Opened>}
 */
export async function opened(part, file) {
  const kind = formatOf(new Uint8Array(await file.slice(0, FIRST_BYTES).arrayBuffer()));
  if (kind === null) throw new Unclear("corrupt");
  const formats = { mov: [part.MP4, part.QTFF], matroska: [part.MATROSKA, part.WEBM], mpegts: [part.MPEG_TS] }[/** @type {string} */ (kind)];
  if (!formats) throw new Unclear("browser-cannot");
  part.Logging.level = part.LogLevel.Silent; // what is wrong with a file is said to the person, and stands nowhere else
  const input = new part.Input({ source: new part.BlobSource(file), formats });
  try {
    const track = await shownTrack(input);
    if (!track) throw new Unclear(await whyNone(input, file, kind));
    return { kind, track, input, ...(await described(input, track)) };
  } catch (error) {
    input.dispose();
    throw error instanceof Unclear ? error : new Unclear(await ofBroken(file, kind)); // whatever the reader stumbled over in the file
  }
}

/** The largest of the streams of pictures. @param {Input} input */
async function shownTrack(input) {
  const sized = await Promise.all((await input.getVideoTracks()).map(async (track) => ({ track, ...(await sizeOf(track)) })));
  return sized.sort((one, other) => other.width * other.height - one.width * one.height)[0]?.track;
}

/** @param {Track} track */
async function sizeOf(track) {
  return { width: await track.getCodedWidth(), height: await track.getCodedHeight() };
}

/** What is known of the stream, and how to decode it. @param {Input} input @param {Track} track */
async function described(input, track) {
  const { width, height } = await sizeOf(track);
  allow(width, height);
  const codec = CODECS[(await track.getCodec()) ?? ""];
  const config = codec ? await decodable(track) : null;
  if (!config) throw new Unclear("browser-cannot");
  const ratio = await track.getPixelAspectRatio();
  const seconds = (await track.getDurationFromMetadata()) ?? (await input.getDurationFromMetadata()) ?? 0;
  return { codec, config, seconds, rotation: await track.getRotation(), flip: await track.getFlip(), square: ratio.num === ratio.den };
}

/** @param {Track} track */
async function decodable(track) {
  const config = await track.getDecoderConfig();
  if (!config || typeof VideoDecoder === "undefined") return null;
  try {
    return (await VideoDecoder.isConfigSupported(config)).supported ? config : null;
  } catch {
    return null; // a name of a codec that this browser has never heard of
  }
}

/** Throws Unclear when frames of this size are not opened. @param {number} width @param {number} height */
export function allow(width, height) {
  if (width < 1 || height < 1) throw new Unclear("corrupt");
  if (width * height > MOST_PIXELS) throw new Unclear("too-large");
}

/** Why a file has no stream of pictures: its index was never written, it holds sound alone, or nothing at all. @param {Input} input @param {Blob} file @param {string} kind @returns {Promise<import("../unclear.js").Reason>} */
async function whyNone(input, file, kind) {
  if (!(await isIndexed(file, kind))) return "no-index";
  return (await input.getAudioTracks()).length ? "no-pictures" : "corrupt";
}

/** @param {Blob} file @param {string} kind @returns {Promise<import("../unclear.js").Reason>} */
async function ofBroken(file, kind) {
  return (await isIndexed(file, kind)) ? "corrupt" : "no-index";
}

/** Whether a movie file says what is in it; other kinds need no index. @param {Blob} file @param {string} kind */
async function isIndexed(file, kind) {
  if (kind !== "mov") return true;
  const names = await boxes(file);
  return names.has("moov") || names.has("moof");
}

/** The names of the boxes that a movie file (ISO/IEC 14496-12, 4.2) is made of, as far as it goes. @param {Blob} file */
async function boxes(file) {
  const names = new Set();
  for (let at = 0, seen = 0; at + 8 <= file.size && seen < MOST_BOXES; seen++) {
    const head = new DataView(await file.slice(at, at + 16).arrayBuffer());
    names.add(String.fromCharCode(head.getUint8(4), head.getUint8(5), head.getUint8(6), head.getUint8(7)));
    const told = head.getUint32(0);
    const length = told === 1 && head.byteLength === 16 ? Number(head.getBigUint64(8)) : told;
    if (length < 8) break;
    at += length;
  }
  return names;
}
