import { EnrichmentChange, EnrichmentView } from "#lib/contract/changes.ts";
import { enrichmentView, switchEnrichment } from "#lib/features/enrichment/switch.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Whether the store's things are read after events about them. */
  GET: storeRoute({ answer: EnrichmentView, run: ({ store }) => enrichmentView(store) }),
  /** Switches that on or off, as the owner. */
  PUT: storeRoute({
    isForOwner: true,
    body: EnrichmentChange,
    answer: EnrichmentView,
    run: ({ access, body, now }) => switchEnrichment(access, body.isOn, now),
  }),
});
