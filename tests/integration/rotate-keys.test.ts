import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  alertSecretColumn,
  destinationSecretsColumn,
  destinationUrlColumn,
} from "#lib/crypto/sealed-columns.ts";
import { parseKeyRing } from "#lib/crypto/key-ring.ts";
import { seal, unseal } from "#lib/crypto/seal.ts";
import { database } from "#lib/platform/db/client.ts";
import { withLock } from "#lib/platform/db/lock.ts";
import { closeNotifications, subscribe } from "#lib/platform/db/notifications.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { StoreHash } from "#lib/ids.ts";
import {
  SEALED_COLUMNS,
  countByKey,
  readSealed,
  replaceSealed,
} from "#lib/features/secrets/rotate-keys.records.ts";
import { webhookSecretColumn, accessTokenColumn } from "#lib/crypto/sealed-columns.ts";
import { STORES_CHANNEL } from "#lib/platform/db/channels.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { saveInstalledStore, storeCredentials } from "#lib/features/stores/records.ts";
import { webhookSecrets } from "#lib/features/stores/secrets.records.ts";
import { answerArrival, receiverPath } from "#lib/features/receiver/listener.ts";
import { closeReceiver, receiver } from "#lib/features/receiver/receive.ts";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { useDatabase } from "#tests/support/database.ts";

// Before any import: modules read the settings once. The app of this file has both keys, the new one sealing.
const { newOnly, both, oldOnly } = vi.hoisted(() => {
  const key = (id: string) => `${id}:${crypto.getRandomValues(Buffer.alloc(32)).toString("base64")}`;
  const [fresh, old] = [key("new"), key("old")];
  process.env.ENCRYPTION_KEYS = `${fresh},${old}`;
  return { newOnly: fresh, oldOnly: old, both: `${fresh},${old}` };
});

const NOW = new Date();
/** `ROTATED_STORES=10000 npx vitest run tests/integration/rotate-keys.test.ts` rotates more. */
const STORES = Number(process.env.ROTATED_STORES ?? 1_500);
const VALUES = STORES * SEALED_COLUMNS.length;
/** Stores that install again and again while others are at work. */
const INSTALLING_STORES = 500;
const hashOf = (number: number) => StoreHash.parse(`s${String(number).padStart(5, "0")}`);
const tokenOf = (hash: string) => `token of ${hash}`;
const secretOf = (hash: string) => `secret of ${hash}, long enough to be one`;
/** What a store whose secret is being renewed accepts as well. */
const secondOf = (hash: string) => `second secret of ${hash}, as long`;
let server: Server;
let url: string;

useDatabase();

beforeAll(async () => {
  await ensurePartitions(NOW, NOW);
  const ring = ringOf(oldOnly);
  const hashes = Array.from({ length: STORES }, (_, number) => hashOf(number));
  await database().pool.query(
    `INSERT INTO stores (hash, access_token_sealed, webhook_secret_sealed, second_webhook_secret_sealed, installed_at,
                         secret_renewal, secret_renewal_since)
     SELECT *, now(), 'changing', now() FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])`,
    [
      hashes,
      hashes.map((hash) => seal(tokenOf(hash), accessTokenColumn(hash), ring)),
      hashes.map((hash) => seal(secretOf(hash), webhookSecretColumn(hash), ring)),
      hashes.map((hash) => seal(secondOf(hash), webhookSecretColumn(hash), ring)),
    ],
  );
  await database().pool.query(
    `INSERT INTO alert_settings (store_hash, webhook_secret_sealed, previous_secret_sealed, changed_at)
     SELECT *, now() FROM unnest($1::text[], $2::text[], $3::text[])`,
    [
      hashes,
      ...["secret", "previous"].map((text) =>
        hashes.map((hash) => seal(text, alertSecretColumn(hash), ring)),
      ),
    ],
  );
  await database().pool.query(
    `INSERT INTO destinations (id, store_hash, name, kind, settings, url_sealed, secrets_sealed, created_at)
     SELECT hash, hash, 'Warehouse', 'http', '{}', url, secrets, now()
     FROM unnest($1::text[], $2::text[], $3::text[]) AS row (hash, url, secrets)`,
    [
      hashes,
      hashes.map((hash) => seal("https://warehouse.example.com", destinationUrlColumn(hash), ring)),
      hashes.map((hash) => seal("{}", destinationSecretsColumn(hash), ring)),
    ],
  );
  await receiver();
  server = createServer((request, response) => {
    void answerArrival(request, response, receiverPath(request.url) ?? "", () => new Date());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  // Cast: a server that listens on a port has an address with one.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 120_000);

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await closeReceiver();
  await closeNotifications();
});

function ringOf(text: string) {
  const parsed = parseKeyRing(text);
  if ("faults" in parsed) throw new Error(parsed.faults.join("\n"));
  return parsed.ring;
}

/** `npm run rotate-keys` as a process of its own. */
function startRotation(keys: string, args: string[] = []) {
  const child = fork(resolve(import.meta.dirname, "../../scripts/rotate-keys.ts"), args, {
    env: { ...process.env, ENCRYPTION_KEYS: keys },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
  }
  const ended = once(child, "close").then(([exitCode]: unknown[]) => ({ exitCode, said }));
  return { child, ended };
}

/** Sealed values of all columns by key id. */
async function inUse(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const column of SEALED_COLUMNS) {
    for (const [id, values] of await countByKey(column)) counts[id] = (counts[id] ?? 0) + values;
  }
  return counts;
}

/** What the app does all day, until told to end: it opens seals, takes deliveries, and lets stores install again. */
function work() {
  const done = { opened: 0, delivered: 0, installed: new Map<string, string>() };
  const over = new AbortController();
  const keepOn = async (piece: () => Promise<void>) => {
    while (!over.signal.aborted) {
      await piece();
      await turn();
    }
  };
  // The first stores are left to `installing`, so that everybody knows which token to expect.
  const pick = () => hashOf(INSTALLING_STORES + Math.floor(Math.random() * (STORES - INSTALLING_STORES)));
  const opening = async () => {
    const hash = pick();
    const credentials = await storeCredentials(hash);
    expect(credentials).toEqual({
      hash,
      accessToken: tokenOf(hash),
      webhookSecret: secretOf(hash),
      previousWebhookSecret: secondOf(hash),
    });
    done.opened++;
  };
  const delivering = async () => {
    const hash = pick();
    const response = await fetch(`${url}/api/webhooks/${hash}`, {
      method: "POST",
      headers: { [SECRET_HEADER]: Math.random() < 0.5 ? secretOf(hash) : secondOf(hash) },
      body: JSON.stringify({ hash: randomBytes(8).toString("hex"), scope: "store/order/created", data: {} }),
    });
    expect(response.status).toBe(200);
    done.delivered++;
  };
  const installing = async () => {
    const hash = hashOf(Math.floor(Math.random() * INSTALLING_STORES));
    const accessToken = randomBytes(12).toString("hex");
    const store = { hash, accessToken, scopes: [], accountUuid: null, ownerUserId: null };
    await inTransaction((tx) => saveInstalledStore(tx, store, new Date()));
    done.installed.set(hash, accessToken);
  };
  const loops = Promise.all([opening, delivering, delivering, installing].map(keepOn));
  return {
    async end() {
      over.abort();
      await loops;
      return done;
    },
  };
}

test("the list of sealed columns is complete", async () => {
  const { rows } = await database().pool.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name LIKE '%sealed%' ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(
    SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`).toSorted((a, b) => a.localeCompare(b)),
  );
});

test("a dry run counts and changes nothing", async () => {
  const { exitCode, said } = await startRotation(both, ["--dry-run"]).ended;
  expect(said).toContain(
    `${VALUES} values of ${VALUES} would be sealed anew under new. Nothing was changed.`,
  );
  expect(exitCode).toBe(0);
  expect(await inUse()).toEqual({ old: VALUES });
});

test("stores are rotated under load, through a kill, without a failed request", async () => {
  const heard: string[] = [];
  const unsubscribe = subscribe(STORES_CHANNEL, (hash) => heard.push(hash ?? "everything"));
  const app = work();

  // It stops before the destinations, whose rows are held, so that it cannot end before it is killed.
  const holder = await database().pool.connect();
  await holder.query("BEGIN");
  await holder.query("SELECT FROM destinations FOR UPDATE");
  const killed = startRotation(both);
  await expect.poll(async () => (await inUse()).new ?? 0, { timeout: 60_000 }).toBe(VALUES - 2 * STORES);
  killed.child.kill("SIGKILL");
  const { exitCode: killedWith } = await killed.ended;
  await holder.query("ROLLBACK");
  holder.release();
  expect(killedWith).toBeNull();
  const halfWay = await inUse();
  expect(halfWay.old).toBeGreaterThan(0);
  expect(halfWay.new).toBeGreaterThan(VALUES / 2);

  const { exitCode, said } = await startRotation(both).ended;
  expect(said).toContain("Nothing is sealed under old any more.");
  expect(exitCode).toBe(0);
  const done = await app.end();
  unsubscribe();

  expect(await inUse()).toEqual({ new: VALUES });
  expect(done.opened).toBeGreaterThan(100);
  expect(done.delivered).toBeGreaterThan(100);
  // Installations made meanwhile stand.
  expect(done.installed.size).toBeGreaterThan(0);
  for (const [hash, accessToken] of done.installed) {
    expect(await storeCredentials(StoreHash.parse(hash))).toMatchObject({ accessToken });
  }
  // Rotation itself tells nobody: no process has to read anything again.
  expect(heard.filter((hash) => !done.installed.has(hash) && hash !== "everything")).toEqual([]);
}, 120_000);

test("afterwards the old key may go", async () => {
  const { exitCode, said } = await startRotation(newOnly, ["--dry-run"]).ended;
  expect(said).toContain(`0 values of ${VALUES} would be sealed anew`);
  expect(exitCode).toBe(0);
  const ring = ringOf(newOnly);
  for (const column of SEALED_COLUMNS) {
    for (const { rowKey, sealed } of await readSealed(column, "", STORES)) {
      expect(() => unseal(sealed, column.place(rowKey), ring)).not.toThrow();
    }
  }
});

test("a value that changed since it was read is not overwritten", async () => {
  const [column] = SEALED_COLUMNS;
  const [before] = column ? await readSealed(column, "", 1) : [];
  if (!column || !before) throw new Error("there is no sealed value");
  const stale = { ...before, sealed: "new.somethingElse", resealed: "new.worse" };
  expect(await replaceSealed(column, [stale])).toBe(0);
  expect(await readSealed(column, "", 1)).toEqual([before]);
});

test("rows that no key opens are named, the others are done all the same", async () => {
  const lost = ringOf(`lost:${randomBytes(32).toString("base64")}`);
  const [gone, moved, left] = [hashOf(1001), hashOf(1002), hashOf(1003)];
  const put = (hash: string, sealed: string) =>
    database().pool.query("UPDATE stores SET webhook_secret_sealed = $2 WHERE hash = $1", [hash, sealed]);
  await put(gone, seal("a secret", webhookSecretColumn(gone), lost));
  await put(moved, seal("a secret", webhookSecretColumn(gone), ringOf(newOnly)));
  await put(left, seal(secretOf(left), webhookSecretColumn(left), ringOf(oldOnly)));

  const { exitCode, said } = await startRotation(both).ended;
  expect(said).toContain(
    `No key of the ring opens 2 values of stores.webhook_secret_sealed: ${gone}, ${moved}.`,
  );
  expect(said).toContain("Put the missing key (lost) back into ENCRYPTION_KEYS");
  expect(said).toContain(`1 value of ${VALUES} sealed anew`);
  expect(exitCode).toBe(1);

  // The receiver goes on for all others, and a fresh installation mends the store.
  const secrets = await webhookSecrets("all", new Map());
  expect(secrets.get(gone)).toMatchObject({ secrets: [], isInstalled: true });
  expect(secrets.get(left)).toMatchObject({ secrets: [secretOf(left), secondOf(left)], isInstalled: true });
  const store = { hash: gone, accessToken: "another", scopes: [], accountUuid: null, ownerUserId: null };
  await inTransaction((tx) => saveInstalledStore(tx, store, new Date()));
  expect(await storeCredentials(gone)).toMatchObject({ accessToken: "another" });
});

test("two rotations at once: one works, the other says so", async () => {
  const held = await withLock("rotate-keys", 0, () => startRotation(both).ended);
  expect(held?.result).toMatchObject({ exitCode: 1 });
  expect(held?.result.said).toContain("Another rotation is at work");
});
