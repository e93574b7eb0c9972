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
    await expect(app.getByRole("region", { name: "Refused deliveries" })).toBeHidden();

    await bigcommerce.faults({ deliveries: faults });
    await page.getByRole("button", { name: "Place an order" }).click();

    const panel = app.getByRole("region", { name: "Refused deliveries" });
    await expect(panel).toBeVisible({ timeout: SHOWN_MS });
    await expect(panel.getByText(because)).toBeVisible();
    await expect(panel.getByText(/^Last: \d+ bytes, with the headers /)).toBeVisible();
    await expect(
      app.getByText("The last delivery was refused, and no event has arrived since."),
    ).toBeVisible();
    expect(await violations()).toEqual([]);
    const { rejections } = (await (await api(store, "overview")).json()) as {
      rejections: unknown[];
    };
    expect(JSON.stringify(rejections)).not.toContain("v1,");
  });
}
