// Speaks with the framed app as BigCommerce's control panel does: jschannel over postMessage, under the scope `bc`.

const frame = document.querySelector("iframe.app-frame");
/** Every tab of this browser is logged in to the same control panel. */
const tabs = new BroadcastChannel("control-panel");

/** @param {string} method @param {unknown} [params] */
function tell(method, params) {
  frame.contentWindow.postMessage(JSON.stringify({ method: `bc::${method}`, params }), frame.dataset.origin);
}

/** @param {unknown} data */
function parse(data) {
  try {
    return JSON.parse(String(data)) ?? {};
  } catch {
    return {};
  }
}

/** What the app said last is kept on the frame, where a person can look at it. */
globalThis.addEventListener("message", ({ source, origin, data }) => {
  if (!frame || source !== frame.contentWindow || origin !== frame.dataset.origin) return;
  const { method, params } = parse(data);
  if (method === "bc::__ready") {
    frame.dataset.channel = "ready";
    if (params === "ping") tell("__ready", "pong");
  }
  if (method === "bc::iframeUrlChange") frame.dataset.page = new URL(params.href).pathname;
  if (method === "bc::iAmNotIdle") frame.dataset.activeAt = new Date().toISOString();
});

/** Tells the app, and shows in this tab, that nobody is logged in any more. */
function leave() {
  if (frame?.dataset.channel === "ready") tell("logout");
  document.querySelector("#session-line").textContent = "You logged out.";
  document.querySelector("[data-log-out]").hidden = true;
  document.querySelector("[data-log-in]").hidden = false;
}

document.querySelector("[data-log-out]")?.addEventListener("click", () => {
  // A broadcast goes to this origin alone; it has no target.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  tabs.postMessage("logout");
  leave();
  // The button is gone; whoever used a key stays where they were.
  document.querySelector("[data-log-in]").focus();
});
tabs.addEventListener("message", () => {
  if (document.querySelector("[data-log-out]")) leave();
});
