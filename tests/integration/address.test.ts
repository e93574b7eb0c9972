import { useApp } from "#tests/support/app.ts";
import { expect, test } from "vitest";
import { config } from "#lib/config/config.ts";
import { database } from "#lib/platform/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { checkStore } from "#lib/jobs/check-store.ts";
import { enqueueMovedStores, storeAddresses } from "#lib/jobs/moved-stores.ts";
import { reconcileStore } from "#lib/features/subscriptions/reconcile.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useHooks } from "#tests/support/hooks.ts";

useDatabase();
const app = useApp();
const hooks = useHooks(app);

const patience = { timeoutMs: 2_000, waitMsMax: 0 };

/** A store whose hooks deliver to where the app was before. */
async function movedStore(): Promise<StoreHash> {
  const store = app.newStore();
  await app.install(store);
  const hash = StoreHash.parse(store.hash);
  await checkStore(hash, { now: new Date(), patience, isFirst: true });
  for (const hook of hooks.ours(hash)) {
    await hooks.change(hook, { destination: `https://old.example.com/api/webhooks/${hash}` });
  }
  await reconcileStore(hash, { by: "keeper", now: new Date(), isDryRun: true, patience });
  return hash;
}

test("after the app has moved the stores follow one after another, and one that cannot is named", async () => {
  const moved = [await movedStore(), await movedStore(), await movedStore()].toSorted();
  const [first, second, last] = moved;
  if (!first || !second || !last) throw new Error("There are three stores");
  await database().prisma.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  const { appUrl } = config();
  const webhooks = hooks.ours(first).length;
  expect(await storeAddresses(appUrl)).toEqual(
    moved.map((storeHash) => ({ storeHash, webhooks, here: 0, failure: null })),
  );

  const now = new Date();
  expect(await enqueueMovedStores(appUrl, now)).toBe(3);
  // Said twice, it is done once and no later.
  expect(await enqueueMovedStores(appUrl, new Date(now.getTime() + 60_000))).toBe(3);
  const jobs = await database().prisma.$queryRaw<{ hash: string; runAt: Date }[]>`
    SELECT payload ->> 'storeHash' AS hash, run_at AS "runAt"
    FROM graphile_worker._private_jobs ORDER BY run_at`;
  expect(jobs.map(({ hash, runAt }) => [hash, runAt.getTime() - now.getTime()])).toEqual([
    [first, 0],
    [second, 500],
    [last, 1_000],
  ]);

  await checkStore(first, { now, patience, isFirst: false });
  expect(await storeAddresses(appUrl)).toMatchObject([{ here: webhooks }, { here: 0 }, { here: 0 }]);
  expect(new Set(hooks.ours(first).map(({ destination }) => destination))).toEqual(
    new Set([`${appUrl}/api/webhooks/${first}`]),
  );

  await app.control("/faults", { api: "401" });
  await checkStore(second, { now, patience, isFirst: false });
  await app.control("/faults", { api: "none" });
  await checkStore(last, { now, patience, isFirst: false });
  expect(await storeAddresses(appUrl)).toMatchObject([
    { here: webhooks, failure: null },
    { here: 0, failure: "NEEDS_REAUTHORISATION" },
    { here: webhooks, failure: null },
  ]);
});
