import { logged } from "#tests/support/captured-log.ts";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { GET as askHealth } from "#app/api/health/route.ts";
import { POST as deliver } from "#app/api/webhooks/[storeHash]/route.ts";
import { config } from "#lib/config/config.ts";
import { parseKeyRing, type KeyRing } from "#lib/crypto/key-ring.ts";
import { seal } from "#lib/crypto/seal.ts";
import { database } from "#lib/platform/db/client.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { StoreHash } from "#lib/ids.ts";
import { webhookSecretColumn, accessTokenColumn } from "#lib/crypto/sealed-columns.ts";
import { findStore } from "#lib/features/stores/records.ts";
import { reconcileStore } from "#lib/features/subscriptions/reconcile.ts";
import { closeReceiver } from "#lib/features/receiver/receive.ts";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { signedDeliveries } from "#tests/lab/deliveries.ts";
import { newSecret, startCommand } from "#tests/support/command.ts";
import { useDatabase } from "#tests/support/database.ts";

/** What an operator waits for, before they look at something else. */
const REFUSED_WITHIN_MS = 10_000;

useDatabase();
beforeAll(() => ensurePartitions(new Date(), new Date()));
afterEach(async () => {
  await closeReceiver();
  await database().pool.query("DELETE FROM stores");
  logged.length = 0;
});
afterAll(closeReceiver);

function ringOf(text: string): KeyRing {
  const parsed = parseKeyRing(text);
  if ("faults" in parsed) throw new Error(parsed.faults.join());
  return parsed.ring;
}
/** The key of a database that was used with other settings. */
const LOST = ringOf(`lost:${newSecret()}`);

async function addStores(hashes: readonly string[], ring: KeyRing): Promise<void> {
  for (const hash of hashes)
    await database().pool.query(
      "INSERT INTO stores (hash, access_token_sealed, webhook_secret_sealed, installed_at) VALUES ($1, $2, $3, now())",
      [
        hash,
        seal("a token", accessTokenColumn(hash), ring),
        seal("a secret that is long enough", webhookSecretColumn(hash), ring),
      ],
    );
}
async function send(storeHash: string, count: number): Promise<number[]> {
  const sender = { storeHash, clientSecret: config().bigcommerce.clientSecret, webhookSecret: "" };
  const statuses: number[] = [];
  for (const { body, headers } of signedDeliveries(count, sender, new Date())) {
    const { [SECRET_HEADER]: _, ...signed } = headers;
    const request = new Request(`${config().appUrl}/api/webhooks/${storeHash}`, {
      method: "POST",
      body,
      headers: signed,
    });
    statuses.push((await deliver(request, { params: Promise.resolve({ storeHash }) })).status);
  }
  return statuses;
}
const health = async () => (await (await askHealth()).json()) as Record<string, string>;
const lines = (message: string) =>
  logged.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === message);

test("keys that open nothing: health says so before a delivery comes, and the log why deliveries are refused", async () => {
  await addStores(["one", "two"], LOST);
  expect(await health()).toMatchObject({ status: "failing", database: "ok", receiver: "failing" });
  expect(lines("the receiver of deliveries cannot be opened")).toMatchObject([
    { err: { code: "SEAL_BROKEN" }, times: 1 },
  ]);
  expect(await send("one", 20)).toEqual(Array(20).fill(503));
  expect(lines("deliveries were not committed")).toMatchObject([{ err: { code: "SEAL_BROKEN" }, times: 1 }]);
});

test("one store that no key opens: the others go on, the log names it, and the store is asked to install again", async () => {
  await addStores(["well"], config().encryptionKeys);
  await addStores(["spoilt"], LOST);
  expect(await send("well", 1)).toEqual([200]);
  expect(await send("spoilt", 1)).toEqual([200]);
  expect(await health()).toMatchObject({ status: "ok", receiver: "ok" });
  expect(lines("no key of ENCRYPTION_KEYS opens the webhook secrets of some stores")).toMatchObject([
    { stores: 1, named: ["spoilt"] },
  ]);
  const spoilt = StoreHash.parse("spoilt");
  await expect(reconcileStore(spoilt, { by: "keeper", now: new Date() })).rejects.toMatchObject({
    code: "NEEDS_REAUTHORISATION",
  });
  expect(await findStore(spoilt)).toMatchObject({
    needsReauthorisation: true,
    checkFailure: "NEEDS_REAUTHORISATION",
  });
});

test.each(["scripts/start.ts", "scripts/worker.ts"])(
  "%s refuses keys that open nothing, in a sentence and at once",
  async (script) => {
    await addStores(["one", "two"], LOST);
    const startedMs = performance.now();
    const command = startCommand(script, { ENCRYPTION_KEYS: `2026a:${newSecret()}` });
    expect(await command.ended).toBe(1);
    expect(performance.now() - startedMs).toBeLessThan(REFUSED_WITHIN_MS);
    const { stderr, stdout } = command;
    expect(stderr).toContain(
      "ENCRYPTION_KEYS opens none of the secrets in this database: 4 values were sealed under lost, which is not given.",
    );
    expect(stderr).not.toContain("    at ");
    // It is for the log, which has not begun.
    expect(stdout).toBe("");
  },
);
