// A little work while the answers are read once more, so that machines cannot send the form as fast as they like. It looks
// for a word whose SHA-256 together with the form's number begins with enough zero bits. Nothing is fetched and nothing is
// said; a form without the word can be sent as well, some seconds later.
"use strict";
(() => {
  const field = document.getElementById("send");
  if (!field || !window.crypto || !window.crypto.subtle) return;
  const bits = Number(field.dataset.bits);
  const encoder = new TextEncoder();
  const AT_ONCE = 256;

  async function digest(word) {
    return new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(`${field.dataset.number}:${word}`)));
  }

  function zeros(bytes) {
    let found = 0;
    for (const byte of bytes) {
      if (byte !== 0) return found + Math.clz32(byte) - 24;
      found += 8;
    }
    return found;
  }

  async function look() {
    for (let first = 0; ; first += AT_ONCE) {
      const words = Array.from({ length: AT_ONCE }, (_, n) => (first + n).toString(36));
      const digests = await Promise.all(words.map(digest));
      const at = digests.findIndex((one) => zeros(one) >= bits);
      if (at >= 0) {
        field.value = words[at];
        return;
      }
    }
  }

  look();
})();
