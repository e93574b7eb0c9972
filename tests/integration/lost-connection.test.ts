import { logged } from "#tests/support/captured-log.ts";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { GET as health } from "#app/api/health/route.ts";
import { config } from "#lib/config/config.ts";
import { closeNotifications, subscribe } from "#lib/platform/db/notifications.ts";
import { outsideRequests, withRequestId } from "#lib/log/request-id.ts";
import { closeReceiver } from "#lib/features/receiver/receive.ts";
import { useDatabase } from "#tests/support/database.ts";

/** Long enough for several tries to connect, and for several questions about health. */
const GONE_MS = 3_500;
/** Two seconds lie between tries at the most; a busy machine takes its own time. */
const BACK_MS = 4_000;

useDatabase();
const admin = new pg.Client({ connectionString: inject("serverUrl") });
beforeAll(() => admin.connect());
afterAll(async () => {
  await closeReceiver();
  await closeNotifications();
  await admin.end();
});

const lines = (message: string) =>
  logged.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === message);
const LOST = "lost the connection that hears of news; trying again";
const BACK = "the connection that hears of news is back";

test("a database that is gone is said once by whoever misses it, and once more when it is back", async () => {
  const name = new URL(config().databaseUrl ?? "").pathname.slice(1);
  const heard: (string | null)[] = [];
  // As when the first request of a process needs it: what is said later is not that request's.
  withRequestId("the first request", () => subscribe("a_channel", (payload) => heard.push(payload)));
  await expect.poll(() => heard).toEqual([null]);
  await health();
  expect(lines(LOST)).toEqual([]);

  await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
  const until = performance.now() + GONE_MS;
  let asked = 0;
  while (performance.now() < until) {
    expect((await outsideRequests(health)).status).toBe(503);
    asked++;
  }
  expect(asked).toBeGreaterThan(3);
  expect(lines("the health check failed")).toHaveLength(1);
  // Cut off first, refused then: two causes, each said once.
  expect(lines(LOST).map(({ err, times }) => [(err as { code?: string }).code, times])).toEqual([
    ["57P01", 1],
    ["55000", 1],
  ]);
  for (const line of lines(LOST)) expect(line).not.toHaveProperty("requestId");

  heard.length = 0;
  await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  await expect.poll(() => heard, { timeout: BACK_MS }).toEqual([null]);
  expect(lines(BACK)).toMatchObject([
    { level: "info", times: expect.any(Number), forMs: expect.any(Number) },
  ]);
  await expect.poll(async () => (await health()).status, { timeout: BACK_MS }).toBe(200);
  expect(lines("the health check works again")).toHaveLength(1);
});
