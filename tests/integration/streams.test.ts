import { afterAll, beforeAll, expect, test } from "vitest";
import { GET } from "#app/s/[storeHash]/api/events/stream/route.ts";
import { config } from "#lib/config/config.ts";
import { metrics } from "#lib/metrics/metrics.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { useApp, type Opened } from "#tests/support/app.ts";
import { useDatabase } from "#tests/support/database.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";

useDatabase();
const app = useApp();

const OF_PERSON_MAX = 10;
let store: SimulatedStore;
let owner: Opened;
let staff: Opened;

beforeAll(async () => {
  store = app.newStore();
  owner = await app.install(store);
  staff = await app.launch(store, { user: "staff" });
});
afterAll(closeNotifications);

/** Streams that are open, as the metrics say. */
const viewers = async () => (await metrics().viewers.get()).values[0]?.value;

/** Opens a live stream as a page does; `leave` is what closing the page does. */
async function openStream({ cookie }: Opened): Promise<{ response: Response; leave(): void }> {
  const gone = new AbortController();
  const request = new Request(`${config().appUrl}/s/${store.hash}/api/events/stream`, {
    headers: { Cookie: cookie },
    signal: gone.signal,
  });
  const response = await GET(request, { params: Promise.resolve({ storeHash: store.hash }) });
  return { response, leave: () => gone.abort() };
}

test("a person has so many streams and no more; another has theirs, and one that ends leaves its place", async () => {
  const mine = [];
  for (let count = 0; count < OF_PERSON_MAX; count++) mine.push(await openStream(owner));
  expect(mine.map(({ response }) => response.status)).toEqual(mine.map(() => 200));

  const refused = await openStream(owner);
  expect(refused.response.status).toBe(429);
  expect(refused.response.headers.get("Retry-After")).toBe("30");
  expect(await refused.response.json()).toMatchObject({ code: "RATE_LIMITED", retryAfterSeconds: 30 });

  const theirs = await openStream(staff);
  expect(await viewers()).toBe(OF_PERSON_MAX + 1);
  expect(theirs.response.status).toBe(200);
  mine[0]?.leave();
  // A reader who goes away is known by the body as well as by the request.
  await mine[1]?.response.body?.cancel();
  const again = [await openStream(owner), await openStream(owner)];
  expect(again.map(({ response }) => response.status)).toEqual([200, 200]);
  expect((await openStream(owner)).response.status).toBe(429);
  for (const each of [...mine, ...again, theirs]) each.leave();
  expect(await viewers()).toBe(0);
});
