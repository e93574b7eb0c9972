import { describe, expect, test } from "vitest";
import { act, type ShopAction } from "./actions.ts";
import { ShopError } from "./find.ts";
import { AWAITING_FULFILLMENT, COMPLETED, SHIPPED } from "./order-status.ts";
import { seededRandom } from "./random.ts";
import { type Product, type ShopState } from "./state.ts";
import { createShop } from "./create-shop.ts";

const NOW = new Date("2026-05-04T12:00:00Z");
const UUID = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

function openShop() {
  const shop = createShop(7, NOW);
  const random = seededRandom(7);
  return { shop, run: (action: ShopAction) => act(shop, action, NOW, random) };
}

function productBy(shop: ShopState, trackedBy: Product["trackedBy"]): Product {
  const product = shop.products.find((candidate) => candidate.trackedBy === trackedBy);
  if (!product) throw new Error(`No product is tracked by ${trackedBy}`);
  return product;
}

describe("an order", () => {
  test("fires the cart's events, the order's and the stock's, and takes the items off the shelf", () => {
    const { shop, run } = openShop();
    const product = productBy(shop, "product");
    const before = product.stock;
    const orderId = shop.nextIds.order;

    const { summary, events } = run({
      kind: "place-order",
      customerId: 1,
      productId: product.id,
      variantId: null,
      quantity: 2,
    });

    expect(summary).toBe(`Order ${orderId} placed`);
    expect(events).toEqual([
      { scope: "store/cart/created", data: { type: "cart", id: UUID } },
      {
        scope: "store/cart/lineItem/created",
        data: { type: "cart_line_item", id: UUID, cartId: UUID },
      },
      { scope: "store/cart/updated", data: { type: "cart", id: UUID } },
      { scope: "store/order/created", data: { type: "order", id: orderId } },
      { scope: "store/cart/converted", data: { type: "cart", id: UUID, orderId } },
      {
        scope: "store/product/inventory/order/updated",
        data: {
          type: "product",
          id: product.id,
          inventory: { product_id: product.id, method: "relative", value: -2 },
        },
      },
    ]);
    expect(product.stock).toBe(before - 2);
    expect(shop.orders.at(-1)).toMatchObject({
      id: orderId,
      customerId: 1,
      statusId: AWAITING_FULFILLMENT,
      items: [{ productId: product.id, quantity: 2, priceCents: product.priceCents }],
    });
    expect(shop.carts).toEqual([]);
  });

  test("of a variant changes that variant's stock and names it by its SKU id", () => {
    const { shop, run } = openShop();
    const product = productBy(shop, "variant");
    const variant = product.variants[1];
    if (!variant) throw new Error("The product has one variant only");
    const before = product.variants.map(({ stock }) => stock);

    const { events } = run({
      kind: "place-order",
      customerId: 1,
      productId: product.id,
      variantId: variant.id,
      quantity: 1,
    });

    expect(events.at(-1)).toEqual({
      scope: "store/sku/inventory/order/updated",
      data: {
        type: "sku",
        id: variant.skuId,
        inventory: { product_id: product.id, method: "relative", value: -1, variant_id: variant.id },
      },
    });
    expect(variant.skuId).not.toBe(variant.id);
    expect(product.variants.map(({ stock }) => stock)).toEqual(
      before.map((stock, index) => (index === 1 ? stock - 1 : stock)),
    );
  });

  test.each([
    ["more than is in stock", { quantity: 10_000 }],
    ["an unknown product", { productId: 1 }],
    ["an unknown customer", { customerId: 9999 }],
    ["an unknown variant", { variantId: 9999 }],
  ])("of %s is refused and leaves the shop as it was", (_, fault) => {
    const { shop, run } = openShop();
    const before = structuredClone(shop);
    const purchase = {
      customerId: 1,
      productId: productBy(shop, "product").id,
      variantId: null,
      quantity: 1,
    };
    expect(() => run({ kind: "place-order", ...purchase, ...fault })).toThrow(ShopError);
    expect(shop).toEqual(before);
  });

  test("of a product with variants is refused when none was chosen", () => {
    const { shop, run } = openShop();
    const productId = productBy(shop, "variant").id;
    expect(() =>
      run({ kind: "place-order", customerId: 1, productId, variantId: null, quantity: 1 }),
    ).toThrow("Choose a variant");
  });

  test("paid from a cart fires only what is new, and ends the cart", () => {
    const { shop, run } = openShop();
    const productId = productBy(shop, "product").id;
    run({ kind: "start-cart", customerId: 3, productId, variantId: null, quantity: 1 });
    const cartId = shop.carts[0]?.id ?? "";
    const { events } = run({ kind: "check-out", cartId });
    expect(events.map(({ scope }) => scope)).toEqual([
      "store/order/created",
      "store/cart/converted",
      "store/product/inventory/order/updated",
    ]);
    expect(shop.carts).toEqual([]);
    expect(() => run({ kind: "check-out", cartId })).toThrow(ShopError);
  });
});

describe("an order's status", () => {
  test("when changed, fires the change with both statuses, and the order's update", () => {
    const { shop, run } = openShop();
    const order = shop.orders[0];
    if (!order) throw new Error("The shop has no orders");
    order.statusId = AWAITING_FULFILLMENT;
    const { events } = run({ kind: "change-status", orderId: order.id, statusId: COMPLETED });
    expect(events).toEqual([
      {
        scope: "store/order/statusUpdated",
        data: {
          type: "order",
          id: order.id,
          status: { previous_status_id: AWAITING_FULFILLMENT, new_status_id: COMPLETED },
        },
      },
      { scope: "store/order/updated", data: { type: "order", id: order.id } },
    ]);
    expect(order.statusId).toBe(COMPLETED);
  });

  test("that BigCommerce does not know is refused", () => {
    const { shop, run } = openShop();
    const orderId = shop.orders[0]?.id ?? 0;
    expect(() => run({ kind: "change-status", orderId, statusId: 99 })).toThrow("no order status 99");
  });

  test("becomes Shipped when a parcel leaves, once", () => {
    const { shop, run } = openShop();
    const order = shop.orders[0];
    if (!order) throw new Error("The shop has no orders");
    const { events } = run({ kind: "ship-order", orderId: order.id });
    expect(events[0]).toEqual({
      scope: "store/shipment/created",
      data: { type: "shipment", id: order.shipments[0]?.id, orderId: order.id },
    });
    expect(events.map(({ scope }) => scope).slice(1)).toEqual([
      "store/order/statusUpdated",
      "store/order/updated",
    ]);
    expect(order.statusId).toBe(SHIPPED);
    expect(run({ kind: "ship-order", orderId: order.id }).events).toEqual([]);
  });
});

test("a price change fires the product's update and is seen on the product", () => {
  const { shop, run } = openShop();
  const product = productBy(shop, "product");
  const { events, summary } = run({ kind: "change-price", productId: product.id, priceCents: 12_345 });
  expect(events).toEqual([{ scope: "store/product/updated", data: { type: "product", id: product.id } }]);
  expect(summary).toBe(`${product.name} now costs $123.45`);
  expect(product.priceCents).toBe(12_345);
});

test("a stock change fires by how many it changed", () => {
  const { shop, run } = openShop();
  const product = productBy(shop, "product");
  const stock = product.stock - 5;
  const { events } = run({ kind: "change-stock", productId: product.id, variantId: null, stock });
  expect(events).toEqual([
    {
      scope: "store/product/inventory/updated",
      data: {
        type: "product",
        id: product.id,
        inventory: { product_id: product.id, method: "absolute", value: -5 },
      },
    },
  ]);
  expect(product.stock).toBe(stock);
});

test("a variant's stock change fires as a SKU's", () => {
  const { shop, run } = openShop();
  const product = productBy(shop, "variant");
  const variant = product.variants[0];
  if (!variant) throw new Error("The product has no variants");
  const stock = variant.stock + 4;
  const { events } = run({ kind: "change-stock", productId: product.id, variantId: variant.id, stock });
  expect(events).toEqual([
    {
      scope: "store/sku/inventory/updated",
      data: {
        type: "sku",
        id: variant.skuId,
        inventory: { product_id: product.id, method: "absolute", value: 4, variant_id: variant.id },
      },
    },
  ]);
  expect(variant.stock).toBe(stock);
});

describe("a customer", () => {
  test("fires an update when edited", () => {
    const { shop, run } = openShop();
    const { events } = run({ kind: "edit-customer", customerId: 2, email: "new@example.com" });
    expect(events).toEqual([{ scope: "store/customer/updated", data: { type: "customer", id: 2 } }]);
    expect(shop.customers.find(({ id }) => id === 2)?.email).toBe("new@example.com");
  });

  test("cannot take another customer's email", () => {
    const { shop, run } = openShop();
    const email = shop.customers[0]?.email.toUpperCase() ?? "";
    expect(() => run({ kind: "edit-customer", customerId: 2, email })).toThrow("has this email already");
  });

  test("who moves fires an address event with the address's id, and no customer event", () => {
    const { shop, run } = openShop();
    const addressId = shop.customers[4]?.addresses[0]?.id;
    const { events } = run({ kind: "move-house", customerId: 5 });
    expect(events).toEqual([
      {
        scope: "store/customer/address/updated",
        data: { type: "customer", id: addressId, address: { customer_id: 5 } },
      },
    ]);
  });

  test("who signs up is in the shop", () => {
    const { shop, run } = openShop();
    const { events } = run({ kind: "sign-up" });
    const id = shop.customers.at(-1)?.id;
    expect(events).toEqual([{ scope: "store/customer/created", data: { type: "customer", id } }]);
    expect(shop.customers).toHaveLength(41);
  });
});

describe("a cart", () => {
  test("abandoned by a new shopper was created first, and carries the token it is found again with", () => {
    const { shop, run } = openShop();
    const productId = productBy(shop, "product").id;
    const { events } = run({ kind: "abandon-cart", customerId: 1, productId, variantId: null, quantity: 1 });
    const cart = shop.carts[0];
    expect(events.map(({ scope }) => scope)).toEqual([
      "store/cart/created",
      "store/cart/lineItem/created",
      "store/cart/updated",
      "store/cart/abandoned",
    ]);
    expect(cart?.abandonedToken).toMatch(/^[0-9a-f]{32}$/);
    expect(events.at(-1)?.data).toEqual({ type: "cart", id: cart?.id, token: cart?.abandonedToken });
  });

  test("emptied is gone", () => {
    const { shop, run } = openShop();
    const productId = productBy(shop, "product").id;
    run({ kind: "start-cart", customerId: 1, productId, variantId: null, quantity: 1 });
    const { events } = run({ kind: "empty-cart", cartId: shop.carts[0]?.id ?? "" });
    expect(events.map(({ scope }) => scope)).toEqual([
      "store/cart/lineItem/deleted",
      "store/cart/updated",
      "store/cart/deleted",
    ]);
    expect(shop.carts).toEqual([]);
  });
});

test("an action that changes nothing fires nothing and leaves the shop as it was", () => {
  const { shop, run } = openShop();
  const product = productBy(shop, "product");
  const order = shop.orders[0];
  const customer = shop.customers[0];
  if (!order || !customer) throw new Error("The shop is empty");
  run({ kind: "start-cart", customerId: 1, productId: product.id, variantId: null, quantity: 1 });
  const cartId = shop.carts[0]?.id ?? "";
  run({ kind: "abandon-cart", cartId });

  const before = structuredClone(shop);
  const idle: ShopAction[] = [
    { kind: "change-status", orderId: order.id, statusId: order.statusId },
    { kind: "change-price", productId: product.id, priceCents: product.priceCents },
    { kind: "change-stock", productId: product.id, variantId: null, stock: product.stock },
    { kind: "edit-customer", customerId: customer.id, email: customer.email },
    { kind: "change-cart", cartId, quantity: 1 },
    { kind: "abandon-cart", cartId },
  ];
  for (const action of idle) expect(run(action).events, action.kind).toEqual([]);
  expect(shop).toEqual(before);
});

test("a shop left running does not grow without end", () => {
  const { shop, run } = openShop();
  const product = productBy(shop, "product");
  product.stock = 5000;
  const purchase = { customerId: 1, productId: product.id, variantId: null, quantity: 1 };
  for (let round = 0; round < 1200; round += 1) run({ kind: "place-order", ...purchase });
  for (let round = 0; round < 300; round += 1) run({ kind: "start-cart", ...purchase });
  expect(shop.orders).toHaveLength(1000);
  expect(shop.orders.at(-1)?.id).toBe(shop.nextIds.order - 1);
  expect(shop.carts).toHaveLength(200);
});
