/** Tells from its first bytes whether a file is a video, and of which kind, as `rescind.fingerprint.video.sniff` does. */

/** How many first bytes tell. */
export const FIRST_BYTES = 400;

/** @typedef {"matroska" | "flv" | "asf" | "ogg" | "mpeg" | "mpegvideo" | "avi" | "mov" | "mpegts"} Kind */

/** @type {[string, Kind][]} */
const STARTS = [
  ["\x1aE\xdf\xa3", "matroska"],
  ["FLV\x01", "flv"],
  ["0&\xb2u\x8ef\xcf\x11", "asf"],
  ["OggS", "ogg"],
  ["\0\0\x01\xba", "mpeg"],
  ["\0\0\x01\xb3", "mpegvideo"],
];
const MOVIE_BOXES = new Set(["moov", "mdat", "free", "skip", "wide", "pnot", "moof", "styp", "sidx"]);
const PICTURE_BRANDS = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis", "crx ", "jpx "]);

/** Where the first packet of a transport stream starts, and how long each is. */
const PACKETS = [
  [0, 188],
  [4, 192],
  [0, 204],
];
const SYNC = 0x47;

/** The kind of video file that starts with these bytes, by FFmpeg's name, or null. @param {Uint8Array} first @returns {Kind | null} */
export function formatOf(first) {
  const start = String.fromCharCode(...first.subarray(0, 12));
  const found = STARTS.find(([known]) => start.startsWith(known));
  if (found) return found[1];
  if (start.startsWith("RIFF") && start.slice(8) === "AVI ") return "avi";
  if (isMovie(start)) return "mov";
  return isTransportStream(first.subarray(0, FIRST_BYTES)) ? "mpegts" : null;
}

/** @param {string} start */
function isMovie(start) {
  const box = start.slice(4, 8);
  return box === "ftyp" ? !PICTURE_BRANDS.has(start.slice(8, 12)) : MOVIE_BOXES.has(box);
}

/** @param {Uint8Array} first */
function isTransportStream(first) {
  return PACKETS.some(([at, step]) => first[at] === SYNC && first[at + step] === SYNC);
}
