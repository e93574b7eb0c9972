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

/** Opens the stream of a store's webhooks; answers what it says, as it says it. */
async function openStream({ hash }: SimulatedStore, { cookie }: Opened, signal: AbortSignal) {
  const request = new Request(`${config().appUrl}/s/${hash}/api/subscriptions/stream`, {
    headers: { Cookie: cookie },
    signal,
  });
  const { body } = await GET(request, { params: Promise.resolve({ storeHash: hash }) });
  const line = { told: 0, hasEnded: false };
  void (async () => {
    const text = new TextDecoderStream();
    for await (const said of body?.pipeThrough(text) ?? []) line.told += said.split("event: gap").length - 1;
    line.hasEnded = true;
  })();
  return line;
}

test("whoever looks at a store hears of its webhooks' changes, not of another store's, and of its leaving", async () => {
  const gone = new AbortController();
  const mine = await openStream(store, owner, gone.signal);
  const theirs = await openStream(other, ofOther, gone.signal);
  const turn = ({ hash }: SimulatedStore, wanted: boolean) =>
    changeSubscriptions(StoreHash.parse(hash), [{ scope: "store/cart/created", wanted }], {
      by: { userId: "1", email: "ana@example.com" },
      now: new Date(),
    });
  const tells = async (line: typeof mine, work: () => Promise<unknown>) => {
    const before = line.told;
    await work();
    await expect.poll(() => line.told).toBeGreaterThan(before);
  };
  // Lines that have just begun may have missed something, and say so.
  await tells(theirs, () => turn(other, true));
  await expect.poll(() => mine.told).toBeGreaterThan(0);
  const before = mine.told;
  await tells(theirs, () => turn(other, false));
  expect(mine.told).toBe(before);
  await tells(mine, () => turn(store, true));

  expect(mine.hasEnded).toBe(false);
  await app.control(`/stores/${store.hash}/uninstall`, {});
  await expect.poll(() => mine.hasEnded).toBe(true);
  expect(theirs.hasEnded).toBe(false);
  gone.abort();
});
