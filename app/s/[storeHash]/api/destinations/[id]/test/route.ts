import { DestinationTest } from "#lib/contract/destinations.ts";
import { sendTest } from "#lib/features/forwarding/send-test.ts";
import { admitDestinationTest } from "#lib/http/rate-limit.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Sends a test event to a destination; the owner alone may, and not often: its address may be anyone's. */
  POST: storeRoute({
    isForOwner: true,
    answer: DestinationTest,
    run: async ({ store, access, params: { id = "" }, now }) => {
      await admitDestinationTest(store);
      return { attempt: await sendTest(access, id, now) };
    },
  }),
});
