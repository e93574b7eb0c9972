import { TestNews, TestRequest } from "#lib/contract/test-events.ts";
import { eventStream, type ServerSentEvent } from "#lib/http/event-stream.ts";
import { admitTestEvent } from "#lib/http/rate-limit.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { carryOutTest, prepareTest, type PreparedTest } from "#lib/features/test-events/test-event.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Sends a test event to the store's own address, and tells each step as server-sent events. */
  POST: storeRoute({
    body: TestRequest,
    run: async ({ store, access, body: { scope }, now, request, isStillAllowed }) => {
      await admitTestEvent(store);
      const test = await prepareTest(access, scope, now);
      return eventStream(request, (signal) => messages(test, signal), isStillAllowed);
    },
  }),
});

async function* messages(
  test: PreparedTest,
  signal: AbortSignal,
): AsyncGenerator<readonly ServerSentEvent[], void, undefined> {
  for await (const news of carryOutTest(test, { signal }))
    yield [{ id: null, event: "news", data: TestNews.parse(news) }];
}
