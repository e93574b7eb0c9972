import { logged } from "#tests/support/captured-log.ts";
import { afterAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { config } from "#lib/config/config.ts";
import { parseKeyRing } from "#lib/crypto/key-ring.ts";
import { seal } from "#lib/crypto/seal.ts";
import { database } from "#lib/platform/db/client.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { webhookSecretColumn } from "#lib/crypto/sealed-columns.ts";
import { storeMarks, webhookSecrets } from "#lib/features/stores/secrets.records.ts";
import { StoreDirectory } from "#lib/features/receiver/directory.ts";
import { newSecret } from "#tests/support/command.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();
afterAll(closeNotifications);
beforeEach(async () => {
  await database().pool.query("DELETE FROM stores");
  logged.length = 0;
});

const sealed = (hash: string, secret: string, ring = config().encryptionKeys) =>
  seal(secret, webhookSecretColumn(hash), ring);
const sql = (text: string, values: unknown[] = []) => database().pool.query(text, values);
const add = (hash: string, whatIsKept = sealed(hash, `secret of ${hash}`)) =>
  sql("INSERT INTO stores (hash, webhook_secret_sealed, installed_at) VALUES ($1, $2, now())", [
    hash,
    whatIsKept,
  ]);

/** A directory that nobody tells anything: all changes here are made behind the app's back. */
async function openDirectory(): Promise<StoreDirectory> {
  const directory = new StoreDirectory();
  await directory.open();
  onTestFinished(() => directory.close());
  return directory;
}

test("a look finds what nobody told of: stores that came, changed and went", async () => {
  await Promise.all(["stays", "renews", "leaves", "goes", "chooses"].map((hash) => add(hash)));
  const directory = await openDirectory();
  await add("comes");
  await sql("UPDATE stores SET webhook_secret_sealed = $1 WHERE hash = 'renews'", [sealed("renews", "new")]);
  await sql("UPDATE stores SET second_webhook_secret_sealed = $1 WHERE hash = 'stays'", [
    sealed("stays", "second"),
  ]);
  await sql("UPDATE stores SET uninstalled_at = now() WHERE hash = 'leaves'");
  await sql("UPDATE stores SET retention_days = 3 WHERE hash = 'chooses'");
  await sql("DELETE FROM stores WHERE hash = 'goes'");
  await directory.look();
  expect(directory.secretsOf("comes")).toEqual(["secret of comes"]);
  expect(directory.secretsOf("renews")).toEqual(["new"]);
  expect(directory.secretsOf("stays")).toEqual(["secret of stays", "second"]);
  expect(directory.standingOf("leaves")).toBe("uninstalled");
  expect(directory.retentionDaysOf("chooses")).toBe(3);
  expect(directory.standingOf("goes")).toBe("unknown");
});

test("what an hourly check writes makes no store be read again", async () => {
  await Promise.all(["one", "two"].map((hash) => add(hash)));
  const before = await storeMarks();
  await sql("UPDATE stores SET checked_at = now(), check_failure = 'X', name = 'another', session_epoch = 9");
  expect(await storeMarks()).toEqual(before);
});

test("a change makes one part be read again, and no other", async () => {
  await Promise.all(Array.from({ length: 40 }, (_, index) => add(`store${index}`)));
  const before = await storeMarks();
  await sql("UPDATE stores SET retention_days = 3 WHERE hash = 'store7'");
  const changed = [...(await storeMarks())].filter(([part, mark]) => before.get(part) !== mark);
  const part = (await webhookSecrets("all", new Map())).get("store7")?.part;
  expect(changed.map(([each]) => each)).toEqual([part]);
  const read = await webhookSecrets({ parts: [part ?? -1] }, new Map());
  expect(read.get("store7")).toMatchObject({ retentionDays: 3 });
  expect(read.size).toBeLessThan(40);
});

test("seals that do not open are not said to open again because nothing changed", async () => {
  const lost = parseKeyRing(`lost:${newSecret()}`);
  if ("faults" in lost) throw new Error(lost.faults.join());
  await add("well");
  await add("spoilt", sealed("spoilt", "a secret", lost.ring));
  const directory = await openDirectory();
  await directory.look();
  const said = () => logged.map((line) => (JSON.parse(line) as { msg: string }).msg);
  expect(said()).toEqual(["no key of ENCRYPTION_KEYS opens the webhook secrets of some stores"]);
  expect(directory.isOpenable).toBe(true);
  await sql("UPDATE stores SET webhook_secret_sealed = $1 WHERE hash = 'spoilt'", [
    sealed("spoilt", "mended"),
  ]);
  await directory.look();
  expect(said().at(-1)).toBe("the webhook secrets of all stores open again");
  expect(directory.secretsOf("spoilt")).toEqual(["mended"]);
});

test("keys of another database: what is known stands, and it is said until they are right again", async () => {
  const lost = parseKeyRing(`lost:${newSecret()}`);
  if ("faults" in lost) throw new Error(lost.faults.join());
  await add("one");
  const directory = await openDirectory();
  await sql("UPDATE stores SET webhook_secret_sealed = $1", [sealed("one", "a secret", lost.ring)]);
  await directory.look();
  expect(directory.isOpenable).toBe(false);
  expect(directory.secretsOf("one")).toEqual(["secret of one"]);
  await sql("UPDATE stores SET webhook_secret_sealed = $1", [sealed("one", "secret of one")]);
  await directory.look();
  expect(directory.isOpenable).toBe(true);
});
