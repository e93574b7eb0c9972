import { useApp } from "#tests/support/app.ts";
import { expect, test } from "vitest";
import { config } from "#lib/config/config.ts";
import { database } from "#lib/platform/db/client.ts";
import { EXCEPTION_SCOPE, exceptionAddress } from "#lib/features/receiver/addresses.ts";
import { StoreHash } from "#lib/ids.ts";
import { checkStore } from "#lib/jobs/check-store.ts";
import { storeCredentials } from "#lib/features/stores/records.ts";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useHooks } from "#tests/support/hooks.ts";

useDatabase();
const app = useApp({ receives: true });
const hooks = useHooks(app);

test("without EXCEPTION_URL nothing is registered, an earlier hook goes, and nobody answers at its address", async () => {
  const store = app.newStore();
  await app.install(store);
  const hash = StoreHash.parse(store.hash);
  const check = () =>
    checkStore(hash, { now: new Date(), patience: { timeoutMs: 2_000, waitMsMax: 0 }, isFirst: true });
  await check();
  expect(hooks.ours(hash).map(({ scope }) => scope)).not.toContain(EXCEPTION_SCOPE);

  await hooks.make(hash, {
    scope: EXCEPTION_SCOPE,
    destination: exceptionAddress("https://alarm.example.com", hash),
  });
  await check();
  // What another installation made stays; this one made it while it had an address for it.
  expect(hooks.only(hash, EXCEPTION_SCOPE).is_active).toBe(true);
  await database().prisma.hook.updateMany({
    where: { storeHash: hash, scope: EXCEPTION_SCOPE },
    data: { isOurs: true },
  });
  await check();
  expect(hooks.ours(hash).map(({ scope }) => scope)).not.toContain(EXCEPTION_SCOPE);

  const { webhookSecret = "" } = (await storeCredentials(hash)) ?? {};
  const url = exceptionAddress(config().appUrl, hash);
  const headers = { [SECRET_HEADER]: webhookSecret };
  expect((await fetch(url, { method: "POST", headers, body: "{}" })).status).toBe(404);
});
