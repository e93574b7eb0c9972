import { eventButtons, expect, FRAME, test } from "./fixtures.ts";

/** Where the pictures go. */
const PICTURES = "test-results/odd-arrivals";

test("an event from the future, one without a time and one of 60,000 brackets are shown as what they are", async ({
  bigcommerce,
  newStore,
  openApp,
  page,
  violations,
}) => {
  const store = await newStore();
  const [hook] = await bigcommerce.hooks(store);
  if (!hook) throw new Error("the store has no hook");
  const seconds = Math.floor(Date.now() / 1000);
  const nested = `${"[".repeat(60_000)}${"]".repeat(60_000)}`;
  const arrivals: [id: number, time: string, more: string][] = [
    [1, "4102444799", ""],
    [2, "null", ""],
    [3, `${seconds},"x":${nested}`, `,"x":${nested}`],
  ];
  for (const [id, time, more] of arrivals) {
    const body = `{"producer":"stores/${store.hash}","hash":"odd ${id}","created_at":${time},
      "scope":"store/order/created","scope":"store/order/created","data":{"type":"order","id":${id}${more}}}`;
    const headers = { "Content-Type": "application/json", ...hook.headers };
    expect((await fetch(hook.destination, { method: "POST", headers, body })).status).toBe(200);
  }

  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(3);
  const picture = async (name: string) => {
    expect(await violations(), name).toEqual([]);
    await page.locator(FRAME).screenshot({ path: `${PICTURES}/${name}.png` });
  };

  await app.getByRole("link", { name: "Order 1 was created" }).click();
  await expect(app.getByText("By its own account it happened after it arrived.")).toBeVisible();
  await expect(app.getByText(/2099.*, by its own account/)).toBeVisible();
  await expect(app.getByText("When it happened isn't known", { exact: true })).toBeVisible();
  await expect(app.getByText("Happened in the store")).toHaveCount(0);
  // What came twice is shown twice.
  await expect(app.getByRole("region", { name: "Payload" }).getByText('"scope"')).toHaveCount(2);
  await picture("ahead");

  await app.getByRole("link", { name: "Order 2 was created" }).click();
  await expect(app.getByText("It doesn't say when it happened.")).toBeVisible();
  await expect(app.getByText("Not told", { exact: true })).toBeVisible();
  await picture("untold");

  await app.getByRole("link", { name: "Order 3 was created" }).click();
  await expect(app.getByText("This is nested too deeply to be laid out.")).toBeVisible();
  await expect(app.getByText("Happened in the store")).toBeVisible();
  const download = page.waitForEvent("download");
  await app.getByRole("button", { name: "Download payload" }).click();
  expect((await download).suggestedFilename()).toBe("payload.txt");
  await picture("nested");
});
