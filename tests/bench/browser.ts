import { chromium, type Browser } from "@playwright/test";
import type { LabSession } from "./session.ts";

const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];

/** Starts a Chromium without a window; who asks ends it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), ...FLAGS],
  });
}

/** A session's cookie as a browser context takes it: the app's own, for one store. Pure. */
export function cookieOf(origin: string, storeHash: string, { name, value }: LabSession["cookie"]) {
  return { name, value, domain: new URL(origin).hostname, path: `/s/${storeHash}`, httpOnly: true };
}
