import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkServer } from "#lib/platform/db/check-server.ts";
import { newConnection } from "#lib/platform/db/connection.ts";
import { migrate } from "#lib/platform/db/migrate.ts";
import { EVENTS_CHANNEL } from "#lib/platform/db/channels.ts";
import { signedDeliveries } from "#tests/lab/deliveries.ts";
import { openLab, type Lab } from "#tests/lab/lab.ts";
import { keptConnections, post } from "#tests/lab/post.ts";
import { startBouncer, type Bouncer } from "#tests/support/bouncer.ts";

const demands = { eventRetentionDays: 30, partitions: 39, acceptsNewerDatabase: false };
let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
}, 60_000);
afterAll(() => lab.close(), 60_000);

describe("PgBouncer that shares connections by the transaction", () => {
  test.each([
    { pool_mode: "transaction" },
    { pool_mode: "transaction", server_round_robin: "1", default_pool_size: "2" },
    { pool_mode: "statement" },
  ])("is refused in a sentence: %o", async (changes) => {
    const bouncer = await startBouncer(lab.databaseUrl, changes);
    try {
      // Others use it, too: more than one connection to PostgreSQL is there to be handed out.
      const others = [1, 2].map(() => newConnection({ databaseUrl: bouncer.url, name: "tests" }));
      for (const other of others) await other.connect();
      await Promise.all(others.map((other) => other.query("SELECT pg_sleep(0.1)")));
      const beganMs = performance.now();
      await expect(checkServer(bouncer.url, demands)).rejects.toThrow(
        /^A pooler before the database .* set its pool_mode to session; docs\/postgresql.md says more$/,
      );
      expect(performance.now() - beganMs).toBeLessThan(10_000);
      await Promise.all(others.map((other) => other.end()));
    } finally {
      await bouncer.stop();
    }
  });
});

describe("PgBouncer as the docs configure it", () => {
  let bouncer: Bouncer;
  beforeAll(async () => {
    bouncer = await startBouncer(lab.databaseUrl);
  });
  afterAll(() => bouncer.stop());

  test("is accepted, and migrations go through it", async () => {
    await checkServer(bouncer.url, demands);
    expect(await migrate(bouncer.url)).toEqual([]);
  });

  test("lets deliveries, news of them, jobs and a worker's presence through", async () => {
    const settings = { DATABASE_URL: bouncer.url };
    const app = await lab.start("tests/lab/receiver-server.ts", settings);
    await lab.start("scripts/worker.ts", settings);
    const viewer = newConnection({ databaseUrl: bouncer.url, name: "tests" });
    await viewer.connect();
    let news = 0;
    viewer.on("notification", ({ payload = "" }) => {
      news += payload.split(",").length;
    });
    await viewer.query(`LISTEN ${EVENTS_CHANNEL}`);

    const agent = keptConnections(20);
    const url = `${app.origin}/api/webhooks/${lab.sender.storeHash}`;
    const deliveries = signedDeliveries(100, lab.sender, new Date());
    const answers = await Promise.all(deliveries.map((delivery) => post(url, agent, delivery)));
    agent.destroy();
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await expect.poll(() => news).toBe(100);
    const locks = async () =>
      (await viewer.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = 1464552273"))
        .rowCount;
    await expect.poll(locks).toBe(1);
    const due = async () =>
      (await viewer.query("SELECT FROM graphile_worker.jobs WHERE task_identifier = 'keep-partitions'"))
        .rowCount;
    await expect.poll(due, { timeout: 10_000 }).toBe(0);
    expect(await (await fetch(app.origin)).json()).toMatchObject({ status: "ok", worker: "ok" });
    await viewer.end();
  });
});
