import { flip } from "./fixtures.ts";
import { openChange, ORDER_PLACED } from "./guide-pictures.ts";
import type { Photographer } from "./photographer.ts";

const FOLDER = "docs/images/screens";
/** High, so that little of a screen lies below the picture. */
const LAPTOP = { width: 1280, height: 1500 };
const PHONE = { width: 390, height: 1300 };
/** Longer lists say nothing more. */
const HEIGHT_MAX_PX = 1_400;

interface Screen {
  name: string;
  path: string;
  /** A text that is there once the screen is whole. */
  shows: string;
  /** What is done before the picture is taken. */
  next?: (photographer: Photographer) => Promise<void>;
  /** Whether a picture of a phone is taken, too. */
  isOnPhones?: boolean;
  /** Merchants are not led there. */
  isForDevelopers?: boolean;
}

const SCREENS: readonly Screen[] = [
  { name: "welcome", path: "/welcome", shows: "What Keeper does" },
  { name: "welcome-watch", path: "/welcome?step=watch", shows: "event" },
  { name: "overview", path: "/overview", shows: "Last event", isOnPhones: true },
  { name: "webhooks", path: "/webhooks", shows: "Order created", isOnPhones: true },
  { name: "webhook", path: "/webhooks/store/order/created", shows: "Last event" },
  { name: "events", path: "/events", shows: ORDER_PLACED, isOnPhones: true },
  { name: "event", path: "/events", shows: ORDER_PLACED, next: openChange },
  { name: "destinations", path: "/destinations", shows: "events in 24 hours", isOnPhones: true },
  { name: "destination-new", path: "/destinations/new", shows: "From when?" },
  {
    name: "destination",
    path: "/destinations",
    shows: "events in 24 hours",
    next: openDestination("Warehouse"),
  },
  {
    name: "destination-settings",
    path: "/destinations",
    shows: "events in 24 hours",
    next: openDestination("Warehouse", "Settings"),
  },
  {
    name: "destination-activity",
    path: "/destinations",
    shows: "events in 24 hours",
    next: openDestination("Warehouse", "Activity"),
  },
  { name: "settings-general", path: "/settings/general", shows: "People", isOnPhones: true },
  { name: "settings-alerts", path: "/settings/alerts", shows: "Email" },
  { name: "settings-privacy", path: "/settings/privacy", shows: "Erase data" },
  { name: "settings-developer", path: "/settings/developer", shows: "Permissions", isForDevelopers: true },
  { name: "settings-activity", path: "/settings/activity", shows: "Export as CSV" },
];

const TROUBLE: readonly Screen[] = [
  { name: "overview-trouble", path: "/overview", shows: "To do", isOnPhones: true },
  { name: "webhooks-trouble", path: "/webhooks?show=attention", shows: "need attention" },
  { name: "events-trouble", path: "/events", shows: "4 things to do" },
];

/** Of a store with a destination that takes nothing, and one that is off. */
const ILL_DESTINATIONS: readonly Screen[] = [
  { name: "destinations-trouble", path: "/destinations", shows: "Next try", isOnPhones: true },
  { name: "destination-ill", path: "/destinations", shows: "Next try", next: openDestination("Shipping") },
  { name: "destination-off", path: "/destinations", shows: "Next try", next: openDestination("Accounting") },
];

const NO_DESTINATIONS: readonly Screen[] = [
  { name: "destinations-empty", path: "/destinations", shows: "No destinations yet" },
];

/** Opens a destination from their list, and a part of it. */
function openDestination(name: string, part?: string): NonNullable<Screen["next"]> {
  return async ({ app }) => {
    await app.getByRole("link", { name, exact: true }).click();
    const parts = app.getByRole("navigation", { name: "Parts of this destination" });
    await parts.waitFor();
    if (part !== undefined) await parts.getByRole("link", { name: part }).click();
  };
}

async function takeScreens(
  photographer: Photographer,
  screens: readonly Screen[],
  isTechnical: boolean,
): Promise<void> {
  await photographer.showTechnicalDetails(isTechnical);
  const mode = isTechnical ? "developer" : "merchant";
  for (const { name, path, shows, next, isOnPhones = false, isForDevelopers = false } of screens) {
    if (isForDevelopers && !isTechnical) continue;
    for (const size of isOnPhones ? [LAPTOP, PHONE] : [LAPTOP]) {
      await photographer.openAt(path, size);
      await photographer.sees(shows);
      await next?.(photographer);
      await photographer.rest();
      await photographer.take(`${FOLDER}/${name}-${mode}-${size.width}.webp`, HEIGHT_MAX_PX);
    }
  }
}

/** Takes every screen of a store that is well, as merchants see it or as developers do. */
export function screenPictures(photographer: Photographer, isTechnical: boolean): Promise<void> {
  return takeScreens(photographer, SCREENS, isTechnical);
}

/** Takes the screens that look another way once four webhooks are broken. */
export function troublePictures(photographer: Photographer, isTechnical: boolean): Promise<void> {
  return takeScreens(photographer, TROUBLE, isTechnical);
}

/** Takes the screens of destinations of a store where two of them have trouble; one of those is turned off here. */
export async function illDestinationPictures(photographer: Photographer): Promise<void> {
  await photographer.openAt("/destinations", LAPTOP);
  await flip(photographer.app.getByRole("switch", { name: "Accounting" }));
  for (const isTechnical of [false, true]) await takeScreens(photographer, ILL_DESTINATIONS, isTechnical);
}

/** Takes the screen of a store that has no destination. */
export async function noDestinationPictures(photographer: Photographer): Promise<void> {
  for (const isTechnical of [false, true]) await takeScreens(photographer, NO_DESTINATIONS, isTechnical);
}

/** Takes the pages that say one thing, and the guide. The last of them is seen after the app was uninstalled. */
export async function fullPagePictures(
  photographer: Photographer,
  uninstall: () => Promise<unknown>,
): Promise<void> {
  const size = { width: 1040, height: 760 };
  await photographer.takePage(`${FOLDER}/guide.webp`, "/guide", { ...size, height: 1_200 });
  await photographer.takePage(`${FOLDER}/launch-failed.webp`, "/launch-failed?reason=link_expired", size);
  await photographer.takePage(`${FOLDER}/outside.webp`, "/", size);
  await photographer.openAt("/overview", LAPTOP);
  await uninstall();
  await photographer.sees("The app was removed from this store");
  await photographer.rest();
  await photographer.take(`${FOLDER}/uninstalled.webp`, 760);
}
