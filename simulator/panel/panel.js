// Sends the shop's forms without leaving the page, says what became of them, and opens the menu on narrow screens.
import "./app-channel.js";

/** @param {string} text */
function say(text) {
  const line = document.querySelector("#status-line");
  if (line) line.textContent = text;
}

/** Shows what the shop holds now in every marked part of the page, and keeps what was chosen. */
async function refresh() {
  const parts = document.querySelectorAll("[data-refresh]");
  if (parts.length === 0) return;
  const response = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const part of parts) {
    const next = fresh.getElementById(part.id);
    if (!next) continue;
    const chosen = part.value;
    part.replaceChildren(...next.childNodes);
    if (chosen !== undefined) part.value = chosen;
    if (part.selectedIndex === -1) part.selectedIndex = 0;
  }
}

/** @param {HTMLFormElement} form */
async function send(form) {
  const response = await fetch(form.action, {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams(new FormData(form)),
  });
  const answer = await response.json();
  say(answer.message);
  if ("isTrickling" in answer) {
    form.elements.isTrickling.value = String(!answer.isTrickling);
    form.querySelector("button").textContent = answer.isTrickling ? "Pause activity" : "Resume activity";
  }
  await refresh();
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-quiet]")) return;
  event.preventDefault();
  send(event.target).catch(() => say("The simulator does not answer"));
});

const toggle = document.querySelector(".menu-toggle");
if (toggle) {
  document.documentElement.classList.add("can-collapse");
  toggle.addEventListener("click", () => {
    const isOpen = toggle.getAttribute("aria-expanded") !== "true";
    toggle.setAttribute("aria-expanded", String(isOpen));
  });
}

const appMenu = document.querySelector(".app-menu");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !appMenu?.open) return;
  appMenu.open = false;
  appMenu.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  if (appMenu?.open && !appMenu.contains(event.target)) appMenu.open = false;
});

const address = document.querySelector("[data-address]")?.dataset.address;
if (address && location.pathname.endsWith("/install")) history.replaceState(null, "", address);

// What comes from elsewhere is shown as it comes.
const LIVE_MS = 2_000;
if (document.querySelector("[data-live]"))
  setInterval(() => {
    if (!document.hidden) refresh().catch(() => undefined);
  }, LIVE_MS);
