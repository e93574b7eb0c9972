import { expect, test } from "vitest";
import { panelPage } from "./panel-pages.ts";

const REOPEN = "https://store-abc.mybigcommerce.com/manage/app/7";

test.each([
  ["order", "https://store-abc.mybigcommerce.com/manage/orders/7"],
  ["product", "https://store-abc.mybigcommerce.com/manage/products/edit/7"],
  ["category", "https://store-abc.mybigcommerce.com/manage/products/categories/7/edit"],
])("the page of a %s is in the store's own panel", (type, page) => {
  expect(panelPage({ type, id: "7" }, REOPEN)).toBe(page);
});

test("there is none of other things, of odd ids, outside of BigCommerce, and of nothing", () => {
  expect(panelPage({ type: "cart", id: "7" }, REOPEN)).toBeNull();
  expect(panelPage({ type: "order", id: "../../x" }, REOPEN)).toBeNull();
  expect(panelPage({ type: "order", id: "7" }, "http://localhost:4000/manage/abc/app")).toBeNull();
  expect(panelPage({ type: "order", id: "7" }, undefined)).toBeNull();
  expect(panelPage(null, REOPEN)).toBeNull();
});
