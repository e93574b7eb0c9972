import { expect, test } from "vitest";
import { shareLink } from "./share-link.ts";

const PANEL = "https://store-abc.mybigcommerce.com/manage";

test.each([
  [`${PANEL}/app/43281`, "/s/abc/events?q=1023", `${PANEL}/app/43281/events?q=1023`],
  [
    "http://localhost:3999/manage/abc/app",
    "/s/abc/events/MTc2",
    "http://localhost:3999/manage/abc/app/events/MTc2",
  ],
  [`${PANEL}/app/43281`, "/s/abc/webhooks/store/order/*", `${PANEL}/app/43281/webhooks/store/order/*`],
  // Only the panel's front is known: no link leads further.
  [`${PANEL}/`, "/s/abc/events", null],
  [undefined, "/s/abc/events", null],
  [`${PANEL}/app/43281`, "/s/other/events", null],
  [`${PANEL}/app/43281`, `/s/abc/events?q=${"x".repeat(2_000)}`, null],
])("from %s to %s", (reopenUrl, path, expected) => {
  expect(shareLink("abc", reopenUrl, path)).toBe(expected);
});
