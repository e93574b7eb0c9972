import { html } from "hono/html";
import { formatCents } from "#simulator/shop/money.ts";
import { orderStatusName } from "#simulator/shop/order-status.ts";
import type { Customer, Order, Product } from "#simulator/shop/state.ts";
import { menuHead, rowMenu } from "./extensions.ts";
import type { Html, Visit } from "./visit.ts";

const ORDERS_SHOWN = 12;

/** The newest orders. */
export function orderTable(visit: Visit): Html {
  const { shop, timezone } = visit.store;
  const time = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    dateStyle: "medium",
    timeStyle: "short",
  });
  const customerName = (order: Order) => {
    const customer = shop.customers.find(({ id }) => id === order.customerId);
    return customer ? `${customer.firstName} ${customer.lastName}` : "Guest";
  };
  const row = (order: Order) => {
    const totalCents = order.items.reduce((sum, line) => sum + line.priceCents * line.quantity, 0);
    return html`<tr>
      <th scope="row">${order.id}</th>
      <td>${customerName(order)}</td>
      <td>${order.items.map(({ quantity, name }) => `${quantity} × ${name}`).join(", ")}</td>
      <td class="number">$${formatCents(totalCents)}</td>
      <td><span class="badge">${orderStatusName(order.statusId)}</span></td>
      <td><time datetime="${order.createdAt}">${time.format(new Date(order.createdAt))}</time></td>
      ${rowMenu(visit, "ORDERS", { id: order.id, name: `order ${order.id}` })}
    </tr>`;
  };
  const heads = html`<th scope="col">Order</th>
    <th scope="col">Customer</th>
    <th scope="col">Products</th>
    <th scope="col" class="number">Total</th>
    <th scope="col">Status</th>
    <th scope="col">Placed</th>
    ${menuHead(visit, "ORDERS")}`;
  return tableCard("orders", "Recent orders", heads, shop.orders.slice(-ORDERS_SHOWN).toReversed().map(row));
}

/** All products. */
export function productTable(visit: Visit): Html {
  const inStock = (product: Product) =>
    product.trackedBy === "variant"
      ? product.variants.map(({ label, stock }) => `${label} ${stock}`).join(", ")
      : String(product.stock);
  const row = (product: Product) =>
    html`<tr>
      <th scope="row">${product.name}</th>
      <td><code>${product.sku}</code></td>
      <td class="number">$${formatCents(product.priceCents)}</td>
      <td>${inStock(product)}</td>
      ${rowMenu(visit, "PRODUCTS", product)}
    </tr>`;
  const heads = html`<th scope="col">Product</th>
    <th scope="col">SKU</th>
    <th scope="col" class="number">Price</th>
    <th scope="col">In stock</th>
    ${menuHead(visit, "PRODUCTS")}`;
  return tableCard("products", "Products", heads, visit.store.shop.products.map(row));
}

/** All customers. */
export function customerTable(visit: Visit): Html {
  const row = ({ id, firstName, lastName, email }: Customer) =>
    html`<tr>
      <th scope="row">${firstName} ${lastName}</th>
      <td>${email}</td>
      ${rowMenu(visit, "CUSTOMERS", { id, name: `${firstName} ${lastName}` })}
    </tr>`;
  const heads = html`<th scope="col">Customer</th>
    <th scope="col">Email</th>
    ${menuHead(visit, "CUSTOMERS")}`;
  return tableCard("customers", "Customers", heads, visit.store.shop.customers.map(row));
}

function tableCard(id: string, title: string, heads: Html, rows: Html[]): Html {
  return html`<div class="card table-card">
    <h2 id="title-${id}">${title}</h2>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="title-${id}">
      <table id="${id}" data-refresh>
        <thead>
          <tr>
            ${heads}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </div>`;
}
