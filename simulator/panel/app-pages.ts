import { html } from "hono/html";
import { barePage, storePage } from "./layout.ts";
import { shopBar } from "./shop-bar.ts";
import { type Html, pageAddress, type Visit } from "./visit.ts";

/** What an OAuth scope lets an app do, in words; a scope that is not here is shown by its name alone. */
const SCOPE_WORDS: Record<string, string> = {
  store_v2_information_read_only: "See the store's name, address and settings",
  store_v2_orders_read_only: "See orders",
  store_v2_products_read_only: "See products and stock",
  store_v2_customers_read_only: "See customers",
  store_cart_read_only: "See carts",
  store_channel_settings_read_only: "See sales channels",
  store_app_extensions_manage: "Add entries to the menus of orders, products and customers",
  store_v2_default: "Manage the webhooks that it makes itself",
};

/** The app in its frame, with the shop's quick actions beneath. */
export function appPage(visit: Visit, frameUrl: string): Html {
  const { store, panel } = visit;
  return storePage(visit, {
    title: panel.app.name,
    current: "app",
    fills: true,
    tools: store.installation ? appMenu(visit) : html``,
    // A reload of the answer to "Confirm" would install once more; the page goes by its ordinary address instead.
    body: html`<div class="app" data-address="${pageAddress(visit, "app")}">
      <iframe
        class="app-frame"
        title="${panel.app.name}"
        data-origin="${panel.app.origin}"
        src="${frameUrl}"
      ></iframe>
      ${shopBar(store)}
    </div>`,
  });
}

/** Asks, before an install, whether the app may have what it wants. */
export function consentPage(visit: Visit): Html {
  const { store, panel, user } = visit;
  return storePage(visit, {
    title: `Install ${panel.app.name}`,
    current: "app",
    body: html`<div class="card consent">
      <h2>${panel.app.name} wants to connect to ${store.name}</h2>
      <p>It comes from ${panel.app.origin} and asks for this:</p>
      <ul>
        ${panel.app.scopes.map(
          (scope) =>
            html`<li>
              ${SCOPE_WORDS[scope] ? html`${SCOPE_WORDS[scope]} <br />` : ""}<code>${scope}</code>
            </li>`,
        )}
      </ul>
      <form class="buttons" method="post" action="/manage/${store.hash}/install">
        <input type="hidden" name="user" value="${user.id}" />
        <a class="button secondary" href="${pageAddress(visit, "home")}">Cancel</a>
        <button type="submit">Confirm</button>
      </form>
    </div>`,
  });
}

/** Tells a member of staff that the app is not theirs to open, and lets the owner open it to them. */
export function noAccessPage(visit: Visit): Html {
  const { store, panel, user } = visit;
  return storePage(visit, {
    title: panel.app.name,
    current: "app",
    body: html`<div class="card consent">
      <h2>${user.email} can't open this app</h2>
      <p>The owner can give access.</p>
      <form class="buttons" method="post" action="/manage/${store.hash}/grant-user">
        <input type="hidden" name="user" value="${user.id}" />
        <button type="submit">Give access</button>
      </form>
    </div>`,
  });
}

/** Asks whether an uninstall is meant. */
export function uninstallPage(visit: Visit): Html {
  const { store, panel } = visit;
  return storePage(visit, {
    title: `Uninstall ${panel.app.name}`,
    current: "app",
    body: html`<div class="card consent">
      <h2>Take ${panel.app.name} off ${store.name}?</h2>
      <p>Its access ends now, and BigCommerce deletes its webhooks.</p>
      <form class="buttons" method="post" action="/manage/${store.hash}/uninstall">
        <a class="button secondary" href="${pageAddress(visit, "app")}">Cancel</a>
        <button type="submit" class="danger">Uninstall</button>
      </form>
    </div>`,
  });
}

/** The form for one more store. */
export function addStorePage(visit: Visit): Html {
  return storePage(visit, {
    title: "Add store",
    current: "add",
    body: html`<div class="card consent">${addStoreForm()}</div>`,
  });
}

/** What is shown before there is any store. */
export function noStoresPage(): Html {
  return barePage(
    "No stores yet",
    html`<h1>No stores yet</h1>
      <p>Add one here, or send <code>POST /control/stores</code>.</p>
      ${addStoreForm()}`,
  );
}

/** Says that something isn't here. */
export function absentPage(what: string): Html {
  return barePage(
    "Not found",
    html`<h1>Not found</h1>
      <p>${what}</p>
      <p><a href="/">Go to the first store</a></p>`,
  );
}

function addStoreForm(): Html {
  return html`<form method="post" action="/stores">
    <label>Name of the store <input name="name" required maxlength="60" autocomplete="off" /></label>
    <button type="submit">Add store</button>
  </form>`;
}

function appMenu(visit: Visit): Html {
  const { store } = visit;
  return html`<details class="app-menu">
    <summary>App menu</summary>
    <div class="app-menu-body">
      ${store.staff.map((person) => {
        const isAllowed = store.installation?.userIds.includes(person.id);
        return html`<form
          method="post"
          action="/manage/${store.hash}/${isAllowed ? "remove-user" : "grant-user"}"
        >
          <p>${person.email} ${isAllowed ? "may open the app" : "can't open the app"}</p>
          <input type="hidden" name="user" value="${person.id}" />
          <button type="submit" class="secondary">
            ${isAllowed ? "Remove staff user's access" : "Give staff user access"}
          </button>
        </form>`;
      })}
      <a class="button danger" href="${pageAddress(visit, "uninstall")}">Uninstall</a>
    </div>
  </details>`;
}
