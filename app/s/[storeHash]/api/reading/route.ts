import { ReadingChange, ReadingView } from "#lib/contract/changes.ts";
import { readingView, switchReading } from "#lib/features/enrichment/switch.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";

/** Whether the store's things are read after events about them. */
export const GET = storeRoute({ answer: ReadingView, run: ({ store }) => readingView(store) });

/** Switches that on or off, as the owner. */
export const PUT = storeRoute({
  isForOwner: true,
  body: ReadingChange,
  answer: ReadingView,
  run: ({ access, body, now }) => switchReading(access, body.isOn, now),
});

const refuse = methodNotAllowed("GET", "HEAD", "PUT");
export { refuse as DELETE, refuse as PATCH, refuse as POST };
