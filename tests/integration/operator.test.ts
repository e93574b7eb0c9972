import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { StoreHash } from "#lib/ids.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { SpoolFile } from "#lib/features/receiver/spool/file.ts";
import { database } from "#lib/platform/db/client.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import { answerTo } from "#scripts/operator/answer.ts";
import { EXIT, readOrder } from "#scripts/operator/order.ts";
import { newDestination } from "#tests/lab/destinations.ts";
import { newSecret, startCommand } from "#tests/support/command.ts";
import { useDatabase } from "#tests/support/database.ts";
import { eventAbout, privateStore, receive } from "#tests/support/privacy.ts";

useDatabase();

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ago = (ms: number) => new Date(Date.now() - ms);
const notAsked = () => Promise.reject(new Error("nobody is to be asked"));

/** What a command line comes to, without a person at the terminal. */
const operator = (line: string, confirm: (question: string, word: string) => Promise<boolean> = notAsked) =>
  answerTo(readOrder(line.split(" ")).order, { confirm, signal: new AbortController().signal }, new Date());
const textOf = async (line: string) => (await operator(line)).lines.join("\n");

async function failedJob(storeHash: StoreHash, error: string): Promise<string> {
  await inTransaction((tx) => enqueueJob(tx, "check-alerts", { storeHash }));
  const { rows } = await database().pool.query<{ id: string }>(
    `SELECT failed.id::text AS id FROM graphile_worker.permanently_fail_jobs(
       ARRAY(SELECT id FROM graphile_worker.jobs WHERE key = $1), $2) AS failed`,
    [`check-alerts:${storeHash}`, error],
  );
  return rows[0]?.id ?? "";
}

let good: StoreHash;
let gone: StoreHash;
let other: StoreHash;
beforeAll(() => ensurePartitions(ago(DAY_MS), new Date()));
beforeEach(async () => {
  await database().pool.query("TRUNCATE stores, users, events, rejections CASCADE");
  await database().pool.query("DELETE FROM graphile_worker._private_jobs");
  [good, gone, other] = [
    await privateStore("aaa1", ago(30 * DAY_MS)),
    await privateStore("bbb2", ago(30 * DAY_MS)),
    await privateStore("ccc3", ago(30 * DAY_MS)),
  ];
  const { prisma } = database();
  await prisma.store.update({
    where: { hash: "aaa1" },
    data: { name: "Tea & Co", domain: "tea.example.com" },
  });
  await prisma.store.update({
    where: { hash: "bbb2" },
    data: { uninstalledAt: ago(3 * DAY_MS), accessTokenSealed: null },
  });
  await prisma.store.update({ where: { hash: "ccc3" }, data: { checkFailure: "BIGCOMMERCE_UNREACHABLE" } });
  const at = ago(10_000);
  await receive([
    { ...eventAbout(good, "order", "1", at), arrivedAt: new Date(at.getTime() + 2_000) },
    eventAbout(gone, "order", "1", ago(4 * HOUR_MS)),
  ]);
});

describe("stores", () => {
  test("are told with state, verdict, last event and its lag, and found by name or state", async () => {
    const { data } = await operator("stores");
    expect(data).toMatchObject({
      stores: [
        { hash: "aaa1", state: "installed", verdict: "nothing_on", lagMs: 2_000 },
        { hash: "bbb2", state: "removed", verdict: null },
        { hash: "ccc3", state: "failing", checkFailure: "BIGCOMMERCE_UNREACHABLE", lastEventAt: null },
      ],
      next: null,
    });
    const hashes = async (line: string) => (await textOf(line)).match(/^[a-z]{3}\d/gm);
    expect(await hashes("stores tea")).toEqual(["aaa1"]);
    expect(await hashes("stores --state removed")).toEqual(["bbb2"]);
    expect(await textOf("stores a%a")).toBe("None.");
  });

  test("come in pages", async () => {
    expect(await operator("stores --limit 2")).toMatchObject({ data: { next: "bbb2" } });
    expect(await textOf("stores --limit 2")).toContain("More: --after bbb2");
    expect(await operator("stores --limit 2 --after bbb2")).toMatchObject({
      data: { stores: [{ hash: "ccc3" }], next: null },
    });
  });

  test("one is told in full: what is wrong with its webhooks, what was refused, its destinations", async () => {
    const { prisma } = database();
    const at = new Date();
    await prisma.subscription.create({
      data: {
        storeHash: other,
        scope: "store/order/created",
        isWanted: true,
        changedAt: ago(DAY_MS),
        hadHook: true,
      },
    });
    await prisma.rejection.create({
      data: { storeHash: other, hour: at, reason: "no_proof", count: 7, firstAt: at, lastAt: at, last: {} },
    });
    await newDestination(other, "https://secret-path.example.com/hush");
    const { data, lines, exitCode } = await operator("store ccc3");
    expect(exitCode).toBe(EXIT.done);
    expect(data).toMatchObject({
      hash: "ccc3",
      webhooks: { wanted: 1, healthy: 0 },
      troubled: [{ scope: "store/order/created" }],
      refusals: { no_proof: 7 },
      destinations: [{ isOn: true, waiting: 0, failed: 0 }],
    });
    expect(lines.join("\n")).toContain("Webhooks that need a look:");
    expect(lines.join("\n")).not.toContain("secret-path");
    expect((await operator("store zzz9")).exitCode).toBe(EXIT.notFound);
  });

  test("a check is begun of one that has the app, once", async () => {
    for (let time = 0; time < 2; time++) expect((await operator("check aaa1")).exitCode).toBe(EXIT.done);
    const { rows } = await database().pool.query(
      "SELECT task_identifier AS task, key FROM graphile_worker.jobs",
    );
    expect(rows).toEqual([{ task: "reconcile-store", key: "reconcile-store:aaa1" }]);
    expect((await operator("check bbb2")).exitCode).toBe(EXIT.refused);
    expect((await operator("check zzz9")).exitCode).toBe(EXIT.notFound);
  });
});

describe("a purge", () => {
  const isThere = async (hash: string) => (await database().prisma.store.count({ where: { hash } })) === 1;

  test("deletes a store that removed the app, when the person types its hash", async () => {
    const asked: string[] = [];
    const no = (question: string) => {
      asked.push(question);
      return Promise.resolve(false);
    };
    expect((await operator("purge bbb2", no)).exitCode).toBe(EXIT.refused);
    expect(asked[0]).toContain("Type bbb2");
    expect(await isThere("bbb2")).toBe(true);
    const yes = (_: string, word: string) => Promise.resolve(word === "bbb2");
    expect((await operator("purge bbb2", yes)).exitCode).toBe(EXIT.done);
    expect(await isThere("bbb2")).toBe(false);
    const { rows } = await database().pool.query("SELECT store_hash AS hash FROM events");
    expect(rows).toEqual([{ hash: "aaa1" }]);
    expect(await database().prisma.auditEntry.findMany({ where: { storeHash: "bbb2" } })).toMatchObject([
      { action: "store_purged", reason: '{"code":"store_removed","params":{"days":3}}' },
    ]);
  });

  test("deletes without asking where that was said, and nothing of a store that has the app", async () => {
    expect((await operator("purge aaa1 --yes")).exitCode).toBe(EXIT.refused);
    expect(await isThere("aaa1")).toBe(true);
    expect((await operator("purge bbb2 --yes")).exitCode).toBe(EXIT.done);
    expect((await operator("purge bbb2 --yes")).exitCode).toBe(EXIT.notFound);
  });

  test("that is stopped says so, and goes on when it is said again", async () => {
    const { order } = readOrder(["purge", "bbb2", "--yes"]);
    const stopped = await answerTo(order, { confirm: notAsked, signal: AbortSignal.abort() }, new Date());
    expect(stopped).toMatchObject({
      exitCode: EXIT.refused,
      data: { sentence: expect.stringContaining("Stopped") },
    });
    expect((await operator("purge bbb2 --yes")).exitCode).toBe(EXIT.done);
  });
});

describe("jobs", () => {
  test("are counted by their names", async () => {
    await inTransaction((tx) => enqueueJob(tx, "check-alerts", { storeHash: good }, { runAt: ago(60_000) }));
    await inTransaction((tx) =>
      enqueueJob(tx, "check-alerts", { storeHash: other }, { runAt: new Date(Date.now() + HOUR_MS) }),
    );
    await failedJob(gone, "broken");
    expect((await operator("queue")).data).toEqual([
      { task: "check-alerts", due: 1, later: 1, running: 0, failed: 1, dueSince: expect.any(Date) },
    ]);
    expect(await textOf("queue")).toContain("1 min ago");
  });

  test("that were given up or hang are told, without secrets, and run again or dropped", async () => {
    const [first, second] = [
      await failedJob(good, "no to anna@example.com with token=abcdef"),
      await failedJob(gone, "no"),
    ];
    await inTransaction((tx) => enqueueJob(tx, "keep-privacy", {}));
    await database().pool.query(
      "UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 hour', locked_by = 'w' WHERE key = 'keep-privacy'",
    );
    expect((await operator("stuck")).data).toMatchObject({
      jobs: [
        {
          id: first,
          task: "check-alerts",
          storeHash: "aaa1",
          state: "failed",
          error: "no to [hidden] with token=[hidden]",
        },
        { id: second, state: "failed" },
        { task: "keep-privacy", state: "running" },
      ],
      next: null,
    });
    expect((await operator("stuck --limit 1")).data).toMatchObject({ jobs: [{ id: first }], next: first });
    expect((await operator(`stuck --limit 1 --after ${first}`)).data).toMatchObject({
      jobs: [{ id: second }],
    });

    expect((await operator(`stuck ${first} --run`)).exitCode).toBe(EXIT.done);
    expect((await operator(`stuck ${second} --drop`)).exitCode).toBe(EXIT.done);
    const { rows } = await database().pool.query(
      "SELECT id::text AS id, attempts, run_at <= now() AS is_due FROM graphile_worker.jobs WHERE locked_at IS NULL",
    );
    expect(rows).toEqual([{ id: first, attempts: 0, is_due: true }]);
    // What waits or runs is left alone.
    for (const id of [first, second]) {
      expect((await operator(`stuck ${id} --run`)).exitCode).toBe(EXIT.notFound);
      expect((await operator(`stuck ${id} --drop`)).exitCode).toBe(EXIT.notFound);
    }
  });
});

test("refusals are counted by store and reason, the days of the log with their sizes", async () => {
  const row = (storeHash: string, reason: string, hours: number, count: number) => {
    const at = ago(hours * HOUR_MS);
    return { storeHash, hour: at, reason, count, firstAt: at, lastAt: at, last: {} };
  };
  await database().prisma.rejection.createMany({
    data: [row("aaa1", "no_proof", 1, 3), row("", "unknown_store", 2, 9), row("aaa1", "no_proof", 30, 100)],
  });
  expect((await operator("refusals")).data).toMatchObject([
    { storeHash: "", reason: "unknown_store", count: 9 },
    { storeHash: "aaa1", reason: "no_proof", count: 3 },
  ]);
  expect((await operator("refusals --hours 48")).data).toMatchObject([{ count: 103 }, { count: 9 }]);

  const today = new Date().toISOString().slice(0, 10);
  expect((await operator("partitions")).data).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: "events_default", from: null }),
      expect.objectContaining({
        name: `events_${today.replaceAll("-", "")}`,
        from: today,
        bytes: expect.any(Number),
      }),
    ]),
  );
});

test("what waits in the spool of this machine is told, and that there is none", async () => {
  const folder = mkdtempSync(join(tmpdir(), "webhook-keeper-operator-"));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  vi.stubEnv("SPOOL_DIR", folder);
  expect(await operator("spool")).toMatchObject({ data: { folder, files: [] }, lines: ["None."] });
  const bounds = { bytesMax: 2 ** 30, ageMsMax: DAY_MS, freeBytesMin: 0 };
  SpoolFile.open(join(folder, "spool-1.sqlite"), bounds)?.close();
  expect(await textOf("spool")).toMatch(/^spool-1\.sqlite +left +0 +0 /m);
});

test("the command answers in tables and in JSON, and its report for a support case holds no secret and no one's data", async () => {
  const person = { email: "anna.owner@shop.example", id: 4711n };
  const { prisma } = database();
  await prisma.user.create({ data: { id: person.id, email: person.email } });
  await prisma.membership.create({
    data: { storeHash: good, userId: person.id, isOwner: true, lastSeenAt: new Date() },
  });
  await newDestination(good, "https://erp.example.com/hook/path-is-a-secret");
  await failedJob(good, `could not mail ${person.email}`);
  const mailPassword = newSecret()
    .slice(0, 20)
    .replaceAll(/[^A-Za-z0-9]/g, "x");
  const secrets = {
    BIGCOMMERCE_CLIENT_ID: "a1b2c3d4e5f6",
    BIGCOMMERCE_CLIENT_SECRET: newSecret(),
    BIGCOMMERCE_CLIENT_SECRET_PREVIOUS: newSecret(),
    SESSION_SECRET: newSecret(),
    METRICS_TOKEN: newSecret(),
    ENCRYPTION_KEYS: `2026a:${newSecret()}`,
    SMTP_URL: `smtp://mailer:${mailPassword}@mail.example.com`,
    MAIL_FROM: "Keeper <keeper@example.com>",
    SUPPORT_URL: "mailto:support@example.com",
    // An operator may write anything into what is no secret.
    HELP_URL: `https://user:${mailPassword}@help.example.com/?token=abcdefghijkl`,
  };
  const doctor = startCommand("scripts/operator.ts", secrets, ["doctor", "-"]);
  const queue = startCommand("scripts/operator.ts", { ...secrets, LOG_LEVEL: "debug" }, ["queue", "--json"]);
  const wrong = startCommand("scripts/operator.ts", secrets, ["repair"]);
  const codes = await Promise.all([doctor.ended, queue.ended, wrong.ended]);
  expect(codes).toEqual([EXIT.done, EXIT.done, EXIT.usage]);
  expect(JSON.parse(queue.stdout)).toMatchObject([{ task: "check-alerts", failed: 1 }]);
  expect(wrong.stderr).toMatch(/^Usage: npm run operator/);

  const report = JSON.parse(doctor.stdout) as Record<string, unknown>;
  expect(report).toMatchObject({
    versions: { keeper: expect.any(String), node: process.version },
    settings: { SESSION_SECRET: "[set]", DATABASE_URL: "[set]", APP_URL: "https://keeper.example.com" },
    checks: { server: "ok", workers: 0 },
    database: { encoding: "UTF8", migrations: { missing: [], unfinished: [] }, tables: expect.any(Array) },
    stores: { installed: 1, removed: 1, failing: 1 },
    queue: [{ task: "check-alerts", failed: 1 }],
    stuck: [{ error: "could not mail [hidden]" }],
    failures: { checks: { BIGCOMMERCE_UNREACHABLE: 1 } },
    refusals: [],
  });
  const databasePassword = new URL(process.env.DATABASE_URL ?? "").password;
  const hidden = [
    ...Object.values(secrets).filter((value) => value !== secrets.HELP_URL),
    secrets.ENCRYPTION_KEYS.split(":")[1] ?? "",
    `:${databasePassword}@`,
    mailPassword,
    "abcdefghijkl",
    person.email,
    String(person.id),
    "Tea & Co",
    "tea.example.com",
    "path-is-a-secret",
    "erp.example.com",
  ];
  expect(hidden.filter((text) => doctor.stdout.includes(text))).toEqual([]);
}, 60_000);
