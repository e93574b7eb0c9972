import { DestinationPreview, PreviewInput } from "#lib/contract/destination-preview.ts";
import { previewOf } from "#lib/features/forwarding/preview.ts";
import { admitPreview } from "#lib/http/rate-limit.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** What a destination that is being typed would be sent of an event; the owner alone may ask, and nothing is sent. */
  POST: storeRoute({
    isForOwner: true,
    body: PreviewInput,
    answer: DestinationPreview,
    run: async ({ store, access, body, now }) => {
      await admitPreview(store);
      return previewOf(access, body, now);
    },
  }),
});
