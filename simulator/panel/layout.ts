import { html } from "hono/html";
import { type Html, pageAddress, roleOf, type Visit } from "./visit.ts";

/** A whole HTML page of the control panel without a store in view. */
export function barePage(title: string, body: Html): Html {
  return document(
    title,
    html`<main class="bare" id="main">
      <div class="card">${body}</div>
    </main>`,
  );
}

/** `home`, `app`, `add`, or the id of a receiver. */
type PageName = string;

/** A page of one store's control panel: the menu at the left (on top when narrow), the top bar, and `body`. */
export function storePage(
  visit: Visit,
  options: { title: string; current: PageName; tools?: Html; body: Html; fills?: boolean },
): Html {
  const { title, current, tools, body, fills = false } = options;
  return document(
    `${title} – ${visit.store.name}`,
    html`<a class="skip" href="#main">Skip to content</a>
      <div class="panel ${fills ? "panel-full" : ""}">
        ${menu(visit, current)}
        <div class="page">
          <header class="top-bar">
            <h1>${title}</h1>
            ${tools ?? ""} ${userSwitcher(visit, current)} ${logOut(visit, current)}
          </header>
          <main id="main" class="content" tabindex="-1">${body}</main>
        </div>
      </div>`,
  );
}

function document(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/panel/panel.css" />
        <script type="module" src="/panel/panel.js"></script>
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}

function menu(visit: Visit, current: PageName): Html {
  const { store, panel } = visit;
  const link = (address: string, name: string, isCurrent: boolean) =>
    html`<a href="${address}" ${isCurrent ? html`aria-current="page"` : ""}>${name}</a>`;
  return html`<aside class="menu" aria-label="Store">
    <div class="menu-head">
      <p class="store-name">${store.name}</p>
      <button type="button" class="menu-toggle" aria-expanded="false" aria-controls="menu">Menu</button>
    </div>
    <div class="menu-body" id="menu">
      <form class="switcher" action="/switch" method="get">
        <label for="switch-store">Store</label>
        <div class="switcher-row">
          <select id="switch-store" name="hash">
            ${panel
              .stores()
              .map(
                ({ hash, name }) =>
                  html`<option value="${hash}" ${hash === store.hash ? "selected" : ""}>${name}</option>`,
              )}
          </select>
          <button type="submit">Switch</button>
        </div>
      </form>
      <nav aria-label="Control panel">
        <ul>
          <li>${link(pageAddress(visit, "home"), "Home", current === "home")}</li>
          <li>
            <span class="menu-group">Apps</span>
            <ul>
              <li>${link(pageAddress(visit, "app"), panel.app.name, current === "app")}</li>
            </ul>
          </li>
          ${otherSystems(visit, current)}
          <li>${link(pageAddress(visit, "add-store"), "Add store", current === "add")}</li>
        </ul>
      </nav>
      <p class="menu-note">A simulated BigCommerce, for trying and testing. Nothing here is a real store.</p>
    </div>
  </aside>`;
}

/** The systems that this store's events can be passed on to. */
function otherSystems(visit: Visit, current: PageName): Html {
  const receivers = visit.panel.receivers(visit.store.hash);
  if (receivers.length === 0) return html``;
  return html`<li>
    <span class="menu-group">Other systems</span>
    <ul>
      ${receivers.map(
        ({ id, name }) =>
          html`<li>
            <a
              href="${pageAddress(visit, `receivers/${id}`)}"
              ${current === id ? html`aria-current="page"` : ""}
              >${name}</a
            >
          </li>`,
      )}
    </ul>
  </li>`;
}

/** Ends the control panel's own session in every tab, which the framed app hears of, and begins it again. */
function logOut(visit: Visit, current: PageName): Html {
  return html`<div class="session">
    <p role="status" id="session-line"></p>
    <button type="button" class="secondary" data-log-out>Log out</button>
    <a class="button secondary" data-log-in hidden href="${pageAddress(visit, pathOf(current))}">Log in</a>
  </div>`;
}

function pathOf(page: PageName): string {
  if (page === "home" || page === "app") return page;
  return page === "add" ? "add-store" : `receivers/${page}`;
}

function userSwitcher(visit: Visit, current: PageName): Html {
  const { store, user } = visit;
  return html`<nav class="users" aria-label="Signed in as">
    ${[store.owner, ...store.staff].map(
      (person) =>
        html`<a
          href="${pageAddress({ store, user: person }, pathOf(current))}"
          title="${person.email}"
          ${person.id === user.id ? html`aria-current="true"` : ""}
          >${roleOf(store, person)}</a
        >`,
    )}
  </nav>`;
}
