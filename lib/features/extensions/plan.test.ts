import { expect, test } from "vitest";
import type { Extension } from "#lib/platform/bigcommerce/extensions.ts";
import { allExtensions, extensionSteps } from "./plan.ts";

const wanted = allExtensions();
const placed = (): Extension[] => wanted.map((extension, index) => ({ ...extension, id: `e${index}` }));

test("a store without entries gets one for each list, in the four languages", () => {
  expect(extensionSteps(wanted, [])).toEqual(wanted.map((extension) => ({ do: "create", extension })));
  expect(wanted[0]?.label).toEqual({
    defaultValue: "Events of this order",
    locales: [
      { localeCode: "en-US", value: "Events of this order" },
      { localeCode: "de-DE", value: "Ereignisse zur Bestellung" },
      { localeCode: "fr-FR", value: "Événements de la commande" },
      { localeCode: "es-ES", value: "Eventos del pedido" },
      { localeCode: "es-MX", value: "Eventos del pedido" },
    ],
  });
});

test("what is there stays, in whatever order BigCommerce lists entries and languages", () => {
  const found = placed().map(({ label, ...rest }) => ({
    ...rest,
    label: label && { ...label, locales: label.locales.toReversed() },
  }));
  expect(extensionSteps(wanted, found.toReversed())).toEqual([]);
});

test("another address, another name or one that cannot be read is put right", () => {
  const [order, product, customer] = placed();
  const found = [
    { ...order, url: "/elsewhere" },
    { ...product, label: { defaultValue: "Events", locales: [] } },
    { ...customer, label: null },
  ] as Extension[];
  expect(extensionSteps(wanted, found)).toEqual(
    wanted.map((extension, index) => ({ do: "update", id: `e${index}`, extension })),
  );
});

test("doubles go before anything is made, and nothing that is no panel of our lists", () => {
  const [order, product] = placed() as [Extension, Extension];
  const found = [
    order,
    { ...order, id: "double" },
    product,
    { ...order, id: "link", context: "LINK" },
    { ...order, id: "category", model: "CATEGORIES" },
  ];
  expect(extensionSteps(wanted, found)).toEqual([
    { do: "remove", id: "double" },
    { do: "create", extension: wanted[2] },
  ]);
});

test("an owner who does not want them has none", () => {
  expect(
    extensionSteps([], [...placed(), { ...placed()[0], id: "link", context: "LINK" } as Extension]),
  ).toEqual(["e0", "e1", "e2"].map((id) => ({ do: "remove", id })));
});
