import "#tests/support/mail-server.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from "vitest";
import { config } from "#lib/config/config.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { POST as deliver } from "#app/api/webhooks/[storeHash]/route.ts";
import { closeReceiver } from "#lib/features/receiver/receive.ts";
import { startWorker } from "#lib/jobs/worker.ts";
import { database } from "#lib/platform/db/client.ts";
import { migrate } from "#lib/platform/db/migrate.ts";
import { processWide } from "#lib/process-wide.ts";
import { AlarmWatch } from "#lib/screens/alarms/watch.ts";
import { metricsPage } from "#lib/screens/metrics/metrics.ts";
import { SeldomRead } from "#lib/screens/metrics/shared-figures.ts";
import { answerTo } from "#scripts/operator/answer.ts";
import { EXIT, readOrder } from "#scripts/operator/order.ts";
import { findPromtool, objections } from "#tests/alarms/rules.ts";
import { scraped } from "#tests/alarms/series.ts";
import { signedDeliveries } from "#tests/lab/deliveries.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useMailServer } from "#tests/support/mail-server.ts";
import { testReceiver } from "#tests/support/simulator.ts";
import { subjectOf } from "#tests/support/smtp.ts";

useDatabase();
const mailServer = useMailServer();
beforeAll(() => ensurePartitions(new Date(), new Date()));
afterAll(closeReceiver);

const BEGAN = new Date("2026-12-01T10:00:00Z");
const DAY_SECONDS = 86_400;
const NEVER = new AbortController().signal;

/** Takes the file's database away from everybody, as a server that ends does, and gives it back. */
async function allowConnections(isAllowed: boolean): Promise<void> {
  const name = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
  const client = new pg.Client({ connectionString: inject("serverUrl") });
  await client.connect();
  await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${isAllowed}`);
  if (!isAllowed)
    await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
  await client.end();
}

test("the operator is told by mail and webhook once, while the database is away too, again after a day, and when it is over", async () => {
  const receiver = await testReceiver();
  const spoolDir = mkdtempSync(join(tmpdir(), "webhook-keeper-alarms-"));
  onTestFinished(() => rmSync(spoolDir, { recursive: true, force: true }));
  onTestFinished(() => receiver.close());
  const newWatch = () => {
    const watch = new AlarmWatch(
      { ...config(), spoolDir },
      { emails: ["oncall@example.com"], webhookUrl: `${receiver.url}/alarms?token=1` },
    );
    onTestFinished(() => watch.close());
    return watch;
  };
  // Two processes of one machine.
  const watches = [newWatch(), newWatch()];
  let seconds = 0;
  /** Lets time pass, and has each look every half of a minute. */
  const pass = async (more: number) => {
    for (const end = seconds + more; seconds < end;) {
      seconds = Math.min(seconds + 30, end);
      const now = new Date(BEGAN.getTime() + seconds * 1_000);
      for (const watch of watches) await watch.look(now, seconds * 1_000, NEVER);
    }
  };
  /** What came since the last question: by mail, and the same by the webhook. */
  const told = () => {
    const mails = mailServer.mails.map(subjectOf).map((subject) => subject.replace(/ \(.*\)$/, ""));
    const hooks = receiver.received.map(
      ({ body }) => JSON.parse(body) as { type: string; data: { alarm: string } },
    );
    mailServer.forget();
    receiver.received.length = 0;
    expect(hooks).toHaveLength(mails.length);
    return hooks.map(({ type, data }) => `${type.replace("operator.alarm.", "")} ${data.alarm}`);
  };

  // No worker runs here; and it is no alarm yet.
  await pass(120);
  expect(told()).toEqual([]);
  await pass(60);
  expect(mailServer.mails.map(({ to, text }) => [to, text.includes("docs/runbook.md#noworker")])).toEqual([
    [["oncall@example.com"], true],
  ]);
  expect(receiver.received.map(({ path, headers }) => [path, headers["webhook-signature"]])).toEqual([
    ["/alarms?token=1", undefined],
  ]);
  expect(told()).toEqual(["began NoWorker"]);
  await pass(600);
  expect(told()).toEqual([]);

  await allowConnections(false);
  try {
    // The first attempt does not arrive: it is made again a minute later, with the same id.
    receiver.answer = () => 503;
    await pass(90);
    expect(mailServer.mails).toHaveLength(1);
    const [refused] = receiver.received;
    receiver.answer = () => 200;
    await pass(90);
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"]))).toEqual(
      new Set([refused?.headers["webhook-id"]]),
    );
    expect(receiver.received).toHaveLength(2);
    receiver.received.splice(0, 1);
    expect(told()).toEqual(["began DatabaseUnreadable"]);
    // A process that starts meanwhile does not tell again.
    watches[1] = newWatch();
    await pass(180);
    expect(told()).toEqual([]);
    seconds += DAY_SECONDS;
    await pass(30);
    expect(told()).toEqual(["goes_on DatabaseUnreadable"]);
  } finally {
    await allowConnections(true);
  }
  await pass(180);
  // The worker, too, is missing for more than a day.
  expect(told().toSorted()).toEqual(["ended DatabaseUnreadable", "goes_on NoWorker"]);
});

/** What Prometheus would read now, without what was read of the database before. */
async function scrape() {
  processWide("metrics page", (): { shared: SeldomRead } => ({ shared: new SeldomRead() })).shared =
    new SeldomRead();
  return scraped("app", (await metricsPage("app")).text);
}

async function send(count: number, clientSecret = config().bigcommerce.clientSecret): Promise<number[]> {
  const sender = { storeHash: "abc", clientSecret, webhookSecret: "unknown" };
  return Promise.all(
    signedDeliveries(count, sender, new Date()).map(async ({ body, headers }) => {
      const request = new Request(`${config().appUrl}/api/webhooks/abc`, { method: "POST", body, headers });
      return (await deliver(request, { params: Promise.resolve({ storeHash: "abc" }) })).status;
    }),
  );
}

test("an operator has a test message sent on every way, and is told which one it did not take", async () => {
  const receiver = await testReceiver();
  onTestFinished(() => receiver.close());
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const { order } = readOrder(["test-alert"]);
  const confirm = () => Promise.reject(new Error("nobody is asked"));
  const testAlert = () => answerTo(order, { confirm, signal: NEVER }, BEGAN);
  expect(await testAlert()).toMatchObject({ exitCode: EXIT.refused });

  vi.stubEnv("OPERATOR_EMAIL", "oncall@example.com, boss@example.com");
  vi.stubEnv("OPERATOR_WEBHOOK_URL", `${receiver.url}/alarms?token=1`);
  const { host } = new URL(receiver.url);
  expect(await testAlert()).toMatchObject({
    exitCode: EXIT.done,
    lines: [
      "Email to oncall@example.com: the mail server took it. Look whether it arrived.",
      "Email to boss@example.com: the mail server took it. Look whether it arrived.",
      `Webhook at ${host}: it answered 200.`,
    ],
  });
  expect(mailServer.mails.map(subjectOf)).toEqual(
    Array.from({ length: 2 }, () =>
      expect.stringContaining("Keeper: This is a test of the operator's alarms"),
    ),
  );
  expect(receiver.received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
    expect.objectContaining({
      type: "operator.alarm.test",
      text: expect.stringContaining("This is a test of the operator's alarms"),
    }),
  ]);

  receiver.answer = () => 404;
  mailServer.refuse((to) => (to.startsWith("boss") ? 550 : null));
  const { exitCode, lines, data } = await testAlert();
  expect(exitCode).toBe(EXIT.failed);
  expect(lines.slice(1)).toEqual([
    "Email to boss@example.com: not delivered, MAIL_REFUSED (answer 550).",
    `Webhook at ${host}: not delivered, RECEIVER_REFUSED (answer 404).`,
  ]);
  expect(JSON.stringify(data)).not.toContain("token=1");
});

test("alarms of the rules ring for what was really done, and end when what the runbook says was done", async () => {
  if (findPromtool() === undefined) return;
  let worker = await startWorker();
  const { pool } = database();
  const from = await scrape();
  expect(new Set(await send(20))).toEqual(new Set([200]));
  const well = { minutes: 30, from, to: await scrape() };

  await worker.stop();
  await pool.query(
    `UPDATE _prisma_migrations SET finished_at = NULL
     WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`,
  );
  expect(new Set(await send(30, "the secret of another app"))).toEqual(new Set([401]));
  const ill = { minutes: 60, from: well.to, to: await scrape() };
  await allowConnections(false);
  const gone = await scrape();
  await allowConnections(true);
  const away = { minutes: 60, from: well.to, to: gone };

  await migrate(config().databaseUrl ?? "");
  worker = await startWorker();
  onTestFinished(() => worker.stop());
  const again = await scrape();
  expect(new Set(await send(20))).toEqual(new Set([200]));
  const mended = { minutes: 60, from: again, to: await scrape() };

  const ofIll = ["NoWorker", "MigrationMissing", "DeliveriesUnproven"].map((alert) => ({
    alert,
    trouble: ill,
  }));
  const expected = [...ofIll, { alert: "DatabaseUnreadable", trouble: away }].flatMap(
    ({ alert, trouble }) => [
      { alert, phases: [well], isRinging: false },
      { alert, phases: [well, trouble], isRinging: true },
      { alert, phases: [well, trouble, mended], isRinging: false },
    ],
  );
  expect(await objections(expected)).toBeNull();
});
