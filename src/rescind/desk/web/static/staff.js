// Keys, the countdown, and the cover over pictures, for the pages of the platform's people. Every page works without it.
"use strict";
(() => {
  const off = "desk-no-keys";
  const keysAreOff = () => localStorage.getItem(off) === "yes";
  const inField = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");

  for (const box of document.querySelectorAll("[data-keys-off]")) {
    box.checked = keysAreOff();
    box.addEventListener("change", () => localStorage.setItem(off, box.checked ? "yes" : "no"));
  }

  // The letter leads to a button or a form; Enter does it. So a slip of a finger decides nothing.
  const leadTo = (letter) => {
    const found = document.querySelector(`[data-key="${CSS.escape(letter)}"]`);
    if (!found) return false;
    const folded = found.closest("details");
    if (folded) folded.open = true;
    found.focus();
    found.scrollIntoView({ block: "nearest" });
    return true;
  };

  const numbers = [...document.querySelectorAll("a.number")];
  const step = (by) => {
    const at = numbers.indexOf(document.activeElement);
    const next = numbers[Math.min(numbers.length - 1, Math.max(0, at + by))];
    if (next) next.focus();
    return Boolean(next);
  };

  // Pictures: covered again whenever the window is left, whatever happens to the key.
  const covers = () => document.querySelectorAll(".covered");
  const cover = () => covers().forEach((one) => {
    one.classList.remove("shown");
    one.querySelectorAll("video").forEach((video) => video.pause());
  });
  const uncover = (one) => one && one.classList.add("shown");
  for (const event of ["blur", "pagehide"]) window.addEventListener(event, cover);
  document.addEventListener("visibilitychange", cover);
  document.addEventListener("contextmenu", (event) => { if (event.target.closest(".covered")) event.preventDefault(); });
  for (const button of document.querySelectorAll(".reveal")) {
    button.addEventListener("pointerdown", () => uncover(button.nextElementSibling));
    for (const event of ["pointerup", "pointerleave", "pointercancel"]) button.addEventListener(event, cover);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || keysAreOff() || inField(event.target)) return;
    const letter = event.key.toLowerCase();
    if (letter === "v") { uncover(covers()[0]); return; }
    if (event.repeat) return;
    const done = letter === "j" ? step(1) : letter === "k" ? step(-1) : leadTo(letter);
    if (done) event.preventDefault();
  });
  document.addEventListener("keyup", (event) => { if (event.key.toLowerCase() === "v") cover(); });

  // The countdown goes on while the page is open; the server said it first.
  const say = (milliseconds) => {
    const minutes = Math.floor(Math.abs(milliseconds) / 60000);
    const hours = Math.floor(minutes / 60);
    const rest = String(minutes % 60).padStart(2, "0");
    return hours >= 48 ? `${Math.floor(hours / 24)} d ${hours % 24} h` : hours ? `${hours} h ${rest} min` : `${minutes} min`;
  };
  const count = () => {
    for (const one of document.querySelectorAll("[data-due]")) {
      const left = Date.parse(one.dataset.due) - Date.now();
      one.textContent = left < 0 ? `${say(left)} too late` : `${say(left)} left`;
      one.classList.toggle("late", left < 0);
      one.classList.toggle("soon", left >= 0 && left < 12 * 3600000);
    }
  };
  setInterval(count, 20000);

  for (const one of document.querySelectorAll("[data-copy]")) {
    one.addEventListener("click", () => navigator.clipboard.writeText(document.getElementById(one.dataset.copy).textContent));
  }
})();
