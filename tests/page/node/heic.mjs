/** What is see-through in a HEIC lies on white as Pillow lays it there; the answers are Pillow's. */

import { strictEqual } from "node:assert";
import test from "node:test";

import { rowsOnWhite } from "../../../page/fingerprint/heic.js";

/** Colour, cover, and what Pillow makes of it on white: as it stands, and when the colour was multiplied before. */
const ANSWERS = [
  [0, 1, 254, 254], [0, 128, 127, 127], [0, 254, 1, 1], [10, 128, 132, 137], [10, 254, 11, 11], [200, 1, 255, 255],
  [200, 128, 227, 255], [200, 254, 200, 200], [77, 255, 77, 77], [77, 0, 255, 255],
];

for (const [colour, cover, plain, multiplied] of ANSWERS) {
  test(`${colour} under ${cover}`, () => {
    for (const [premultiplied, wanted] of [[false, plain], [true, multiplied]]) {
      const shown = premultiplied ? Math.min(colour, cover) : colour;
      const raster = { data: Uint8Array.of(9, 9, 9, 9, shown, shown, shown, cover), width: 1, height: 2, stride: 4, channels: 4, premultiplied };
      strictEqual(rowsOnWhite(raster, 1, 1).subarray(0, 3).join(), [wanted, wanted, wanted].join());
    }
  });
}

test("rows without cover are taken as they are, their margins left out", () => {
  const raster = { data: Uint8Array.of(1, 2, 3, 0, 4, 5, 6, 0), width: 1, height: 2, stride: 4, channels: 3, premultiplied: false };
  const rows = rowsOnWhite(raster, 0, 2);
  strictEqual([...rows.subarray(0, 3), ...rows.subarray(4, 7)].join(), "1,2,3,4,5,6");
});
