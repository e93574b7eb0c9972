import { afterAll, beforeAll, expect, test } from "vitest";
import { GET } from "#app/s/[storeHash]/api/subscriptions/stream/route.ts";
import { config } from "#lib/config/config.ts";
import { changeSubscriptions } from "#lib/features/subscriptions/change.ts";
import { StoreHash } from "#lib/ids.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { useApp, type Opened } from "#tests/support/app.ts";
import { useDatabase } from "#tests/support/database.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";

useDatabase();
const app = useApp();

let store: SimulatedStore;
let other: SimulatedStore;
let owner: Opened;
let ofOther: Opened;

beforeAll(async () => {
  store = app.newStore();
  other = app.newStore();
  owner = await app.install(store);
  ofOther = await app.install(other);
});
afterAll(closeNotifications);

/** Opens the stream of a store's webhooks; answers a function that waits for the next thing that it says. */
async function openStream({ hash }: SimulatedStore, { cookie }: Opened, signal: AbortSignal) {
  const request = new Request(`${config().appUrl}/s/${hash}/api/subscriptions/stream`, {
    headers: { Cookie: cookie },
    signal,
  });
  const response = await GET(request, { params: Promise.resolve({ storeHash: hash }) });
  const reader = response.body?.getReader();
  const next = async () => new TextDecoder().decode((await reader?.read())?.value);
  expect(await next()).toContain("welcome");
  return next;
}

test("whoever looks at a store's webhooks hears of their changes, and not of another store's", async () => {
  const gone = new AbortController();
  const [mine, theirs] = [
    await openStream(store, owner, gone.signal),
    await openStream(other, ofOther, gone.signal),
  ];
  const turnOn = ({ hash }: SimulatedStore) =>
    changeSubscriptions(StoreHash.parse(hash), [{ scope: "store/cart/created", wanted: true }], {
      by: { userId: "1", email: "ana@example.com" },
      now: new Date(),
    });
  // A line that has just begun may have missed something, and says so.
  expect(await mine()).toContain("event: gap");
  const heard = mine();
  await turnOn(other);
  const first = await Promise.race([heard.then(() => "mine"), theirs().then(() => "theirs")]);
  expect(first).toBe("theirs");
  await turnOn(store);
  expect(await heard).toContain("event: gap");
  gone.abort();
});
