import { expect, test } from "./fixtures.ts";

/** Counts are written every five seconds, and the open screen asks again every fifteen. */
const SHOWN_MS = 40_000;

const WAYS = [
  {
    what: "are signed with another key",
    faults: { wrongKey: true },
    because: "because their signature was wrong",
  },
  {
    what: "are not signed and carry a wrong secret",
    faults: { unsigned: true },
    because: "because their secret header was wrong",
  },
] as const;

for (const { what, faults, because } of WAYS) {
  test(`deliveries that ${what} are on Overview within a minute, with what helps`, async ({
    api,
    bigcommerce,
    newStore,
    openApp,
    page,
    violations,
  }) => {
    const store = await newStore();
    if ("unsigned" in faults) {
      const hooks = await bigcommerce.hooks(store);
      for (const hook of hooks)
        await bigcommerce.changeHook(store, hook, {
          headers: { "x-webhook-keeper-secret": "a secret of somebody else" },
        });
    }
    const app = await openApp(store);
    await expect(app.getByRole("heading", { name: "Overview" })).toBeVisible();
    const todo = app.getByRole("region", { name: "To do" });
    await expect(todo).toBeHidden();

    await bigcommerce.faults({ deliveries: faults });
    // Fewer than three may be a person's trial, and no reason to worry anyone.
    await bigcommerce.fire(store, "store/order/created", { count: 3 });

    // A developer finds the technique in the details.
    const panel = app.getByRole("region", { name: "Delivery details" });
    await panel.getByRole("button", { name: "Show details" }).click();
    await expect(panel.getByText(because)).toBeVisible({ timeout: SHOWN_MS });
    await expect(panel.getByText(/^Last: \d+ bytes, with the headers /)).toBeVisible();
    expect(await violations()).toEqual([]);
    const { rejections } = (await (await api(store, "overview")).json()) as {
      rejections: unknown[];
    };
    expect(JSON.stringify(rejections)).not.toContain("v1,");

    // A merchant is told while it lasts, and that it is over once an event arrives: no two places differ.
    if ("unsigned" in faults) return;
    const row = todo.getByRole("listitem", { name: "We couldn't accept the latest events, and none has" });
    await expect(row.getByText("Losing events")).toBeVisible({ timeout: SHOWN_MS });
    await expect(app.getByText("1 to do", { exact: true }).first()).toBeVisible();
    await bigcommerce.endFaults();
    await page.getByRole("button", { name: "Place an order" }).click();
    await expect(todo).toBeHidden({ timeout: SHOWN_MS });
    await expect(app.getByText("All good", { exact: true })).toBeVisible();
    await expect(app.getByRole("link", { name: "Overview", exact: true })).toBeVisible();
    await expect(
      app
        .getByRole("region", { name: "Recently fixed" })
        .getByText(/^\d+ events couldn't be accepted (at|between) .+\. Events arrive again\./),
    ).toBeVisible();
  });
}
