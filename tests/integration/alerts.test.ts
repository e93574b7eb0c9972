import "#tests/support/mail-server.ts";
import { useApp } from "#tests/support/app.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkAlerts } from "#lib/features/alerts/check.ts";
import { acknowledge } from "#lib/features/alerts/records.ts";
import {
  changeBigCommerceNoticeAddresses,
  bigCommerceNoticeAddresses,
} from "#lib/features/alerts/bigcommerce-notices.ts";
import { changeAlertSettings, readAlertSettings } from "#lib/features/alerts/settings.ts";
import { alertList } from "#lib/features/alerts/view.ts";
import { auditPage } from "#lib/features/audit/audit.ts";
import type { AuditAction } from "#lib/contract/audit.ts";
import type { StoreHash } from "#lib/ids.ts";
import { speaking } from "#lib/messages/language.ts";
import { database } from "#lib/platform/db/client.ts";
import { keepAlertsTask } from "#lib/jobs/tasks/keep-alerts.ts";
import { startWorker } from "#lib/jobs/worker.ts";
import { saveRejections } from "#lib/features/receiver/records.ts";
import { alertShops, ANA, BEN, NEVER, NOBODY, SCOPES, type Shop } from "#tests/support/alert-shops.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useHooks } from "#tests/support/hooks.ts";
import { useMailServer } from "#tests/support/mail-server.ts";
import { testReceiver, type Receiver } from "#tests/support/simulator.ts";

useDatabase();
const app = useApp();
const hooks = useHooks(app);
const { shop, breakHooks, mendHooks, check, checkHooks, waiting } = alertShops(app, hooks);
const mailServer = useMailServer();
const HOUR_MS = 3_600_000;

const historyOf = async (hash: StoreHash, action: AuditAction) =>
  (await auditPage(hash, { limit: 200 })).entries.filter((entry) => entry.action === action);

let receiver: Receiver;
beforeEach(async () => {
  receiver = await testReceiver();
});
afterEach(() => receiver.close());

describe("the worker", () => {
  test("decides after a check, sends, and comes again after a 500", async () => {
    const store = await shop({ webhookUrl: receiver.url, emails: [ANA] });
    await breakHooks(store);
    let answers = 0;
    receiver.answer = () => (answers++ === 0 ? 500 : 200);
    const worker = await startWorker();
    try {
      await expect.poll(() => receiver.received, { timeout: 20_000 }).toHaveLength(2);
      await expect.poll(() => waiting(store.hash)).toEqual([]);
    } finally {
      await worker.stop();
    }
    expect(mailServer.mails).toHaveLength(1);
    expect((await readAlertSettings(store.owner)).deliveries).toMatchObject([
      { channel: "email", outcome: "delivered", attempts: 1 },
      { channel: "webhook", outcome: "delivered", attempts: 2, status: 200 },
    ]);
  });

  test("two decisions at once open and tell one alert", async () => {
    const store = await shop({ emails: [ANA] });
    await breakHooks(store);
    await Promise.all([1, 2, 3, 4].map(() => checkAlerts(store.hash, store.now)));
    expect(await database().prisma.alert.count({ where: { storeHash: store.hash } })).toBe(1);
    expect(await waiting(store.hash)).toHaveLength(1);
  });

  test("once an hour asks stores in trouble, and closes what an uninstalled store left", async () => {
    const [troubled, gone, well] = [await shop(), await shop(), await shop()];
    for (const store of [troubled, gone]) {
      await breakHooks(store);
      await check(store);
    }
    await app.control(`/stores/${gone.hash}/uninstall`, {});
    await database().prisma.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    // Cast: the task takes only its signal from the queue's helpers.
    await keepAlertsTask({}, { abortSignal: NEVER } as never);
    const jobs = await database().prisma.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs`;
    const asked = jobs.map(({ key }) => key);
    expect(asked).toContain(`check-alerts:${troubled.hash}`);
    expect(asked).not.toContain(`check-alerts:${gone.hash}`);
    expect(asked).not.toContain(`check-alerts:${well.hash}`);
    expect((await alertList(gone.hash, gone.now)).alerts).toEqual([]);
  });
});

describe("a trouble of the whole store", () => {
  const causes = async ({ hash, now }: Shop, laterMs = 0) =>
    (await alertList(hash, new Date(now.getTime() + laterMs))).alerts.map(({ cause }) => cause);
  const openAlerts = async ({ hash }: Shop) =>
    (await database().prisma.alert.findMany({ where: { storeHash: hash, closedAt: null } })).map(
      ({ cause }) => cause,
    );

  test("is that BigCommerce refuses the token, until it takes it again", async () => {
    const store = await shop({ emails: [ANA] });
    await breakHooks(store, [SCOPES[0]]);
    await check(store);
    await app.control("/faults", { api: "401" });
    await checkHooks(store);
    await check(store, 60_000);
    // What was wrong before is not over because it cannot be seen; a person is shown the one thing to do.
    expect((await openAlerts(store)).toSorted()).toEqual(["needs_reauthorisation", "off_by_bigcommerce"]);
    expect(await causes(store)).toEqual(["needs_reauthorisation"]);
    await app.control("/faults", { api: "none" });
    await database().prisma.store.update({
      where: { hash: store.hash },
      data: { needsReauthorisation: false },
    });
    await mendHooks(store);
    await check(store, 120_000);
    expect(await causes(store)).toEqual([]);
    expect(mailServer.mails).toHaveLength(4);
  });

  test("is that BigCommerce has been silent for two hours", async () => {
    const store = await shop();
    await app.control("/faults", { api: "503" });
    await checkHooks(store);
    await check(store, 2 * HOUR_MS - 60_000);
    expect(await causes(store, 2 * HOUR_MS - 60_000)).toEqual(["check_failed"]);
    expect(await openAlerts(store)).toEqual([]);
    await check(store, 2 * HOUR_MS + 60_000);
    expect(await causes(store, 2 * HOUR_MS + 60_000)).toEqual(["unreachable"]);
    expect(await openAlerts(store)).toEqual(["unreachable"]);
    await app.control("/faults", { api: "none" });
    await checkHooks(store);
    await check(store, 3 * HOUR_MS);
    expect(await causes(store, 3 * HOUR_MS)).toEqual([]);
    expect(await openAlerts(store)).toEqual([]);
  });

  test("is that deliveries are refused and none arrives, three of them at least", async () => {
    const store = await shop();
    const refused = (count: number) =>
      saveRejections([
        {
          storeHash: store.hash,
          reason: "wrong_signature",
          count,
          firstAt: store.now,
          lastAt: store.now,
          last: { headers: [], values: {}, bytes: null },
        },
      ]);
    await refused(2);
    await check(store);
    expect(await causes(store)).toEqual([]);
    await refused(1);
    await check(store);
    expect(await causes(store)).toEqual(["refusing"]);
    await check(store, 48 * HOUR_MS);
    expect(await causes(store, 48 * HOUR_MS)).toEqual([]);
  });
});

describe("in the app", () => {
  test("an alert is counted until somebody acknowledges it, and reminded of until then", async () => {
    const store = await shop({ emails: [ANA] });
    await breakHooks(store);
    await check(store);
    const { alerts, unseen } = await alertList(store.hash, store.now);
    expect(unseen).toBe(1);
    expect(alerts).toMatchObject([
      { cause: "off_by_bigcommerce", sentence: "2 webhooks were turned off at BigCommerce" },
    ]);
    await check(store, 24 * HOUR_MS);
    expect(mailServer.mails.at(-1)?.text).toContain("Still: 2 webhooks");

    const id = BigInt(alerts[0]?.id ?? 0);
    const other = await shop();
    expect(await acknowledge(other.hash, id, other.owner, store.now)).toBe(false);
    expect(await acknowledge(store.hash, id, store.owner, store.now)).toBe(true);
    const german = await speaking("de", () => historyOf(store.hash, "alert_acknowledged"));
    expect(german).toMatchObject([{ reason: "2 Webhooks wurden bei BigCommerce ausgeschaltet" }]);
    expect(await alertList(store.hash, store.now)).toMatchObject({
      unseen: 0,
      alerts: [{ acknowledgedBy: store.owner.email }],
    });
    await check(store, 72 * HOUR_MS);
    expect(mailServer.mails).toHaveLength(2);
  });

  test("a change is in the history, without a webhook's path, and the path is the owner's alone", async () => {
    const store = await shop();
    const webhookUrl = `${receiver.url}/services/T000/secret`;
    await changeAlertSettings(
      store.owner,
      { emails: [ANA], webhookUrl, mutedCauses: ["doubled"] },
      store.now,
    );
    expect(await historyOf(store.hash, "alerts_changed")).toMatchObject([
      {
        actor: { email: store.owner.email },
        before: { told: "nobody" },
        after: { told: `${ANA}, ${receiver.url}; not of “Duplicate webhooks”` },
      },
    ]);
    const [row] = await database().prisma.auditEntry.findMany({ where: { action: "alerts_changed" } });
    expect(JSON.stringify(row?.stateAfter)).not.toContain("/services");
    expect((await readAlertSettings(store.owner)).webhookUrl).toBe(webhookUrl);
    expect((await readAlertSettings({ ...store.owner, isOwner: false })).webhookUrl).toBe(receiver.url);
    await expect(
      changeAlertSettings({ ...store.owner, isOwner: false }, NOBODY, store.now),
    ).rejects.toMatchObject({
      code: "OWNER_ONLY",
    });
  });
});

describe("BigCommerce's own notices", () => {
  test("go to the addresses that the owner sets at BigCommerce, as BigCommerce describes the call", async () => {
    const { owner, hash, now } = await shop();
    expect(await bigCommerceNoticeAddresses(hash)).toEqual([]);
    expect(await changeBigCommerceNoticeAddresses(owner, [ANA, BEN], now)).toEqual([ANA, BEN]);
    expect(await bigCommerceNoticeAddresses(hash)).toEqual([ANA, BEN]);
    expect(hooks.calls.filter(({ method }) => method === "PUT")).toMatchObject([
      { address: "/hooks/admin", body: { emails: [ANA, BEN] } },
    ]);
    await changeBigCommerceNoticeAddresses(owner, [], now);
    expect(await historyOf(hash, "notices_changed")).toMatchObject([
      { before: { told: `${ANA}, ${BEN}` }, after: { told: "nobody" } },
      { before: { told: "nobody" }, after: { told: `${ANA}, ${BEN}` } },
    ]);
  });

  test("are left as they are by others than the owner, and when BigCommerce does not answer", async () => {
    const { owner, hash, now } = await shop();
    await changeBigCommerceNoticeAddresses(owner, [ANA], now);
    await expect(
      changeBigCommerceNoticeAddresses({ ...owner, isOwner: false }, [BEN], now),
    ).rejects.toMatchObject({
      code: "OWNER_ONLY",
    });
    await app.control("/faults", { api: "503" });
    await expect(changeBigCommerceNoticeAddresses(owner, [BEN], now)).rejects.toMatchObject({
      code: "BIGCOMMERCE_UNREACHABLE",
    });
    await app.control("/faults", { api: "none" });
    expect(await bigCommerceNoticeAddresses(hash)).toEqual([ANA]);
  });
});
