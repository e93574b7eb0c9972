import { html } from "hono/html";
import type { SimulatedExtension } from "#simulator/world/extension.ts";
import { hasAccess, type Html, pageAddress, type Visit } from "./visit.ts";

/** A row of a list. */
interface Row {
  id: number;
  name: string;
}

/** The head of the column of menus; nothing where no app added an entry. */
export function menuHead(visit: Visit, model: string): Html {
  return entriesOf(visit, model).length === 0 ? html`` : html`<th scope="col">Action</th>`;
}

/** The menu of a row, as far as apps added to it. */
export function rowMenu(visit: Visit, model: string, { id, name }: Row): Html {
  const entries = entriesOf(visit, model);
  if (entries.length === 0) return html``;
  return html`<td>
    <details class="row-menu">
      <summary aria-label="Actions for ${name}">…</summary>
      ${entries.map(
        (entry) => html`<a href="${panelAddress(visit, entry, id)}">${labelFor(entry, visit)}</a>`,
      )}
    </details>
  </td>`;
}

/**
 * The panel that an entry opens at the right of its list, with the app in its frame; null when the address names none.
 * BigCommerce keeps the address as it is; here it says what is open, so that a reload opens it again.
 */
export async function openedPanel(
  visit: Visit,
  { extension, row = "" }: Record<string, string>,
): Promise<Html | null> {
  const entry = entriesOf(visit).find(({ id }) => id === extension);
  if (!entry || !/^\d+$/.test(row)) return null;
  const { store, user, panel } = visit;
  const frameUrl = await panel.launchUrl(store.hash, user.id, entry.url.replaceAll("${id}", row));
  return html`<aside class="side-panel" aria-label="${labelFor(entry, visit)}">
    <header>
      <h2>${labelFor(entry, visit)}</h2>
      <label><input type="checkbox" class="side-panel-wide" /> Full width</label>
      <a class="button secondary" href="${pageAddress(visit, "home")}">Close</a>
    </header>
    <iframe
      class="app-frame"
      title="${panel.app.name}"
      data-origin="${panel.app.origin}"
      src="${frameUrl}"
    ></iframe>
  </aside>`;
}

/** What the signed-in user may open beside a list, or beside any. */
function entriesOf(visit: Visit, model?: string): SimulatedExtension[] {
  if (!visit.store.installation || !hasAccess(visit)) return [];
  return visit.panel
    .extensions(visit.store.hash)
    .filter((entry) => entry.context === "PANEL" && (model === undefined || entry.model === model));
}

function panelAddress(visit: Visit, { id }: SimulatedExtension, row: number): string {
  const address = pageAddress(visit, "home");
  const query = new URLSearchParams({ extension: id, row: String(row) });
  return `${address}${address.includes("?") ? "&" : "?"}${query.toString()}`;
}

const labelFor = ({ label }: SimulatedExtension, { user }: Visit): string =>
  label.locales.find(({ localeCode }) => localeCode === user.locale)?.value ?? label.defaultValue;
