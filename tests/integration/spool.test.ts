import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { thingMark } from "#lib/features/privacy/erasure/late.ts";
import { takeAway } from "#tests/lab/absence.ts";
import { signedDeliveries, type SignedDelivery } from "#tests/lab/deliveries.ts";
import type { LabProcess } from "#tests/lab/lab.ts";
import { post, type Answer } from "#tests/lab/post.ts";
import { useReceiver } from "#tests/support/receiver.ts";

/** BigCommerce waits ten seconds or so. */
const ANSWER_MS_MAX = 10_000;
/** All is in the log so long after the database is back. */
const BACK_MS = 30_000;
const HOUR_MS = 3_600_000;
const SERVER = "tests/lab/receiver-server.ts";

const folder = mkdtempSync(join(tmpdir(), "webhook-keeper-spooled-"));
const settings = {
  SPOOL_DIR: join(folder, "spool"),
  SESSION_SECRET: "wN7gTz3rVq5kXb2mJc8yHf4sLp9dRa6E",
};
const receiver = useReceiver(200, settings);
/** The app as it runs now: some tests kill it. */
let app: LabProcess;
beforeAll(() => {
  app = receiver.app;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Sent {
  deliveries: SignedDelivery[];
  answers: Answer[];
  from: Date;
  to: Date;
}

/** Sends so many new deliveries at once. */
async function burst(count: number, to: LabProcess = app): Promise<Sent> {
  const from = new Date();
  const deliveries = signedDeliveries(count, receiver.lab.sender, from);
  const url = `${to.origin}/api/webhooks/${receiver.lab.sender.storeHash}`;
  const answers = await Promise.all(deliveries.map((delivery) => post(url, receiver.agent, delivery)));
  return { deliveries, answers, from, to: new Date() };
}

const health = async (of: LabProcess = app) =>
  (await (await fetch(`${of.origin}/api/health`)).json()) as Record<string, string>;

/** What the metrics say of the spool: how many it took and holds, and its state. */
async function figures(): Promise<Record<string, number>> {
  const text = await (await fetch(`${app.origin}/api/metrics`)).text();
  const lines = text.matchAll(/^webhook_keeper_spool_(\w+)(?:\{state="(\w+)"\})? (\d+)$/gm);
  return Object.fromEntries([...lines].map(([, name = "", state = name, value]) => [state, Number(value)]));
}

/** Each was answered with 200 in the time that BigCommerce waits. */
function expectTaken(...all: Sent[]): void {
  for (const { answers } of all) {
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([200]);
    expect(Math.max(...answers.map(({ tookMs }) => tookMs))).toBeLessThan(ANSWER_MS_MAX);
  }
}

/** Each is in the log once, with the time at which it really came, and nothing odd about it. */
async function expectKept(...all: Sent[]): Promise<void> {
  const hashes = all.flatMap(({ deliveries }) => deliveries.map(({ hash }) => hash));
  const kept = async () => {
    const { rows } = await receiver.admin.query<{ rows: number; events: number }>(
      "SELECT count(*)::int AS rows, count(DISTINCT hash)::int AS events FROM events WHERE hash = ANY($1)",
      [hashes],
    );
    return rows[0];
  };
  await expect
    .poll(() => kept().catch(() => null), { timeout: BACK_MS, interval: 100 })
    .toEqual({ rows: hashes.length, events: hashes.length });
  for (const { deliveries, from, to } of all) {
    const { rows } = await receiver.admin.query(
      `SELECT hash, flags, proof, first_arrived_at FROM events
       WHERE hash = ANY($1) AND (first_arrived_at NOT BETWEEN $2 AND $3 OR flags <> '{}' OR proof <> 'both')`,
      [deliveries.map(({ hash }) => hash), from, to],
    );
    expect(rows).toEqual([]);
  }
}

const emptied = (of: LabProcess = app) =>
  expect.poll(async () => (await health(of)).spool, { timeout: BACK_MS, interval: 100 }).toBe("empty");
async function killApp(victim: LabProcess): Promise<void> {
  process.kill(victim.pid, "SIGKILL");
  await victim.ended;
}
const start = (origin?: string) =>
  receiver.lab.start(SERVER, { ...settings, ...(origin && { PORT: new URL(origin).port }) });
const restart = async () => {
  app = await start(app.origin);
};

/** A thing that deliveries of a large burst are about, one each. */
const ERASED = { type: "order", id: "200" };
const isErased = ({ body }: SignedDelivery) => body.includes(`"type":"order","id":200`);
const withoutErased = (sent: Sent): Sent => ({
  ...sent,
  deliveries: sent.deliveries.filter((delivery) => !isErased(delivery)),
});

/** As if somebody had it erased so much later, and it was done. */
async function haveErased(afterMs: number): Promise<void> {
  const { storeHash } = receiver.lab.sender;
  await receiver.admin.query(
    `INSERT INTO erasures (store_hash, type, thing_mark, asked_at, asked_by_user_id, asked_by_email, found, ended_at)
     VALUES ($1, $2, $3, $4, 1, 'owner@example.com', 1, $4)`,
    [
      storeHash,
      ERASED.type,
      thingMark(storeHash, ERASED, settings.SESSION_SECRET),
      new Date(Date.now() + afterMs),
    ],
  );
}

test("a database that is gone: all are taken, by processes that are killed and start again meanwhile, and none is lost or doubled, or back after it was erased", async () => {
  const before = await burst(50);
  await haveErased(HOUR_MS);
  const second = await start();
  expectTaken(await burst(5, second));
  expect(await health()).toMatchObject({ status: "ok", receiver: "ok", spool: "empty" });

  const bringBack = await takeAway(receiver.lab, receiver.admin, "gone");
  const [first, beside] = await Promise.all([burst(200), burst(100, second)]);
  expectTaken(before, first, beside);
  expect(await health()).toMatchObject({
    status: "failing",
    database: "failing",
    receiver: "ok",
    spool: "filling",
  });
  // The one will not come back: the other takes over what it left.
  await Promise.all([killApp(app), killApp(second)]);
  await restart();
  const again = await burst(200);
  expectTaken(again);

  // A secret of the store is proof enough, though no one asked the database for it; of a store that no one knows, the
  // database would have to say.
  const postTo = async (storeHash: string) => {
    const [delivery] = signedDeliveries(1, receiver.lab.sender, new Date());
    const { "webhook-signature": _, ...headers } = delivery?.headers ?? {};
    const unsigned = { hash: "", body: delivery?.body ?? "", headers };
    return (await post(`${app.origin}/api/webhooks/${storeHash}`, receiver.agent, unsigned)).status;
  };
  expect(await postTo(receiver.lab.sender.storeHash)).toBe(200);
  expect(await postTo("stranger")).toBe(503);

  await bringBack();
  const drained = async () => {
    const { rows } = await receiver.admin.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM events",
    );
    return rows[0]?.count ?? 0;
  };
  await expect.poll(() => drained().catch(() => 0), { timeout: BACK_MS, interval: 5 }).toBeGreaterThan(60);
  await killApp(app);
  await restart();
  expect([first, beside, again].map(({ deliveries }) => deliveries.filter(isErased).length)).toEqual([
    1, 0, 1,
  ]);
  await expectKept(before, withoutErased(first), beside, withoutErased(again), await burst(20));
  await emptied();
  const { rows } = await receiver.admin.query(
    "SELECT FROM events WHERE resource_type = $1 AND resource_id = $2",
    [ERASED.type, ERASED.id],
  );
  expect(rows).toEqual([]);
  await receiver.admin.query("DELETE FROM erasures");
  expect(await health()).toMatchObject({ status: "ok", spool: "empty" });
});

test("a database that is silent: all are taken in time, and are in the log when it speaks", async () => {
  const bringBack = await takeAway(receiver.lab, receiver.admin, "silent");
  let sent: Sent[];
  try {
    sent = [await burst(200), await burst(200)];
    expect(await health()).toMatchObject({ database: "failing", receiver: "ok", spool: "filling" });
  } finally {
    await bringBack();
  }
  expectTaken(...sent);
  await expectKept(...sent);
  await emptied();
});

test.each(["read-only", "full"] as const)(
  "a database that is %s: all are taken, and are in the log when it is not",
  async (absence) => {
    const bringBack = await takeAway(receiver.lab, receiver.admin, absence);
    const { kept_total: before = 0 } = await figures();
    const sent = await burst(200);
    const { kept_total: kept = 0, ...others } = await figures();
    expect(others).toMatchObject({ waiting: kept - before, aside: 0, filling: 1, empty: 0 });
    expect(kept).toBeGreaterThan(before);
    expect(await health()).toMatchObject({ status: "failing", receiver: "ok", spool: "filling" });
    await bringBack();
    expectTaken(sent);
    await expectKept(sent);
    await emptied();
    expect(await figures()).toMatchObject({ waiting: 0, aside: 0, filling: 0, empty: 1 });
  },
);

test("one that the database never takes keeps no other from the log, and comes when it is taken after all", async () => {
  const [odd] = signedDeliveries(1, receiver.lab.sender, new Date());
  await receiver.admin.query(`
    CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN IF NEW.hash = ''${odd?.hash}'' THEN RAISE EXCEPTION ''not this one''; END IF; RETURN NEW; END';
    CREATE TRIGGER refuse_one BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION refuse_one()`);
  const url = `${app.origin}/api/webhooks/${receiver.lab.sender.storeHash}`;
  const [sent, answer] = await Promise.all([burst(100), odd && post(url, receiver.agent, odd)]);
  expect(answer?.status).toBe(200);
  expectTaken(sent);
  await expectKept(sent);
  await emptied();
  await receiver.admin.query("DROP FUNCTION refuse_one CASCADE");
  await killApp(app);
  await restart();
  const found = async () =>
    (await receiver.admin.query("SELECT FROM events WHERE hash = $1", [odd?.hash])).rowCount;
  await expect.poll(found, { timeout: BACK_MS }).toBe(1);
});
