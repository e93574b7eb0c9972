import type { BigCommerce, Hook } from "./bigcommerce.ts";
import {
  expect,
  FEW_WEBHOOKS,
  flip,
  goTo,
  rowOf,
  switchOf,
  test,
  type FrameLocator,
  type StoryStore,
} from "./fixtures.ts";

const SCOPE = "store/order/created";
const LADDER_SECONDS = 48 * 3_600 + 4 * 60 + 1;
const DAY_SECONDS = 86_400;
/** Counts of refused deliveries are written every five seconds. */
const SHOWN_MS = 40_000;

async function hookOf({ hooks }: BigCommerce, store: StoryStore): Promise<Hook> {
  const hook = (await hooks(store)).find(({ scope }) => scope === SCOPE);
  if (!hook) throw new Error("The starter set is not there");
  return hook;
}

/** Compares with BigCommerce, and leaves everything as it is. */
async function look(app: FrameLocator): Promise<void> {
  await app.getByRole("button", { name: "Check now" }).click();
  await app.getByRole("dialog", { name: "What will change" }).getByRole("button", { name: "Cancel" }).click();
}

/** Nobody but the person of the story mends anything. */
async function tellOnly(app: FrameLocator): Promise<void> {
  const repair = app.getByRole("switch", { name: "Fix problems automatically" });
  await expect(repair).toBeChecked();
  await flip(repair);
  await expect(repair).not.toBeChecked();
  await expect(app.getByText("Off. We tell you about problems, and you fix them.")).toBeVisible();
}

interface Case {
  what: string;
  badge: string;
  sentence: RegExp;
  remedy: string;
  harm(bigcommerce: BigCommerce, store: StoryStore, hook: Hook): Promise<unknown>;
}

const CASES: readonly Case[] = [
  {
    what: "was switched off after 48 hours of failures",
    badge: "Turned off",
    sentence: /^BigCommerce turned this off on .+ and doesn't say why\./,
    remedy: "Turn on again Order created",
    harm: async ({ changeHook, fire, pass }, store, hook) => {
      await changeHook(store, hook, { destination: "http://127.0.0.1:9/" });
      await fire(store, SCOPE);
      await pass(LADDER_SECONDS);
      await changeHook(store, hook, { destination: hook.destination });
    },
  },
  {
    what: "is missing",
    badge: "Missing",
    sentence: /^BigCommerce no longer has this webhook\./,
    remedy: "Register again Order created",
    harm: ({ loseHook }, store, hook) => loseHook(store, hook),
  },
  {
    what: "is sent elsewhere",
    badge: "Wrong URL",
    sentence: /^BigCommerce sends these events to a different address\./,
    remedy: "Fix address Order created",
    harm: ({ changeHook }, store, hook) =>
      changeHook(store, hook, { destination: "https://elsewhere.example/hook" }),
  },
  {
    what: "has been quiet for 76 days",
    badge: "Inactive soon",
    sentence: /^No event since .+\. BigCommerce may turn this off on .+\./,
    remedy: "Renew now Order created",
    harm: ({ changeHook }, store, hook) => {
      const longAgo = Math.floor(Date.now() / 1_000) - 76 * DAY_SECONDS;
      return changeHook(store, hook, { created_at: longAgo, updated_at: longAgo });
    },
  },
];

for (const { what, badge, sentence, remedy, harm } of CASES) {
  test(`a webhook that ${what} waits for a person where the app is only to tell, and is mended from its row`, async ({
    bigcommerce,
    newStore,
    openApp,
    violations,
  }) => {
    const store = await newStore();
    await tellOnly(await openApp(store, { path: "/settings" }));
    const hook = await hookOf(bigcommerce, store);
    await harm(bigcommerce, store, hook);

    const app = await openApp(store, { path: FEW_WEBHOOKS });
    await look(app);
    const row = rowOf(app, SCOPE);
    await expect(row.getByText(badge, { exact: true })).toBeVisible();
    await expect(row.getByText(sentence)).toBeVisible();
    await expect(row.getByText(/ Automatic repair is off\.$/)).toBeVisible();
    expect(await violations()).toEqual([]);

    await app.getByRole("button", { name: remedy }).click();
    await expect(app.getByText("Fixed Order created.")).toBeVisible();
    await expect(row.getByText(badge, { exact: true })).toBeHidden();
    expect(await hookOf(bigcommerce, store)).toMatchObject({
      destination: hook.destination,
      is_active: true,
    });
  });
}

test("one webhook alone is kept from automatic repair, and its history tells who said so", async ({
  newStore,
  openApp,
  violations,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: `/webhooks/${SCOPE}` });
  // Called as it is named beside it.
  const repair = app.getByRole("dialog").getByRole("switch", { name: "Automatic repair", exact: true });
  await expect(repair).toBeChecked();
  await flip(repair);
  await expect(repair).not.toBeChecked();
  await expect(app.getByText("Off. We tell you about problems, and you fix them.")).toBeVisible();
  await app.getByText("History", { exact: true }).click();
  await expect(app.getByText("You turned off automatic repair of Order created")).toBeVisible();
  expect(await violations()).toEqual([]);
});

test("staff may keep one webhook from repair, and not the whole store", async ({ newStore, openApp }) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/settings", user: "staff" });
  await expect(app.getByText("On. We fix problems as soon as we see them.")).toBeVisible();
  await expect(app.getByRole("switch", { name: "Fix problems automatically" })).toBeDisabled();
});

test("a blocked webhook counts down, and is well again by itself when the time is over", async ({
  bigcommerce,
  newStore,
  openApp,
  violations,
}) => {
  const store = await newStore();
  await bigcommerce.faults({ deliveries: { wrongKey: true } });
  await bigcommerce.fire(store, SCOPE, { count: 110 });
  await expect
    .poll(async () => (await bigcommerce.deliveries(store)).deliveries.length, { timeout: SHOWN_MS })
    .toBeGreaterThanOrEqual(110);
  await bigcommerce.endFaults();
  // Of the three minutes, one is left to be watched.
  await bigcommerce.pass(120);

  const app = await openApp(store, { path: "/webhooks" });
  await app.getByRole("button", { name: "Check now" }).click();
  const row = rowOf(app, SCOPE);
  await expect(row.getByText("Paused", { exact: true })).toBeVisible();
  await expect(
    row.getByText(
      /^BigCommerce paused deliveries until .+\. It usually sends the waiting events after that\.$/,
    ),
  ).toBeVisible();
  // There is nothing to do but wait: nobody is asked for anything, and one countdown does for all.
  await expect(app.getByText(/need(s)? attention$/)).toBeHidden();
  await goTo(app, "Overview");
  await expect(
    app.getByText(
      /^We couldn't accept the latest events, and none has arrived since\. BigCommerce paused deliveries until /,
    ),
  ).toBeVisible();
  await expect(app.getByText("1 to do", { exact: true }).first()).toBeVisible();
  const todo = app.getByRole("listitem", { name: /^BigCommerce paused deliveries until / });
  await expect(todo.getByText("Wait", { exact: true })).toBeVisible();
  await expect(todo.getByText(/^You don't need to do anything\./)).toBeVisible();
  // It can be marked as seen, and nothing else is asked for.
  await expect(todo.getByRole("button", { name: /^(?!More actions)/ })).toHaveCount(0);
  await expect(todo.getByText(/^[01]:\d\d left$/)).toHaveCount(1);
  expect(await violations()).toEqual([]);
  await bigcommerce.pass(60);
  await expect(todo).toBeHidden({ timeout: 2 * SHOWN_MS });
});

test("a store that has to accept the app again does so in one click from the app", async ({
  bigcommerce,
  expectFailures,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  const before = await bigcommerce.hooks(store);
  const app = await openApp(store, { path: "/webhooks" });
  await bigcommerce.voidToken(store);
  expectFailures(/ 4\d\d POST .*\/reconcile/, /status of 4\d\d/);
  await app.getByRole("button", { name: "Check now" }).click();
  const row = rowOf(app, SCOPE);
  await expect(row.getByText("Reauthorize", { exact: true })).toBeVisible();
  // One cause, one banner: no row asks for the same, and nothing is offered that cannot work.
  await expect(app.getByRole("heading", { name: "Reauthorize the app" })).toBeVisible();
  await expect(row.getByRole("button", { name: /^Reopen app/ })).toHaveCount(0);
  await expect(switchOf(app, "Order created")).toBeDisabled();
  await goTo(app, "Overview");
  const todo = app.getByRole("region", { name: "To do" });
  await expect(todo.getByRole("listitem")).toHaveCount(1);
  await expect(app.getByRole("heading", { name: "Reauthorize the app" })).toHaveCount(1);
  await expect(app.getByRole("heading", { name: "Overview 1 to do" })).toBeVisible();

  await todo.getByRole("link", { name: "Reopen app" }).click();
  await expect(app.getByText(`${store.name} is connected`)).toBeVisible();
  const again = await openApp(store, { path: "/webhooks" });
  await expect(rowOf(again, SCOPE).getByText("Reauthorize", { exact: true })).toBeHidden();
  expect(await bigcommerce.hooks(store)).toEqual(before);
});

test("while BigCommerce does not answer, each state says how old it is, and is fresh again afterwards", async ({
  bigcommerce,
  expectFailures,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  const row = rowOf(app, SCOPE);
  await expect(row.getByText("Starting").or(row.getByText("Waiting"))).toBeVisible();
  await bigcommerce.faults({ api: "503" });
  expectFailures(/ 50[23] POST .*\/reconcile/, /status of 50[23]/);
  await app.getByRole("button", { name: "Check now" }).press("Enter");
  await expect(row.getByText(/^As of \d+:\d\d [AP]M, .+$/)).toBeVisible();
  await app.getByRole("link", { name: "Overview" }).click();
  await expect(
    app.getByText(
      /^BigCommerce says this store is unavailable \(503\)\. It may be suspended or in maintenance\. We'll try again at .+ No event has arrived yet\./,
    ),
  ).toBeVisible();
  await expect(app.getByText("Waiting", { exact: true })).toBeVisible();
  await bigcommerce.endFaults();
  await app.getByRole("button", { name: "Check now" }).press("Enter");
  await expect(app.getByText(/^All \d+ webhooks are on\. No event has arrived yet\./)).toBeVisible();
});
