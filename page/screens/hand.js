/** Hand a request over to the desk that shows this page: what is sent, to whom, and what happens then. Nothing goes before the yes. */

import { now, requestsOf } from "../journey.js";
import { choice, details, make, paragraph } from "../making.js";
import { OFFERED } from "../offered.js";
import { RequestIncomplete, writeDocument } from "../removal/document.js";
import { NotAMoment } from "../removal/moment.js";
import { RequestBroken } from "../removal/text.js";
import { current, say } from "../words/saying.js";
import { requestInWords } from "./request_shown.js";

/** @typedef {import("../start.js").Page} Page */
/** @typedef {import("../frame.js").View} View */
/** @typedef {import("../removal/request.js").Request} Request */

/** What the field is called that the desk takes the document from. */
const FIELD = "document";
const FILE_NAME = "request.json";

/** @param {Page} page @returns {View} */
export function handScreen(page) {
  const desk = OFFERED.desk_name;
  const all = complete(page);
  const place = make("div", { id: "handed" });
  const draw = (/** @type {Request} */ request) => place.replaceChildren(...about(page, request));
  const first = all.find((one) => one.id === page.journey.handing) ?? all.find(isForDesk) ?? (all.length === 1 ? all[0] : null);
  if (first) draw(first);
  return {
    title: say("hand.title", { desk }),
    back: page.journey.places.length ? "papers" : "overview",
    body: [paragraph(say("hand.what", { desk })), all.length === 0 && paragraph(say("hand.none")), all.length > 1 && chooser(all, first, draw), place],
    next: { words: say("hand.on"), quiet: true, go: () => "save" },
  };
}

/** The requests that can be handed over, those to this desk first: of this visit, else those not sent yet of the file. @param {Page} page */
function complete({ journey }) {
  const made = journey.places.length ? requestsOf(journey, now()) : (journey.held?.requests ?? []).filter((one) => one.state === "draft");
  const whole = made.filter((one) => written(one) !== null);
  return [...whole.filter(isForDesk), ...whole.filter((one) => !isForDesk(one))];
}

/** Whether the request names the site of this desk: by its name, or by an address that the desk's own is a part of. @param {Request} request */
function isForDesk({ operator }) {
  const [said, host] = [operator.trim().toLowerCase(), location.hostname];
  return said !== "" && ([OFFERED.desk_name.toLowerCase(), host, location.host].includes(said) || host.endsWith(`.${said}`));
}

/** The document, byte for byte as it is saved; null when the law still misses something. @param {Request} request */
function written(request) {
  try {
    return writeDocument(request, { fingerprints: true }); // only those that the person put into it
  } catch (error) {
    if (error instanceof RequestIncomplete || error instanceof RequestBroken || error instanceof NotAMoment) return null;
    throw error;
  }
}

/** @param {Request[]} all @param {Request | null} first @param {(request: Request) => void} draw */
function chooser(all, first, draw) {
  const called = (/** @type {Request} */ one) => (one.operator ? say("papers.for", { site: one.operator }) : say("papers.for-nobody"));
  const dots = all.map((one) => choice({ type: "radio", name: "request", value: one.id, checked: one === first, onchange: () => draw(one) }, make("bdi", {}, called(one))));
  return make("fieldset", { class: "choices" }, make("legend", {}, say("hand.which")), ...dots);
}

/** One request: what is sent, who gets it, what then happens, and the way to send it. @param {Page} page @param {Request} request */
function about(page, request) {
  const desk = OFFERED.desk_name;
  const text = written(request) ?? "";
  return [
    isForDesk(request) ? null : make("p", { class: "warm" }, say("hand.other", { site: request.operator || say("law.no-site"), desk })),
    make("section", { class: "card" }, make("h2", {}, say("hand.all")), requestInWords(request), details(say("hand.bytes"), paragraph(say("hand.bytes.what")), make("pre", { class: "bytes", dir: "ltr", tabindex: "0", id: "bytes" }, text))),
    make("h2", {}, say("hand.who")),
    paragraph(say("hand.who.what", { desk })),
    make("h2", {}, say("hand.then")),
    make("ol", {}, ...["hand.then.window", "hand.then.number", "hand.then.send"].map((key) => make("li", {}, say(/** @type {any} */ (key), { desk })))),
    sending(page, text),
  ].filter((one) => one !== null);
}

/** The yes, and the form that goes to the desk in a window of its own. @param {Page} page @param {string} text */
function sending(page, text) {
  const desk = OFFERED.desk_name;
  const yes = make("input", { type: "checkbox", id: "hand-yes", autocomplete: "off" });
  const file = make("input", { type: "file", name: FIELD, class: "unseen", tabindex: "-1", hidden: true });
  const told = make("p", { role: "status", class: "warm" });
  const send = (/** @type {SubmitEvent} */ event) => {
    page.problem("");
    if (!yes.checked) {
      event.preventDefault();
      return page.problem(say("hand.first"));
    }
    const carried = new DataTransfer();
    carried.items.add(new File([text], FILE_NAME, { type: "application/json" }));
    file.files = carried.files;
    setTimeout(() => (yes.checked = false)); // one yes is for one sending
    told.replaceChildren(say("hand.gone", { desk }));
    document.getElementById("next")?.replaceChildren(say("page.next")); // it is sent now, so nobody goes on without
  };
  return make(
    "form",
    { method: "post", action: `${OFFERED.desk}?lang=${current()}`, enctype: "multipart/form-data", target: "_blank", rel: "noopener", id: "hand-over", onsubmit: send },
    make("label", { class: "choice" }, yes, make("span", {}, say("hand.yes", { desk }))),
    file,
    make("button", { type: "submit", class: "main", id: "hand" }, say("hand.button", { desk })),
    told,
  );
}
