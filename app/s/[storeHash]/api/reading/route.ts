import { ReadingChange, ReadingView } from "#lib/contract/changes.ts";
import { readingView, switchReading } from "#lib/features/enrichment/switch.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Whether the store's things are read after events about them. */
  GET: storeRoute({ answer: ReadingView, run: ({ store }) => readingView(store) }),
  /** Switches that on or off, as the owner. */
  PUT: storeRoute({
    isForOwner: true,
    body: ReadingChange,
    answer: ReadingView,
    run: ({ access, body, now }) => switchReading(access, body.isOn, now),
  }),
});
