import { bigCommerce, type Store } from "./bigcommerce.ts";
import { goTo, tick } from "./fixtures.ts";
import { openChange, ORDER_PLACED } from "./guide-pictures.ts";
import type { Photographer } from "./photographer.ts";
import { FOLDER, LAPTOP, modeOf, PHONE, takeInBoth, takeScreens, type Screen } from "./screen-pictures.ts";
import { send } from "./trouble.ts";

type Step = NonNullable<Screen["next"]>;

/** Presses a button, and waits for what it opens. */
function press(button: string | RegExp, shows: string | RegExp): Step {
  return async (photographer) => {
    await photographer.app.getByRole("button", { name: button }).first().click();
    await photographer.sees(shows);
  };
}

/** States of a store that is well. */
const OF_A_STORE: readonly Screen[] = [
  { name: "webhook-off", path: "/webhooks/store/order/archived", shows: "Turn on" },
  { name: "webhooks-no-match", path: "/webhooks?q=zebra", shows: "No event types match" },
  {
    name: "webhooks-question",
    path: "/webhooks",
    shows: "Order created",
    next: press(/^Orders and fulfillment/, "Turn on Orders and fulfillment?"),
  },
  { name: "events-no-match", path: "/events?q=order:99999", shows: "No events match these filters" },
  { name: "events-search-unknown", path: "/events?q=status:lost", shows: "No events match these filters" },
  { name: "events-paused", path: "/events", shows: ORDER_PLACED, next: press("Pause", "Paused") },
  { name: "events-selected", path: "/events", shows: ORDER_PLACED, next: select },
  { name: "events-export", path: "/events", shows: ORDER_PLACED, next: press("Export", "Export events") },
  {
    name: "events-filters",
    path: "/events",
    shows: ORDER_PLACED,
    next: press("Filters", "Show events"),
    sizes: [PHONE],
  },
  { name: "event-gone", path: "/events/gone", shows: "This event is no longer in your history" },
  { name: "settings-erase", path: "/events", shows: ORDER_PLACED, next: askToErase },
  {
    name: "offline",
    path: "/overview",
    shows: "Last event",
    next: async ({ page }) => page.context().setOffline(true),
    undo: async ({ page }) => page.context().setOffline(false),
  },
  { name: "session-ended", path: "/overview", shows: "Last event", next: endSession },
];

/** States of a store to which nothing has happened yet. */
const OF_A_NEW_STORE: readonly Screen[] = [
  { name: "welcome-new", path: "/welcome?step=watch", shows: "Waiting for your first event" },
  { name: "overview-new", path: "/overview", shows: "No event has arrived yet." },
  { name: "events-new", path: "/events", shows: "No events yet" },
  { name: "destinations-empty", path: "/destinations", shows: "No destinations yet" },
];

const OF_BROKEN_WEBHOOKS: readonly Screen[] = [
  { name: "webhook-trouble", path: "/webhooks?show=attention", shows: "need attention", next: openBroken },
  { name: "plan", path: "/overview", shows: /^Found /, next: press("Check now", "What will change") },
];

const OF_DEAD_LETTERS: readonly Screen[] = [
  { name: "destinations-rejected", path: "/destinations", shows: "didn't reach Shipping" },
  {
    name: "destination-rejected",
    path: "/destinations",
    shows: "didn't reach Shipping",
    next: async (photographer) => {
      await photographer.app.getByRole("link", { name: "View events Shipping" }).click();
      await photographer.sees("Shipping rejected it (422).");
    },
  },
];

async function select({ app }: Photographer): Promise<void> {
  const boxes = app.getByRole("table").getByRole("checkbox");
  for (const index of [0, 1]) await tick(boxes.nth(index));
}

async function endSession(photographer: Photographer): Promise<void> {
  await photographer.page.context().clearCookies();
  await press("Check now", "Your session ended")(photographer);
}

async function askToErase(photographer: Photographer): Promise<void> {
  await openChange(photographer);
  const { app } = photographer;
  await app.getByRole("dialog").getByRole("button", { name: "More actions" }).click();
  await app.getByRole("menuitem", { name: "Erase data" }).click();
  await photographer.sees(/^We keep \d+ event/);
}

async function openBroken({ app }: Photographer): Promise<void> {
  await app.locator("a[id^='webhook-']").first().click();
  await app.getByRole("dialog").waitFor();
}

/** Takes what can be seen of a store that is well, besides its screens as they are opened. */
export function storeStates(photographer: Photographer): Promise<void> {
  return takeInBoth(photographer, OF_A_STORE);
}

/** Takes the states of a store to which nothing has happened yet. */
export function newStoreStates(photographer: Photographer): Promise<void> {
  return takeInBoth(photographer, OF_A_NEW_STORE);
}

/** Takes the states of a store of which four webhooks are broken. */
export function brokenStates(photographer: Photographer): Promise<void> {
  return takeInBoth(photographer, OF_BROKEN_WEBHOOKS);
}

/** Adds a destination by its form, tries it, and takes what is said then; in each mode one. */
export async function madeDestinations(photographer: Photographer): Promise<void> {
  for (const [index, name] of ["Warehouse", "Bookkeeping"].entries()) {
    const { url } = await bigCommerce(photographer.product).addReceiver();
    const made: Screen = {
      name: "destination-made",
      path: "/destinations/new",
      shows: "From when?",
      next: async ({ app }) => {
        await app.getByLabel("Name").fill(name);
        await app.getByRole("textbox", { name: "Address" }).fill(url);
        await app.getByRole("button", { name: "Add destination" }).click();
        await photographer.sees(`${name} is added`);
        await press("Send test event", /^Answered 200 in \d/)(photographer);
      },
    };
    await takeScreens(photographer, [made], index > 0);
  }
}

/** Has a destination reject an event for good, and takes what is said of it. */
export async function deadLetters(photographer: Photographer, store: Store): Promise<void> {
  const bigcommerce = bigCommerce(photographer.product);
  const receiver = await bigcommerce.addReceiver();
  await bigcommerce.answer(receiver, 422, { "webhook-delivery": "abort-message" });
  await photographer.openAt("/overview", LAPTOP);
  await send(photographer.app, store, [
    "POST",
    "destinations",
    { name: "Shipping", url: receiver.url, eventTypes: ["store/order/*"] },
  ]);
  await bigcommerce.fire(store, "store/order/created", { data: { type: "order", id: 1023 } });
  await takeInBoth(photographer, OF_DEAD_LETTERS);
}

/** Has BigCommerce answer nothing, then end the app's token, and takes what Webhooks and Overview say of each. */
export async function bigCommerceStates(photographer: Photographer, store: Store): Promise<void> {
  const bigcommerce = bigCommerce(photographer.product);
  const { app } = photographer;
  const takeTwo = async (state: string, shows: string | RegExp) => {
    await press("Check now", shows)(photographer);
    for (const isTechnical of [false, true]) {
      await photographer.showTechnicalDetails(isTechnical);
      for (const section of ["Webhooks", "Overview"] as const) {
        await app.locator("html").evaluate(() => location.reload());
        await goTo(app, section);
        await photographer.sees(shows);
        await photographer.rest();
        const name = `${section.toLowerCase()}-${state}-${modeOf(isTechnical)}-1280`;
        await photographer.take(`${FOLDER}/${name}.webp`);
      }
    }
  };
  await photographer.openAt("/webhooks", LAPTOP);
  await bigcommerce.faults({ api: "503" });
  await takeTwo("unavailable", /^As of |says this store is unavailable/);
  await bigcommerce.endFaults();
  await photographer.openAt("/webhooks", LAPTOP);
  await bigcommerce.voidToken(store);
  await takeTwo("reauthorize", "Reauthorize the app");
}
