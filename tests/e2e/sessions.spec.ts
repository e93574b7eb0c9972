import { testWithoutCookies } from "./cookies.ts";
import {
  expect,
  FEW_WEBHOOKS,
  FRAME,
  goTo,
  switchOf,
  test,
  toggle,
  type FrameLocator,
  type Page,
} from "./fixtures.ts";
import { launchLink } from "./links.ts";

const nowSeconds = () => Math.floor(Date.now() / 1000);

/** Seen in the frame of somebody who left: the way back, and nothing of the store. */
async function expectLeft(app: FrameLocator, ...hidden: string[]): Promise<void> {
  await expect(app.getByRole("heading", { name: "Your session ended" })).toBeVisible();
  await expect(app.getByRole("navigation", { name: "Sections" })).toHaveCount(0);
  for (const text of hidden) await expect(app.getByText(text)).toHaveCount(0);
}

/** What the server says of the session that a frame's browser still holds. */
function sessionStatus(app: FrameLocator, hash: string): Promise<number> {
  return app.locator("html").evaluate(async (_, url) => (await fetch(url)).status, `/s/${hash}/api/session`);
}

async function openMenu(page: Page, button: string): Promise<void> {
  await page.getByText("App menu").click();
  await page.getByRole("button", { name: button }).click();
}

test("whoever signs out leaves everywhere, and one click leads back", async ({
  api,
  expectFailures,
  newStore,
  openApp,
  page,
}) => {
  // The installation was played by a program: for the app that is another browser of the owner's.
  const store = await newStore();
  expect((await api(store, "session")).status).toBe(200);
  const app = await openApp(store, { path: "/settings" });
  await expect(app.getByText(`${store.owner.email} (you)`)).toBeVisible();

  await app.getByRole("button", { name: "Sign out", exact: true }).click();
  await app.getByRole("button", { name: "Cancel" }).click();
  await expect(app.getByText(`${store.owner.email} (you)`)).toBeVisible();

  await app.getByRole("button", { name: "Sign out", exact: true }).click();
  await app.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  await expectLeft(app, store.owner.email);
  expectFailures(/ 401 .*\/api\/session/, /status of 401/);
  expect(await sessionStatus(app, store.hash)).toBe(401);
  expect((await api(store, "session")).status).toBe(401);

  await app.getByRole("link", { name: "Reopen app" }).click();
  await expect(app.getByRole("heading", { level: 1 })).toHaveText(/^Overview/);
  expect(page.frames()).toHaveLength(2);
});

test("what was said last does not outlive the session", async ({ newStore, openApp }) => {
  const store = await newStore();
  const app = await openApp(store, { path: FEW_WEBHOOKS });
  await toggle(app, "Order created");
  const undo = app.getByRole("button", { name: "Undo" });
  // A message under the pointer stays, so that only the end of the session can take it away.
  await undo.hover();
  await app
    .getByRole("navigation", { name: "Sections" })
    .getByRole("link", { name: "Settings" })
    .press("Enter");
  await app.getByRole("button", { name: "Sign out", exact: true }).press("Enter");
  await app.getByRole("dialog").getByRole("button", { name: "Sign out" }).press("Enter");
  await expectLeft(app, store.owner.email);
  await expect(undo).toBeHidden();
});

testWithoutCookies(
  "without any cookie signing out ends the session as well",
  async ({ expectFailures, newStore, openApp, page }) => {
    // A launch without a cookie is refused once, and then swaps its ticket.
    expectFailures(/ 401 GET .*\/api\//, /status of 401/);
    const store = await newStore();
    const app = await openApp(store, { path: "/settings" });
    await expect(app.getByText(`${store.owner.email} (you)`)).toBeVisible();
    const end = page.waitForResponse(/\/api\/session\/end$/);
    await app.getByRole("button", { name: "Sign out", exact: true }).click();
    await app.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
    await expectLeft(app, store.owner.email);
    const ended = await end;
    expect(ended.status()).toBe(200);

    // The token that the page held opens nothing any more.
    const { authorization = "" } = await ended.request().allHeaders();
    expect(authorization).toMatch(/^Bearer ./);
    const headers = { Authorization: authorization, "X-Requested-With": "webhook-keeper" };
    expect((await fetch(ended.url().replace(/\/end$/, ""), { headers })).status).toBe(401);
    await app.getByRole("link", { name: "Reopen app" }).click();
    await expect(app.getByRole("heading", { level: 1 })).toHaveText(/^Overview/);
  },
);

test("the owner signs everybody out; staff cannot, and may come back", async ({
  api,
  expectFailures,
  newStore,
  openApp,
  product,
}) => {
  const store = await newStore();
  const answer = await fetch(await launchLink(product, store, { user: "staff" }), { redirect: "manual" });
  const staff = { ...store, cookie: (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
  expect((await api(staff, "session")).status).toBe(200);

  const asStaff = await openApp(store, { user: "staff", path: "/settings" });
  await expect(asStaff.getByRole("button", { name: "Sign out", exact: true })).toBeVisible();
  await expect(asStaff.getByRole("button", { name: "Sign everyone out" })).toHaveCount(0);

  const app = await openApp(store, { path: "/settings" });
  // What the page asks on its own may come after its session has ended.
  expectFailures(/ 401 GET .*\/api\//, /status of 401/);
  await app.getByRole("button", { name: "Sign everyone out" }).click();
  await app.getByRole("dialog").getByRole("button", { name: "Sign everyone out" }).click();
  await expectLeft(app, store.owner.email, store.staff.email);
  expect(await sessionStatus(app, store.hash)).toBe(401);
  expect((await api(staff, "session")).status).toBe(401);

  await openApp(store, { user: "staff" });
  await expect(app.getByRole("heading", { level: 1 })).toHaveText(/^Overview/);
});

test("a person who is removed while working and let in again goes on", async ({
  bigcommerce,
  expectFailures,
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  const app = await openApp(store, { user: "staff", path: FEW_WEBHOOKS });
  await expect(switchOf(app, "Order created")).toBeChecked();
  expectFailures(/ 403 .*\/api\//, /status of 403/);
  await bigcommerce.removeUser(store, "staff");
  const removedAt = nowSeconds();
  await toggle(app, "Order created");
  await expect(app.getByRole("heading", { name: "You no longer have access" })).toBeVisible();
  await expect(switchOf(app, "Order created")).toHaveCount(0);

  await page.reload();
  await expect(page.getByText(`${store.staff.email} can't open this app`)).toBeVisible();
  // Links tell their time in whole seconds; one of the removal's own second proves nothing.
  await expect.poll(nowSeconds).toBeGreaterThan(removedAt);
  await page.getByRole("button", { name: "Give access" }).click();
  await expect(app.getByRole("heading", { level: 1 })).toHaveText(/^Overview/);
  await goTo(app, "Webhooks");
  await toggle(app, "Order created");
  await expect(app.getByText("Order created is off.")).toBeVisible();
});

test("a person who was removed before ever coming here is not let in by an old link", async ({
  newStore,
  openApp,
  page,
  product,
}) => {
  const store = await newStore();
  const link = await launchLink(product, store, { user: "staff" });
  await openApp(store);
  await openMenu(page, "Remove staff user's access");
  await expect(page.getByText(`${store.staff.email} can't open this app`)).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "You no longer have access" })).toBeVisible();
});

test("logging out of the control panel ends the app's sessions in every tab", async ({
  context,
  expectFailures,
  newStore,
  openApp,
  page,
}) => {
  const [one, other] = await Promise.all([newStore(), newStore()]);
  const second = await context.newPage();
  const first = await openApp(one, { path: "/settings" });
  const inOther = await openApp(other, { path: "/webhooks", page: second });
  for (const tab of [page, second]) await expect(tab.locator(FRAME)).toHaveAttribute("data-channel", "ready");
  await expect(first.getByText(one.hash, { exact: true })).toBeVisible();
  await expect(switchOf(inOther, "Order created")).toBeChecked();

  const ends = [page, second].map((tab) => tab.waitForResponse(/\/api\/session\/end$/));
  await second.getByRole("button", { name: "Log out" }).click();
  await expect(page.getByText("You logged out.")).toBeVisible();
  await expectLeft(inOther, "Order created");
  await expectLeft(first, one.owner.email, one.hash);
  expect((await Promise.all(ends)).map((response) => response.status())).toEqual([200, 200]);

  expectFailures(/ 401 .*\/api\/session/, /status of 401/);
  expect(await sessionStatus(first, one.hash)).toBe(401);
  expect(await sessionStatus(inOther, other.hash)).toBe(401);
  await page.bringToFront();
  await page.getByRole("link", { name: "Log in" }).click();
  await expect(first.getByRole("heading", { level: 1 })).toHaveText(/^Overview/);
});

test("the control panel hears which page is shown, and that somebody works in it", async ({
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  const lines: string[] = [];
  await page.exposeFunction("keepLine", (line: unknown) => lines.push(String(line)));
  await page.addInitScript(() => {
    if (window === window.top)
      window.addEventListener(
        "message",
        ({ data }) => void Reflect.apply(Reflect.get(window, "keepLine"), null, [data]),
      );
  });
  const app = await openApp(store, { path: "/events?q=somebody@example.com" });
  const frame = page.locator(FRAME);
  await expect(frame).toHaveAttribute("data-page", `/s/${store.hash}/events`);
  await goTo(app, "Webhooks");
  await expect(frame).toHaveAttribute("data-page", `/s/${store.hash}/webhooks`);
  await expect(frame).toHaveAttribute("data-active-at", /^20/);
  await app.locator("html").evaluate(() => history.back());
  await expect(frame).toHaveAttribute("data-page", `/s/${store.hash}/events`);

  const said = lines.map((line) => JSON.parse(line) as { method: string; params?: { type?: string } });
  expect(said.map(({ method }) => method)).toContain("bc::__ready");
  expect(said.filter(({ method }) => method === "bc::iAmNotIdle")).toHaveLength(1);
  expect(said.flatMap(({ params }) => params?.type ?? [])).toEqual(["normal", "pushState", "popState"]);
  expect(lines.join()).not.toMatch(/somebody|[?#]/);
});

test("the app works in a panel that never answers", async ({ newStore, openApp, page }) => {
  const store = await newStore();
  await page.route("**/panel/app-channel.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "" }),
  );
  const app = await openApp(store);
  await expect(page.locator(FRAME)).not.toHaveAttribute("data-channel", "ready");
  await goTo(app, "Webhooks");
  await toggle(app, "Order created");
  await expect(app.getByText("Order created is off.")).toBeVisible();
});
