import { logged } from "#tests/support/captured-log.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { GET as live } from "#app/api/health/live/route.ts";
import { GET as health } from "#app/api/health/route.ts";
import { POST as deliver } from "#app/api/webhooks/[storeHash]/route.ts";
import { config } from "#lib/config/config.ts";
import { database } from "#lib/platform/db/client.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { closeReceiver } from "#lib/features/receiver/receive.ts";
import { signedDeliveries } from "#tests/lab/deliveries.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();
beforeAll(() => ensurePartitions(new Date(), new Date()));
afterAll(closeReceiver);

const ask = async () => {
  const response = await health();
  return [response.status, await response.json()];
};

/** Sends so many deliveries, one after the other. */
async function send(count: number, signedAt = new Date()): Promise<number[]> {
  const sender = {
    storeHash: "abc",
    clientSecret: config().bigcommerce.clientSecret,
    webhookSecret: "unknown",
  };
  const statuses: number[] = [];
  for (const { body, headers } of signedDeliveries(count, sender, signedAt)) {
    const request = new Request(`${config().appUrl}/api/webhooks/abc`, { method: "POST", body, headers });
    statuses.push((await deliver(request, { params: Promise.resolve({ storeHash: "abc" }) })).status);
  }
  return statuses;
}
const lines = (message: string) =>
  logged.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === message);

beforeEach(() => {
  logged.length = 0;
});

describe("health", () => {
  test("is 200 when database, migrations and worker are well", async () => {
    expect(await ask()).toEqual([
      200,
      {
        status: "ok",
        database: "ok",
        migrations: "ok",
        worker: "ok",
        receiver: "ok",
        spool: "off",
        clock: "ok",
      },
    ]);
  });

  test("is 503 while a due job waits for a worker, not while one is due later", async () => {
    const { prisma } = database();
    await prisma.$executeRaw`SELECT graphile_worker.add_job('keep-partitions', run_at := now() + interval '1 hour')`;
    expect(await ask()).toMatchObject([200, { worker: "ok" }]);
    await prisma.$executeRaw`SELECT graphile_worker.add_job('keep-partitions', run_at := now() - interval '6 minutes')`;
    expect(await ask()).toMatchObject([503, { status: "failing", database: "ok", worker: "failing" }]);
    await prisma.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  });

  test("is 503 while deliveries cannot be committed, and 200 as soon as they can, though none comes", async () => {
    const { pool } = database();
    const counts = async () => {
      const { rows } = await pool.query<{ events: number; hours: number }>(
        "SELECT (SELECT count(*)::int FROM events) AS events, (SELECT count(*)::int FROM event_hours) AS hours",
      );
      return rows[0];
    };
    expect(await send(1)).toEqual([200]);
    const before = await counts();
    await pool.query("ALTER TABLE event_hours RENAME TO lost_hours");
    expect(await send(20)).toEqual(Array(20).fill(503));
    expect(await ask()).toMatchObject([503, { database: "ok", receiver: "failing" }]);
    await pool.query("ALTER TABLE lost_hours RENAME TO event_hours");
    await expect.poll(ask).toMatchObject([200, { receiver: "ok" }]);
    expect(await counts()).toEqual(before);
    // Twenty of the same cause within a second make one line.
    expect(lines("deliveries were not committed")).toMatchObject([
      { level: expect.anything(), err: { code: "42P01" }, times: 1 },
    ]);
  });

  test.each([600, -600])(
    "is 503 while our clock is %i seconds from the database's, and says by how much",
    async (seconds) => {
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + seconds * 1000 });
      onTestFinished(() => {
        vi.useRealTimers();
      });
      expect(await ask()).toMatchObject([
        503,
        { status: "failing", database: "ok", receiver: "ok", clock: "failing" },
      ]);
      const [line] = lines("the clock is off: what BigCommerce signs is refused, or will be");
      // The second sign of the same cause within ten seconds is not said again.
      if (seconds > 0) expect(line).toMatchObject({ level: "error", err: { code: "CLOCK_OFF_DATABASE" } });
      if (line) expect(Math.abs(Number(line.aheadSeconds) - seconds)).toBeLessThan(3);
      vi.useRealTimers();
      expect(await ask()).toMatchObject([200, { clock: "ok" }]);
      expect(lines("the clock is right again")).toHaveLength(seconds > 0 ? 1 : 0);
    },
  );

  test.each([600, -600])(
    "is 503 while what BigCommerce signs is %i seconds away, until our clock is right",
    async (seconds) => {
      await closeReceiver();
      const signedAt = new Date(Date.now() + seconds * 1000);
      expect(await send(20, signedAt)).toEqual(Array(20).fill(401));
      const refused = lines(
        "deliveries were refused, whose signature is right and whose time is far from ours",
      );
      // Signed in whole seconds, and looked at a moment later.
      if (seconds > 0)
        expect(refused).toMatchObject([{ level: "error", aheadSeconds: expect.closeTo(-seconds, -1) }]);
      expect(await ask()).toMatchObject([503, { database: "ok", receiver: "ok", clock: "failing" }]);
      // Deliveries of the right time have the say once they are the most.
      expect(await send(1)).toEqual([200]);
      expect(await ask()).toMatchObject([503, { clock: "failing" }]);
      await closeReceiver();
      expect(await ask()).toMatchObject([200, { clock: "ok" }]);
    },
  );

  test("is 503 while a migration is missing", async () => {
    const { prisma } = database();
    await prisma.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL`;
    expect(await ask()).toMatchObject([503, { migrations: "failing", database: "ok" }]);
    expect(live().status).toBe(200);
  });
});
