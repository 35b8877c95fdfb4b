/** The checksums of a whole file, read in pieces, so that a long video is never in memory at once. */

const PIECE = 4 * 2 ** 20;

/**
 * SHA-256 and MD5 of the file's bytes, in hexadecimal digits. `go` is called after each piece, and may throw to stop it.
 * @param {import("./opening.js").Part} part @param {Blob} file @param {() => void} go
 */
export async function digests({ sha256, md5 }, file, go) {
  const sums = [sha256.create(), md5.create()];
  for (let at = 0; at < file.size; at += PIECE) {
    const piece = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
    for (const sum of sums) sum.update(piece);
    go();
  }
  const [ofSha, ofMd5] = sums.map((sum) => Array.from(sum.digest(), (byte) => byte.toString(16).padStart(2, "0")).join(""));
  return { sha256: ofSha, md5: ofMd5 };
}
