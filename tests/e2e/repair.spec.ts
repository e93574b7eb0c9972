import type { BigCommerce, Hook } from "./bigcommerce.ts";
import { expect, FEW_WEBHOOKS, rowOf, switchOf, test, type StoryStore } from "./fixtures.ts";

const SCOPE = "store/order/created";

interface Case {
  what: string;
  badge: string;
  line: string;
  harm(bigcommerce: BigCommerce, store: StoryStore, hook: Hook): Promise<unknown>;
}

const CASES: readonly Case[] = [
  {
    what: "deleted",
    badge: "Missing",
    line: "Order created: register again. Missing at BigCommerce.",
    harm: ({ loseHook }, store, hook) => loseHook(store, hook),
  },
  {
    what: "sent elsewhere",
    badge: "Wrong URL",
    line: "Order created: update. Sent to another address.",
    harm: ({ changeHook }, store, hook) =>
      changeHook(store, hook, { destination: "https://elsewhere.example/hook" }),
  },
  {
    what: "doubled",
    badge: "Duplicate",
    line: "Order created: remove. Duplicate of another webhook.",
    harm: ({ addHook }, store, { scope, destination, headers }) =>
      addHook(store, { scope, destination, headers }),
  },
  {
    what: "switched off",
    badge: "Turned off",
    line: "Order created: turn on again. Turned off at BigCommerce.",
    harm: ({ changeHook }, store, hook) => changeHook(store, hook, { is_active: false }),
  },
];

for (const { what, badge, line, harm } of CASES) {
  test(`a webhook that somebody else had ${what} is found by a check and put right`, async ({
    bigcommerce,
    newStore,
    openApp,
  }) => {
    const store = await newStore();
    const before = await bigcommerce.hooks(store);
    const hook = before.find(({ scope }) => scope === SCOPE);
    if (!hook) throw new Error("The starter set is not there");
    await harm(bigcommerce, store, hook);

    const app = await openApp(store, { path: FEW_WEBHOOKS });
    await expect(
      rowOf(app, SCOPE).getByText("Receiving").or(rowOf(app, SCOPE).getByText("Starting")),
    ).toBeVisible();
    await app.getByRole("button", { name: "Check now" }).click();
    const dialog = app.getByRole("dialog", { name: "What will change" });
    await expect(dialog.getByText(line)).toBeVisible();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(rowOf(app, SCOPE).getByText(badge, { exact: true })).toBeVisible();
    await expect(switchOf(app, "Order created")).toBeChecked();

    await app.getByRole("button", { name: "Check now" }).click();
    await dialog.getByRole("button", { name: "Apply 1 change" }).click();
    await expect(app.getByText("Fixed 1 webhook")).toBeVisible();
    await expect(rowOf(app, SCOPE).getByText(badge, { exact: true })).toBeHidden();

    const after = (await bigcommerce.hooks(store)).filter(({ scope }) => scope === SCOPE);
    expect(after).toHaveLength(1);
    expect(after[0]).toMatchObject({ destination: hook.destination, is_active: true, headers: hook.headers });
    await app.getByRole("button", { name: "Check now" }).click();
    await expect(app.getByText("Everything matches")).toBeVisible();
  });
}

test("a missing webhook is put back from its own row", async ({ bigcommerce, newStore, openApp }) => {
  const store = await newStore();
  const [hook] = (await bigcommerce.hooks(store)).filter(({ scope }) => scope === SCOPE);
  if (!hook) throw new Error("The starter set is not there");
  await bigcommerce.loseHook(store, hook);
  const app = await openApp(store, { path: FEW_WEBHOOKS });
  await app.getByRole("button", { name: "Check now" }).click();
  await app.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await app.getByRole("button", { name: "Register again Order created" }).click();
  await expect(app.getByText("Fixed Order created.")).toBeVisible();
  await expect(app.getByRole("link", { name: "Order created", exact: true })).toBeFocused();
  const scopes = (await bigcommerce.hooks(store)).map(({ scope }) => scope);
  expect(scopes.filter((scope) => scope === SCOPE)).toHaveLength(1);
});
