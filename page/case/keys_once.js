/** Whether no object of a JSON text says a key twice; `JSON.parse` would quietly take the last. */

const PIECE = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** @param {string} text that is JSON; of any other the answer means nothing @returns {boolean} */
export function keysOnce(text) {
  /** @type {(Set<string> | null)[]} */
  const open = [];
  let key = "";
  for (const [piece] of text.matchAll(PIECE)) {
    const keys = open.at(-1);
    if (piece === "{") open.push(new Set());
    else if (piece === "[") open.push(null);
    else if (piece === "}" || piece === "]") open.pop();
    else if (piece === ":" && keys) {
      if (keys.has(key)) return false;
      keys.add(key);
    } else if (piece.startsWith('"') && keys) key = JSON.parse(piece);
  }
  return true;
}
