import { html } from "hono/html";
import { formatCents } from "#simulator/shop/money.ts";
import { ORDER_STATUSES, orderStatusName, SHIPPED } from "#simulator/shop/order-status.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";
import { PANEL_ACTIONS, type PanelAction } from "./forms.ts";
import { storePage } from "./layout.ts";
import { activityForm, statusLine } from "./shop-bar.ts";
import { customerTable, orderTable, productTable } from "./shop-tables.ts";
import type { Html, Visit } from "./visit.ts";

const ORDERS_CHOSEN_FROM = 40;

/**
 * The shop page: forms for everything that can happen in it, and what it holds now.
 * @param panel The app's panel beside it, when it is open.
 */
export function homePage(visit: Visit, panel: Html | null): Html {
  const { store } = visit;
  return storePage(visit, {
    title: "The little shop",
    current: "home",
    body: html`<div class="intro">
        <p>What you do here really happens in ${store.name}, and tells its webhooks.</p>
        ${activityForm(store)}
      </div>
      ${statusLine()}
      <div class="cards">${shopForms(store)}</div>
      ${orderTable(visit)} ${productTable(visit)} ${customerTable(visit)} ${panel ?? ""}`,
  });
}

function shopForms(store: SimulatedStore): Html {
  const { shop } = store;
  const customers = shop.customers.map(({ id, firstName, lastName, email }) =>
    option(id, `${firstName} ${lastName}, ${email}`),
  );
  const products = shop.products.map(({ id, name, priceCents }) =>
    option(id, `${name}, $${formatCents(priceCents)}`),
  );
  const items = shop.products.flatMap((product) =>
    product.trackedBy === "variant"
      ? product.variants.map(({ id, label, stock }) =>
          option(`${product.id}:${id}`, `${product.name} (${label}), ${stock} left`),
        )
      : [option(product.id, `${product.name}, ${product.stock} left`)],
  );
  const orders = shop.orders
    .slice(-ORDERS_CHOSEN_FROM)
    .toReversed()
    .map(({ id, statusId }) => option(id, `${id}, ${orderStatusName(statusId)}`));
  const statuses = Object.entries(ORDER_STATUSES).map(([id, name]) =>
    option(id, name, Number(id) === SHIPPED),
  );

  return html`
    ${card(store, "place-order", [
      select("order", "customerId", "Customer", customers),
      select("order", "item", "Product", items),
      html`<label
        >Quantity <input type="number" name="quantity" value="1" min="1" max="99" required
      /></label>`,
    ])}
    ${card(store, "change-status", [
      select("status", "orderId", "Order", orders),
      select("status", "statusId", "New status", statuses),
    ])}
    ${card(store, "change-price", [
      select("price", "productId", "Product", products),
      html`<label
        >New price in dollars <input type="number" name="price" min="0" max="100000" step="0.01" required
      /></label>`,
    ])}
    ${card(store, "change-stock", [
      select("stock", "item", "Product", items),
      html`<label>New stock <input type="number" name="stock" min="0" max="1000000" required /></label>`,
    ])}
    ${card(store, "edit-customer", [
      select("customer", "customerId", "Customer", customers),
      html`<label>New first name <input name="firstName" maxlength="200" autocomplete="off" /></label>`,
      html`<label>New last name <input name="lastName" maxlength="200" autocomplete="off" /></label>`,
      html`<label>New email <input type="email" name="email" maxlength="200" autocomplete="off" /></label>`,
    ])}
    ${card(store, "abandon-cart", [
      select("cart", "customerId", "Customer", customers),
      select("cart", "item", "Product", items),
    ])}
  `;
}

function card({ hash }: SimulatedStore, name: PanelAction, fields: Html[]): Html {
  return html`<form
    class="card"
    method="post"
    action="/manage/${hash}/shop/${name}"
    data-quiet
    aria-labelledby="title-${name}"
  >
    <h2 id="title-${name}">${PANEL_ACTIONS[name]}</h2>
    ${fields}
    <button type="submit">${PANEL_ACTIONS[name]}</button>
  </form>`;
}

function select(form: string, name: string, label: string, options: Html[]): Html {
  return html`<label
    >${label}
    <select id="${form}-${name}" name="${name}" data-refresh required>
      ${options}
    </select></label
  >`;
}

function option(value: string | number, label: string, isSelected = false): Html {
  return html`<option value="${value}" ${isSelected ? "selected" : ""}>${label}</option>`;
}
