import { describe, expect, test } from "vitest";
import { GET as live } from "#app/api/health/live/route.ts";
import { GET as health } from "#app/api/health/route.ts";
import { database } from "#lib/db/client.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

const ask = async () => {
  const response = await health();
  return [response.status, await response.json()];
};

describe("health", () => {
  test("is 200 when database, migrations and worker are well", async () => {
    expect(await ask()).toEqual([
      200,
      { status: "ok", database: "ok", migrations: "ok", worker: "ok", receiver: "ok" },
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

  test("is 503 while a migration is missing", async () => {
    const { prisma } = database();
    await prisma.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL`;
    expect(await ask()).toMatchObject([503, { migrations: "failing", database: "ok" }]);
    expect(live().status).toBe(200);
  });
});
