import { CATALOGUE } from "#lib/catalogue/catalogue.ts";
import { scopeForChannel } from "#lib/catalogue/scope.ts";
import {
  expect,
  switchOf,
  test,
  tick,
  type FrameLocator,
  type StoryFixtures,
  type StoryStore,
} from "./fixtures.ts";
import { newShifts, noteShifts } from "./shifts.ts";

const MANY = 190;

interface Run {
  endedAt: string | null;
  items: { scope: string; state: string }[];
}
/** The run of a store, as the app tells it. */
async function runOf(api: StoryFixtures["api"], store: StoryStore): Promise<Run> {
  // Cast: the contract's RunAnswer, as far as it is looked at here.
  const { run } = (await (await api(store, "subscriptions/runs")).json()) as { run: Run | null };
  if (!run) throw new Error("There is no run");
  return run;
}
const scopesIn = ({ items }: Run, state: string) =>
  items.filter((item) => item.state === state).map(({ scope }) => scope);

const dockOf = (app: FrameLocator) => app.getByRole("region", { name: "Changes to many webhooks" });

/** Turns on everything that is off; answers how many that is. */
async function turnOnAll(app: FrameLocator): Promise<number> {
  await expect(switchOf(app, "Order created")).toBeEnabled();
  await tick(app.getByRole("checkbox", { name: "Select all", exact: true }));
  const bar = app.getByRole("group", { name: /^\d+ selected$/ });
  await bar.getByRole("button", { name: "Turn on" }).click();
  const dialog = app.getByRole("dialog", { name: /^Turn on \d+ webhooks\?$/ });
  const [count] = /\d+/.exec((await dialog.getAttribute("aria-label")) ?? "") ?? [];
  await dialog.getByRole("button", { name: "Turn on" }).click();
  return Number(count);
}

test("everything is turned on at once: its progress outlives a reload, and the rest is cancelled", async ({
  api,
  bigcommerce,
  newStore,
  openApp,
  page,
  product,
  violations,
}) => {
  await noteShifts(page);
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  await bigcommerce.faults({ api: { latencyMs: 500 } });
  const all = await turnOnAll(app);
  // What is on, and wildcards beside their members, are left out.
  expect(all).toBeGreaterThan(150);
  expect(all).toBeLessThan(180);
  const dock = dockOf(app);
  await expect(dock.getByRole("heading", { name: `Turning on ${all} webhooks` })).toBeVisible();
  await expect(dock.getByText(/^Now: /)).toBeVisible();
  await newShifts(page, product);
  const meter = dock.getByRole("progressbar");
  const ended = async () => Number(await meter.getAttribute("aria-valuenow"));
  await expect.poll(ended).toBeGreaterThan(15);
  expect(await newShifts(page, product)).toEqual([]);
  expect(await violations()).toEqual([]);
  await expect(switchOf(app, "Order created")).toBeDisabled();

  await dock.getByRole("button", { name: "Hide progress" }).press("Enter");
  await expect(dock.getByRole("heading", { name: new RegExp(`^Turning on \\d+ of ${all}$`) })).toBeVisible();
  await expect(dock.getByRole("button", { name: "Show progress" })).toBeFocused();

  const before = scopesIn(await runOf(api, store), "done").length;
  await page.reload();
  await expect(dock.getByRole("heading", { name: `Turning on ${all} webhooks` })).toBeVisible();
  await expect.poll(ended).toBeGreaterThan(before + 8);

  await dock.getByRole("button", { name: "Cancel rest" }).press("Enter");
  // Nothing was refused: a message says what came of it, and the card is gone.
  const report = app.getByText(/^\d+ webhooks turned on, \d+ unchanged$/);
  await expect(report).toBeVisible();
  await expect(dock).toBeHidden();
  await expect(switchOf(app, "Order created")).toBeEnabled();

  const said = await report.textContent();
  // Before the message goes by itself.
  await app.getByRole("button", { name: "View", exact: true }).press("Enter");
  await expect(dock.getByText("Canceled. Finished changes stay. The rest is unchanged.")).toBeVisible();
  const [, done = 0, left = 0] = (/^(\d+) webhooks turned on, (\d+) unchanged$/.exec(said ?? "") ?? []).map(
    Number,
  );
  expect(done + left).toBe(all);
  const existing = (await bigcommerce.hooks(store)).map(({ scope }) => scope);
  expect(new Set(existing).size).toBe(existing.length);
  expect(existing).toHaveLength(12 + done);
  expect(await violations()).toEqual([]);

  await expect(dock.getByRole("listitem")).toHaveCount(done);
  await dock.getByRole("button", { name: "Close", exact: true }).press("Enter");
  await expect(dock).toBeHidden();
  await page.reload();
  await expect(switchOf(app, "Order created")).toBeEnabled();
  await expect(dock).toBeHidden();
});

test("what is refused is told with its reason, and tried again one by one or all together", async ({
  bigcommerce,
  newStore,
  openApp,
  violations,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  await expect(switchOf(app, "Cart converted")).toBeChecked();
  await bigcommerce.faults({ api: "503" });
  await app.getByRole("button", { name: "Turn on all of Carts" }).click();
  const dock = dockOf(app);
  await expect(dock.getByRole("heading", { name: /^0 webhooks turned on, \d+ refused$/ })).toBeVisible();
  const line = dock.getByRole("listitem").first();
  await expect(line).toContainText("BigCommerce isn't available right now.");
  expect(await violations()).toEqual([]);

  await bigcommerce.faults({ api: "none" });
  await line.getByRole("button", { name: /^Try .+ again$/ }).press("Enter");
  await expect(dock.getByRole("heading", { name: /^1 webhook turned on, \d+ refused$/ })).toBeVisible();
  await dock.getByRole("button", { name: "Try all again" }).press("Enter");
  await expect(app.getByText(/^\d+ webhooks turned on$/)).toBeVisible();
  const ofCarts = (await bigcommerce.hooks(store)).filter(({ scope }) => scope.startsWith("store/cart/"));
  expect(ofCarts.length).toBeGreaterThan(8);
});

test("with 190 webhooks on the screen answers at once, draws nothing twice and does not jump", async ({
  api,
  bigcommerce,
  newStore,
  openApp,
  page,
  product,
  violations,
}) => {
  const store = await newStore();
  const channels = ["1", "2"];
  const singles = CATALOGUE.filter(
    ({ isWildcard, scope }) => !isWildcard && !scope.startsWith("store/hook/"),
  );
  const scopes = singles.flatMap(({ scope, isPerChannel }) =>
    isPerChannel ? channels.map((channel) => scopeForChannel(scope, channel)) : [scope],
  );
  const post = (route: string, body: unknown) =>
    fetch(`${product.appUrl}/s/${store.hash}/api/subscriptions/${route}`, {
      method: "POST",
      headers: {
        Cookie: store.cookie,
        "Content-Type": "application/json",
        "Sec-Fetch-Site": "same-origin",
        "X-Requested-With": "webhook-keeper",
      },
      body: JSON.stringify(body),
    });
  expect((await post("runs", { kind: "turn_on", scopes: scopes.slice(0, MANY) })).status).toBe(200);
  await expect.poll(async () => (await runOf(api, store)).endedAt, { timeout: 60_000 }).not.toBeNull();
  expect(scopesIn(await runOf(api, store), "done")).toHaveLength(MANY);
  // Reads the last ones too, so that nothing about them is news later on.
  expect((await post("reconcile", { dryRun: true })).status).toBe(200);

  await noteShifts(page);
  const app = await openApp(store, { path: "/webhooks" });
  await expect(app.getByText("190 webhooks turned on")).toBeVisible();
  await expect(switchOf(app, "Customer created")).toBeChecked();
  expect(await app.getByRole("switch").count()).toBeGreaterThan(MANY);
  expect(await violations()).toEqual([]);

  // Fonts come late, and figures where there were none: hardly to be seen. Once all is there nothing moves any more.
  const atLoad = await newShifts(page, product);
  expect(
    atLoad.reduce((sum, { value }) => sum + value, 0),
    JSON.stringify(atLoad),
  ).toBeLessThan(0.03);

  const frame = page.frames().find((each) => each.url().startsWith(product.appUrl));
  if (!frame) throw new Error("The app is not open");
  await bigcommerce.faults({ api: { latencyMs: 1_000 } });
  const toggled = await frame.evaluate(async () => {
    const rowsTouched = new Set<Element>();
    let rowsAdded = 0;
    const observer = new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const row = element?.closest("tbody tr");
        if (row) rowsTouched.add(row);
        for (const node of addedNodes)
          if (node instanceof Element && (node.matches("tr") || node.querySelector("tr"))) rowsAdded += 1;
      }
    });
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const control = document.querySelector<HTMLInputElement>(
      '[role="switch"][aria-label="Customer created"]',
    );
    if (!control) throw new Error("The switch is not there");
    const from = performance.now();
    control.click();
    while (control.getAttribute("aria-checked") !== "false")
      await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const answeredMs = performance.now() - from;
    const isAsked = document.body.textContent.includes("Turning off…");
    while (document.body.textContent.includes("Turning off…"))
      await new Promise((resolve) => setTimeout(resolve, 50));
    await new Promise((resolve) => setTimeout(resolve, 500));
    observer.disconnect();
    return {
      answeredMs,
      isAsked,
      rowsTouched: rowsTouched.size,
      rowsAdded,
      tookMs: performance.now() - from,
    };
  });
  // Long before BigCommerce has answered, and the one row alone.
  expect(toggled).toMatchObject({ isAsked: true, rowsTouched: 1, rowsAdded: 0 });
  expect(toggled.answeredMs).toBeLessThan(400);
  expect(toggled.tookMs).toBeGreaterThan(1_000);

  expect(await newShifts(page, product)).toEqual([]);
});
