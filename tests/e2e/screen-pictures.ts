import { flip } from "./fixtures.ts";
import { openChange, ORDER_PLACED } from "./guide-pictures.ts";
import type { Photographer, Size } from "./photographer.ts";

export const FOLDER = "docs/images/screens";
/** High, so that little of a screen lies below the picture. */
export const LAPTOP = { width: 1280, height: 1500 };
/** So high that all of a form is in it. */
const LONG = { width: 1280, height: 2_800 };
/** So high that all of a drawer is in it. */
const TALL = { width: 1280, height: 1_900 };
export const PHONE = { width: 390, height: 1300 };
const BOTH = [LAPTOP, PHONE];

export interface Screen {
  name: string;
  path: string;
  /** A text that is there once the screen is whole. */
  shows: string | RegExp;
  /** What is done before the picture is taken. */
  next?: (photographer: Photographer) => Promise<void>;
  /** What is undone afterwards. */
  undo?: (photographer: Photographer) => Promise<void>;
  /** Of the windows in which it is taken; a laptop's without. */
  sizes?: readonly Size[];
  /** Merchants are not led there. */
  isForDevelopers?: boolean;
}

const SCREENS: readonly Screen[] = [
  { name: "welcome", path: "/welcome", shows: "What Keeper does" },
  { name: "welcome-watch", path: "/welcome?step=watch", shows: "event" },
  { name: "overview", path: "/overview", shows: "Last event", sizes: BOTH },
  { name: "webhooks", path: "/webhooks", shows: "Order created", sizes: BOTH },
  { name: "webhook", path: "/webhooks/store/order/created", shows: "Last event" },
  { name: "events", path: "/events", shows: ORDER_PLACED, sizes: BOTH },
  { name: "event", path: "/events", shows: ORDER_PLACED, next: openChange, sizes: [TALL] },
  { name: "destinations", path: "/destinations", shows: "events in 24 hours", sizes: BOTH },
  { name: "destination-new", path: "/destinations/new", shows: "From when?", sizes: [LONG] },
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
    sizes: [LONG],
  },
  {
    name: "destination-activity",
    path: "/destinations",
    shows: "events in 24 hours",
    next: openDestination("Warehouse", "Activity"),
  },
  { name: "settings-general", path: "/settings/general", shows: "People", sizes: [TALL, PHONE] },
  { name: "settings-alerts", path: "/settings/alerts", shows: "Email" },
  { name: "settings-privacy", path: "/settings/privacy", shows: "Erase data" },
  { name: "settings-developer", path: "/settings/developer", shows: "Permissions", isForDevelopers: true },
  { name: "settings-activity", path: "/settings/activity", shows: "Export as CSV" },
];

const TROUBLE: readonly Screen[] = [
  { name: "overview-trouble", path: "/overview", shows: /^Found /, sizes: BOTH },
  { name: "webhooks-trouble", path: "/webhooks?show=attention", shows: "need attention" },
  { name: "events-trouble", path: "/events", shows: "4 things to do" },
];

/** Of a store with a destination that takes nothing, and one that is off. */
const ILL_DESTINATIONS: readonly Screen[] = [
  { name: "destinations-trouble", path: "/destinations", shows: /^\(\d:\d\d\)$/, sizes: BOTH },
  { name: "destination-ill", path: "/destinations", shows: "Next try", next: openDestination("Shipping") },
  { name: "destination-off", path: "/destinations", shows: "Next try", next: openDestination("Accounting") },
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

/** How those who see technical details are called in the names of pictures, and those who see none. */
export const modeOf = (isTechnical: boolean) => (isTechnical ? "developer" : "merchant");

/** Takes screens, as merchants see them or as developers do. */
export async function takeScreens(
  photographer: Photographer,
  screens: readonly Screen[],
  isTechnical: boolean,
): Promise<void> {
  await photographer.showTechnicalDetails(isTechnical);
  for (const { name, path, shows, next, undo, sizes = [LAPTOP], isForDevelopers = false } of screens) {
    if (isForDevelopers && !isTechnical) continue;
    for (const size of sizes) {
      await photographer.openAt(path, size);
      await photographer.sees(shows);
      await next?.(photographer);
      await photographer.rest();
      await photographer.take(`${FOLDER}/${name}-${modeOf(isTechnical)}-${size.width}.webp`);
      await undo?.(photographer);
    }
  }
}

/** Takes screens in both technical modes. */
export async function takeInBoth(photographer: Photographer, screens: readonly Screen[]): Promise<void> {
  for (const isTechnical of [false, true]) await takeScreens(photographer, screens, isTechnical);
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
  await takeInBoth(photographer, ILL_DESTINATIONS);
}

/** Takes the pages that say one thing, and the guide. The last of them is seen after the app was uninstalled. */
export async function fullPagePictures(
  photographer: Photographer,
  uninstall: () => Promise<unknown>,
): Promise<void> {
  const size = { width: 1040, height: 480 };
  await photographer.takePage(`${FOLDER}/guide.webp`, "/guide", { ...size, height: 1_200 });
  await photographer.takePage(`${FOLDER}/launch-failed.webp`, "/launch-failed?reason=link_expired", size);
  await photographer.takePage(`${FOLDER}/outside.webp`, "/", size);
  await photographer.openAt("/overview", LAPTOP);
  await uninstall();
  await photographer.sees("The app was removed from this store");
  await photographer.rest();
  await photographer.take(`${FOLDER}/uninstalled.webp`);
}
