// The quick exit: one press on its link, or Escape three times within five seconds. Without this script it is a plain
// link. The page is emptied first, because the next one may take a while to come, and it takes this page's place in the
// list of pages, so that "back" does not lead here.
"use strict";
(() => {
  const link = document.getElementById("leave");
  const said = document.getElementById("leave-said");
  if (!link || !said) return;
  const NEEDED = 3;
  const SPAN = 5000;
  let presses = 0;
  let timer = 0;

  // Other windows of this site, such as the page for the person's own device, are left too; the browser tells them.
  const others = "BroadcastChannel" in window ? new BroadcastChannel("leave-all-windows") : null;
  if (others) others.onmessage = () => leave(true);

  function leave(alone) {
    if (others && !alone) others.postMessage("left");
    said.textContent = said.dataset.leaving;
    document.title = "…";
    document.body.classList.add("left");
    window.location.replace(link.href);
  }

  function forget() {
    presses = 0;
    said.textContent = said.dataset.none;
  }

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    // Escape also stops a page from loading; the one we leave for must not be stopped by it.
    event.preventDefault();
    presses += 1;
    window.clearTimeout(timer);
    if (presses >= NEEDED) {
      leave();
      return;
    }
    said.textContent = presses === 1 ? said.dataset.two : said.dataset.one;
    timer = window.setTimeout(forget, SPAN);
  });

  // Whoever comes back by the history of the browser finds the page as it was, not an empty one.
  window.addEventListener("pageshow", () => document.body.classList.remove("left"));
})();
