/** One of the person's pictures as it is shown when they ask: in grey, and never more of a video than one still picture. */

import { NoAnswer } from "../beside.js";
import { make } from "../making.js";
import { say, sayIf } from "../words/saying.js";

/** @typedef {import("../start.js").Page} Page */
/** @typedef {import("../journey.js").OwnPicture} OwnPicture */
/** @typedef {{ element: HTMLElement, forget: () => void }} Shown */

/** The picture to put into its tile; null, and the person is told why, where there is none. @param {Page} page @param {OwnPicture} one @returns {Promise<Shown | null>} */
export async function shown(page, { file, number, video }) {
  try {
    if (video) return drawn(await page.beside.ask({ what: "still", file }), say("pictures.video.alt", { number }));
    const alt = say("pictures.alt", { number });
    return (await asItIs(file, alt)) ?? drawn(await inGrey(page, file), alt);
  } catch (error) {
    if (!(error instanceof NoAnswer || error instanceof DOMException)) throw error;
    const fault = error instanceof NoAnswer ? error.fault : "corrupt"; // the file is gone
    page.problem(video ? say("unclear.video-corrupt") : sayIf(`unclear.${fault}`, "unclear.broken"));
    return null;
  }
}

/** The file as the browser shows it; the style sheet makes it grey. Null where the browser has no decoder for it. @param {File} file @param {string} alt @returns {Promise<Shown | null>} */
async function asItIs(file, alt) {
  const address = URL.createObjectURL(file);
  const element = make("img", { src: address, alt });
  const forget = () => URL.revokeObjectURL(address);
  const seen = await element.decode().then(
    () => true,
    () => false,
  );
  if (!seen) forget();
  return seen ? { element, forget } : null;
}

/** The brightness that its prints were made from. @param {Page} page @param {File} file @returns {Promise<import("../fingerprint/luma.js").Luma>} */
async function inGrey(page, file) {
  const content = await file.arrayBuffer();
  return page.beside.ask({ what: "grey", content }, [content]);
}

/** Drawn from its brightness; nothing is played. @param {import("../fingerprint/luma.js").Luma} luma @param {string} alt @returns {Shown} */
function drawn({ points, width, height }, alt) {
  const element = make("canvas", { width, height, role: "img", "aria-label": alt });
  const pixels = new ImageData(width, height);
  for (let at = 0; at < points.length; at++) pixels.data.fill(points[at], at * 4, at * 4 + 3).fill(255, at * 4 + 3, at * 4 + 4);
  element.getContext("2d")?.putImageData(pixels, 0, 0);
  return { element, forget: () => element.remove() };
}
