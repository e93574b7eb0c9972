import { html } from "hono/html";
import type { SimulatedStore } from "#simulator/world/store.ts";
import { PANEL_ACTIONS } from "./forms.ts";
import type { Html } from "./visit.ts";

/** The shop's quick actions, each on something chosen by chance, and the line that says what happened. */
export function shopBar(store: SimulatedStore): Html {
  return html`<section class="shop-bar" aria-label="Shop actions">
    <details open>
      <summary>Make something happen in the shop</summary>
      <div class="shop-bar-buttons">
        ${Object.entries(PANEL_ACTIONS).map(
          ([name, label]) =>
            html`<form method="post" action="/manage/${store.hash}/shop/${name}" data-quiet>
              <button type="submit">${label}</button>
            </form>`,
        )}
        ${activityForm(store)}
      </div>
    </details>
    ${statusLine()}
  </section>`;
}

/** The button that pauses what the shop does by itself, or resumes it. */
export function activityForm({ hash, isTrickling }: SimulatedStore): Html {
  return html`<form method="post" action="/manage/${hash}/activity" data-quiet data-activity>
    <input type="hidden" name="isTrickling" value="${String(!isTrickling)}" />
    <button type="submit" class="secondary">${isTrickling ? "Pause activity" : "Resume activity"}</button>
  </form>`;
}

/** Where the page says, to a screen reader too, what became of an action. */
export function statusLine(): Html {
  return html`<p class="status-line" role="status" id="status-line"></p>`;
}
