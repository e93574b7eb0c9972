import type { Photographer } from "./photographer.ts";

const FOLDER = "docs/guide/pictures";
/** A laptop's window less the bars of browser and shop; the app's frame is 240 px narrower. */
const WINDOW = { width: 1280, height: 900 };

/**
 * What the log says of the order that is placed before pictures are taken. That it "was created" stands in a row of its own
 * only where no cart became it.
 */
export const ORDER_PLACED = "became order";

interface Picture {
  name: string;
  /** Below the app's page in the panel. */
  path: string;
  /** What is there once the screen is whole. */
  until: (photographer: Photographer) => Promise<void>;
  /** Of the frame, from its top. */
  heightPx: number;
}

const PICTURES: readonly Picture[] = [
  { name: "overview", path: "/overview", until: sees("Nothing waits"), heightPx: 640 },
  { name: "webhooks", path: "/webhooks", until: sees("Order created"), heightPx: 640 },
  { name: "events", path: "/events", until: sees(ORDER_PLACED), heightPx: 640 },
  { name: "event", path: "/events", until: openChange, heightPx: 640 },
  { name: "destinations", path: "/destinations", until: sees("events in 24 hours"), heightPx: 420 },
  { name: "alerts", path: "/settings/alerts", until: sees("Email"), heightPx: 560 },
  { name: "privacy", path: "/settings/privacy", until: sees("days"), heightPx: 560 },
];

function sees(text: string): Picture["until"] {
  return (photographer) => photographer.sees(text);
}

/** Opens the newest event that says what changed. */
export async function openChange({ app }: Photographer): Promise<void> {
  await app.locator("[id^='event-']").filter({ hasText: "→" }).first().click();
  await app.getByRole("heading", { name: "What changed" }).waitFor();
}

/** Takes the guide's pictures, of screens as merchants see them. */
export async function guidePictures(photographer: Photographer): Promise<void> {
  for (const { name, path, until, heightPx } of PICTURES) {
    await photographer.openAt(path, WINDOW);
    await until(photographer);
    await photographer.rest();
    await photographer.take(`${FOLDER}/${name}.png`, heightPx);
  }
}

/** Takes the guide's picture of a store with trouble. */
export async function troublePicture(photographer: Photographer): Promise<void> {
  await photographer.openAt("/overview", WINDOW);
  await photographer.app.getByRole("heading", { name: "To do", exact: true }).waitFor();
  await photographer.rest();
  await photographer.take(`${FOLDER}/to-do.png`, 640);
}
