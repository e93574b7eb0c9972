import "#tests/support/mail-server.ts";
import { useApp } from "#tests/support/app.ts";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { checkAlerts } from "#lib/alerts/check.ts";
import { NotDelivered, sendMessage } from "#lib/alerts/messages/send.ts";
import { acknowledge } from "#lib/alerts/records.ts";
import {
  changeAlertSettings,
  readAlertSettings,
  renewAlertSecret,
  testAlerts,
} from "#lib/alerts/settings/settings.ts";
import { alertList } from "#lib/alerts/view.ts";
import type { Access } from "#lib/auth/access.ts";
import type { AlertSettingsChange } from "#lib/contract/alerts.ts";
import { database } from "#lib/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { lookAtStore } from "#lib/jobs/look.ts";
import { keepAlertsTask } from "#lib/jobs/tasks/keep-alerts.ts";
import { startWorker } from "#lib/jobs/worker.ts";
import { changeSubscriptions } from "#lib/subscriptions/change.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useHooks } from "#tests/support/hooks.ts";
import { useMailServer } from "#tests/support/mail-server.ts";
import { subjectOf } from "#tests/support/smtp.ts";
import { testReceiver, type Receiver } from "#tests/support/simulator.ts";

useDatabase();
const app = useApp();
const hooks = useHooks(app);
const mailServer = useMailServer();

const ANA = "ana@example.com";
const BEN = "ben@example.com";
const SCOPES = ["store/order/created", "store/order/statusUpdated"] as const;
const HOUR_MS = 3_600_000;
const NOTHING: AlertSettingsChange = { emails: [], webhookUrl: null, mutedCauses: [] };
const patience = { timeoutMs: 2_000, waitMsMax: 0 };
const never = new AbortController().signal;

let receiver: Receiver;
beforeEach(async () => {
  receiver = await testReceiver();
});
afterEach(() => receiver.close());

interface Shop {
  hash: StoreHash;
  owner: Access;
  now: Date;
  secret: string | null;
}

/** An installed and checked store whose alerts go where they are told to. */
async function shop(settings: Partial<AlertSettingsChange> = {}): Promise<Shop> {
  const store = app.newStore();
  await app.install(store);
  const hash = StoreHash.parse(store.hash);
  const now = new Date();
  await lookAtStore(hash, { now, patience, isFirst: true });
  await database().prisma.store.update({ where: { hash }, data: { name: "Ana's Surf Shop" } });
  const owner = {
    storeHash: hash,
    userId: String(store.owner.id),
    email: store.owner.email,
    isOwner: true,
    locale: null,
    storeEpoch: 1,
    membershipEpoch: 1,
  };
  const { secret } = await changeAlertSettings(owner, { ...NOTHING, ...settings }, now);
  return { hash, owner, now, secret };
}

/** BigCommerce switches hooks off, and the keeper has done what it may: they stay off. */
async function breakHooks({ hash, now }: Shop, scopes: readonly string[] = SCOPES): Promise<void> {
  for (let round = 0; round < 2; round++) {
    for (const scope of scopes)
      await hooks.change(hooks.only(hash, scope), { is_active: false, status: "deactivated" });
    await lookAtStore(hash, { now, patience, isFirst: false });
  }
}

async function mendHooks({ hash, now }: Shop): Promise<void> {
  for (const hook of hooks.ours(hash)) await hooks.change(hook, { is_active: true, status: "active" });
  await lookAtStore(hash, { now, patience, isFirst: false });
}

const waiting = (hash: StoreHash) =>
  database().prisma.alertMessage.findMany({ where: { storeHash: hash, outcome: "waiting" } });

/** Decides about the store's alerts, and sends what is to be told. */
async function check({ hash, now }: Shop, afterMs = 0): Promise<void> {
  const at = new Date(now.getTime() + afterMs);
  await checkAlerts(hash, at);
  for (const { id } of await waiting(hash)) await sendMessage(id, at, never);
}

const subjects = () => mailServer.mails.map(subjectOf);

describe("an alert by mail", () => {
  test("is one for all webhooks of a cause, to each address alone, and is followed by its recovery", async () => {
    const store = await shop({ emails: [ANA, BEN] });
    await breakHooks(store);
    await check(store);
    expect(subjects()).toEqual(Array(2).fill("Ana's Surf Shop: 2 webhooks were switched off by BigCommerce"));
    expect(mailServer.mails.flatMap(({ to }) => to).toSorted()).toEqual([ANA, BEN]);
    expect(mailServer.mails.every(({ to }) => to.length === 1)).toBe(true);
    const [mail] = mailServer.mails;
    expect(mail?.from).toBe("keeper@example.com");
    expect(mail?.text).toContain("- Order created (store/order/created)");
    expect(mail?.text).toContain(`/manage/${store.hash}/app`);
    expect(mail?.text).toContain('<a href="');
    expect(mail?.text).toMatch(/^Auto-Submitted: auto-generated$/m);
    // To whom it does not go, and who works there, is nobody's business.
    const [first = { to: [""], text: "" }] = mailServer.mails;
    expect(first.text).not.toContain(first.to[0] === ANA ? BEN : ANA);
    expect(first.text).not.toContain(store.owner.email);

    await check(store, 60_000);
    expect(mailServer.mails).toHaveLength(2);
    await mendHooks(store);
    await check(store, 120_000);
    expect(subjects().slice(2)).toEqual(
      Array(2).fill("Ana's Surf Shop: No webhook is switched off by BigCommerce any more"),
    );
    expect(await alertList(store.hash)).toEqual({ alerts: [], unseen: 0 });
  });

  test("does not come for what the keeper mended in the same look", async () => {
    const store = await shop({ emails: [ANA] });
    await hooks.lose(hooks.only(store.hash, SCOPES[0]));
    await lookAtStore(store.hash, { now: store.now, patience, isFirst: false });
    await check(store);
    expect(mailServer.mails).toEqual([]);
    expect(await database().prisma.alert.count({ where: { storeHash: store.hash } })).toBe(0);
  });

  test("does not come for what a person turned off, and ends when they do", async () => {
    const store = await shop({ emails: [ANA] });
    await breakHooks(store, [SCOPES[0]]);
    await check(store);
    expect(mailServer.mails).toHaveLength(1);
    const off = [{ scope: SCOPES[0], wanted: false }];
    await changeSubscriptions(store.hash, off, { by: store.owner, now: store.now });
    await check(store, 1_000);
    expect(subjects()).toEqual([
      expect.stringContaining("1 webhook was"),
      expect.stringContaining("No webhook"),
    ]);
  });

  test("that comes and goes is told once in six hours", async () => {
    const store = await shop({ emails: [ANA] });
    for (const minutes of [0, 20, 40]) {
      await breakHooks(store);
      await check(store, minutes * 60_000);
      await mendHooks(store);
      await check(store, (minutes + 10) * 60_000);
    }
    expect(subjects()).toHaveLength(2);
  });

  test("goes to nobody whom its cause was muted for, and is open in the app all the same", async () => {
    const store = await shop({ emails: [ANA], mutedCauses: ["off_by_bigcommerce"] });
    await breakHooks(store);
    await check(store);
    expect(mailServer.mails).toEqual([]);
    expect(await alertList(store.hash)).toMatchObject({ unseen: 1 });
  });

  test("that a mail server puts off is tried again; one that it refuses is not", async () => {
    const store = await shop({ emails: [ANA, BEN] });
    await breakHooks(store);
    await checkAlerts(store.hash, store.now);
    mailServer.refuse((to) => (to === ANA ? 451 : 550));
    for (const { id, recipient } of await waiting(store.hash)) {
      const sent = sendMessage(id, store.now, never);
      if (recipient === ANA) await expect(sent).rejects.toThrow(NotDelivered);
      else await sent;
    }
    const { deliveries } = await readAlertSettings(store.owner);
    expect(deliveries).toMatchObject([
      { recipient: ANA, outcome: "waiting", attempts: 1, status: 451, failure: "MAIL_PUT_OFF" },
      { recipient: BEN, outcome: "refused", attempts: 1, status: 550, failure: "MAIL_REFUSED" },
    ]);
    mailServer.refuse(() => null);
    for (const { id } of await waiting(store.hash)) await sendMessage(id, store.now, never);
    expect(mailServer.mails.map(({ to }) => to)).toEqual([[ANA]]);
  });

  test("does not reach an address that was taken out meanwhile", async () => {
    const store = await shop({ emails: [ANA] });
    await breakHooks(store);
    await checkAlerts(store.hash, store.now);
    await changeAlertSettings(store.owner, { ...NOTHING, emails: [BEN] }, store.now);
    for (const { id } of await waiting(store.hash)) await sendMessage(id, store.now, never);
    expect(mailServer.mails).toEqual([]);
  });
});

describe("an alert by webhook", () => {
  test("is signed by Standard Webhooks, and says what a machine needs", async () => {
    const store = await shop({ webhookUrl: `${receiver.url}/alerts?key=1` });
    await breakHooks(store);
    await check(store);
    const [call] = receiver.received;
    expect(call?.path).toBe("/alerts?key=1");
    // The reference library computes it by itself, and throws when it differs.
    const verified = new Webhook(store.secret ?? "").verify(
      call?.body ?? "",
      call?.headers as Record<string, string>,
    );
    expect(verified).toMatchObject({
      type: "alert.opened",
      data: { store: { hash: store.hash }, cause: "off_by_bigcommerce", webhooks: SCOPES, closedAt: null },
    });
    await mendHooks(store);
    await check(store, 1_000);
    expect(JSON.parse(receiver.received[1]?.body ?? "")).toMatchObject({
      type: "alert.closed",
      data: { cause: "off_by_bigcommerce", closedAt: expect.any(String) as string },
    });
  });

  test("has a secret that is shown once, sealed, and can be renewed", async () => {
    const store = await shop({ webhookUrl: receiver.url });
    expect(store.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const again = await changeAlertSettings(
      store.owner,
      { ...NOTHING, webhookUrl: `${receiver.url}/2` },
      store.now,
    );
    expect(again.secret).toBeNull();
    const row = await database().prisma.alertSettings.findUniqueOrThrow({ where: { storeHash: store.hash } });
    expect(JSON.stringify([row, again])).not.toContain(store.secret);

    const renewed = await renewAlertSecret(store.owner, store.now);
    expect(renewed).not.toBe(store.secret);
    expect(await testAlerts(store.owner, "webhook", store.now)).toMatchObject([
      { outcome: "delivered", status: 200 },
    ]);
    const [call] = receiver.received;
    const headers = call?.headers as Record<string, string>;
    expect(() => new Webhook(store.secret ?? "").verify(call?.body ?? "", headers)).toThrow();
    expect(new Webhook(renewed).verify(call?.body ?? "", headers)).toMatchObject({ type: "alert.test" });
  });

  test.each([
    [301, "refused", "RECEIVER_REDIRECTS"],
    [404, "refused", "RECEIVER_REFUSED"],
    [410, "refused", "RECEIVER_REFUSED"],
    [429, "waiting", "RECEIVER_FAILED"],
    [500, "waiting", "RECEIVER_FAILED"],
    [503, "waiting", "RECEIVER_FAILED"],
  ])("that is answered %i is %s", async (status, outcome, failure) => {
    const store = await shop({ webhookUrl: receiver.url });
    await breakHooks(store);
    await checkAlerts(store.hash, store.now);
    receiver.answer = () => status;
    for (const { id } of await waiting(store.hash))
      await sendMessage(id, store.now, never).catch((error: unknown) =>
        expect(error).toBeInstanceOf(NotDelivered),
      );
    const { deliveries } = await readAlertSettings(store.owner);
    expect(deliveries).toMatchObject([{ channel: "webhook", outcome, status, failure }]);
    expect(receiver.received).toHaveLength(1);
  });

  test("is given up after ten attempts", async () => {
    const store = await shop({ webhookUrl: receiver.url });
    await breakHooks(store);
    await checkAlerts(store.hash, store.now);
    receiver.answer = () => 500;
    const [{ id } = { id: "" }] = await waiting(store.hash);
    for (let attempt = 1; attempt < 10; attempt++)
      await expect(sendMessage(id, store.now, never)).rejects.toThrow(NotDelivered);
    await sendMessage(id, store.now, never);
    await sendMessage(id, store.now, never);
    expect(receiver.received).toHaveLength(10);
    expect((await readAlertSettings(store.owner)).deliveries).toMatchObject([
      { outcome: "failed", attempts: 10 },
    ]);
  });

  test("of a receiver that does not answer ends after five seconds, and is tried again", async () => {
    const store = await shop({ webhookUrl: receiver.url });
    receiver.answer = () => null;
    const began = performance.now();
    const [result] = await testAlerts(store.owner, "webhook", store.now);
    expect(result).toMatchObject({ outcome: "failed", status: null, failure: "RECEIVER_TOO_SLOW" });
    expect(performance.now() - began).toBeLessThan(7_000);
  });

  test.each(["http://169.254.169.254/latest", "http://10.0.0.1/", "http://[fe80::1]/", "http://0.0.0.0:1/"])(
    "never goes to %s, also where this machine is allowed",
    async (webhookUrl) => {
      const store = await shop({ webhookUrl });
      expect(await testAlerts(store.owner, "webhook", store.now)).toMatchObject([
        { outcome: "refused", status: null, failure: "PRIVATE_ADDRESS" },
      ]);
    },
  );

  test("carries the same id when the process ended before it could note the answer, and comes no more once it did", async () => {
    const store = await shop({ webhookUrl: receiver.url, emails: [ANA] });
    await breakHooks(store);
    await checkAlerts(store.hash, store.now);
    const messages = await waiting(store.hash);
    for (const { id } of messages) await sendMessage(id, store.now, never);
    // As if the notes had never been written.
    await database().prisma.alertMessage.updateMany({
      where: { storeHash: store.hash },
      data: { outcome: "waiting" },
    });
    for (const { id } of messages) await sendMessage(id, store.now, never);
    for (const { id } of messages) await sendMessage(id, store.now, never);
    expect(receiver.received).toHaveLength(2);
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    const ids = mailServer.mails.map(({ text }) => /^Message-ID: (.*)$/im.exec(text)?.[1]);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });
});

describe("the worker", () => {
  test("decides after a look, sends, and comes again after a 500", async () => {
    const store = await shop({ webhookUrl: receiver.url, emails: [ANA] });
    await breakHooks(store);
    let answers = 0;
    receiver.answer = () => (answers++ === 0 ? 500 : 200);
    const worker = await startWorker();
    try {
      await vi.waitFor(() => expect(receiver.received).toHaveLength(2), { timeout: 20_000, interval: 100 });
      await vi.waitFor(async () => expect(await waiting(store.hash)).toEqual([]), { timeout: 5_000 });
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
    await keepAlertsTask({}, { abortSignal: never } as never);
    const jobs = await database().prisma.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs`;
    const asked = jobs.map(({ key }) => key);
    expect(asked).toContain(`check-alerts:${troubled.hash}`);
    expect(asked).not.toContain(`check-alerts:${gone.hash}`);
    expect(asked).not.toContain(`check-alerts:${well.hash}`);
    expect((await alertList(gone.hash)).alerts).toEqual([]);
  });
});

describe("in the app", () => {
  test("an alert is counted until somebody acknowledges it, and reminded of until then", async () => {
    const store = await shop({ emails: [ANA] });
    await breakHooks(store);
    await check(store);
    const { alerts, unseen } = await alertList(store.hash);
    expect(unseen).toBe(1);
    expect(alerts).toMatchObject([
      { cause: "off_by_bigcommerce", sentence: "2 webhooks were switched off by BigCommerce." },
    ]);
    await check(store, 24 * HOUR_MS);
    expect(subjects().at(-1)).toContain("Still: 2 webhooks");

    const id = BigInt(alerts[0]?.id ?? 0);
    const other = await shop();
    expect(await acknowledge(other.hash, id, other.owner, store.now)).toBe(false);
    expect(await acknowledge(store.hash, id, store.owner, store.now)).toBe(true);
    expect(await alertList(store.hash)).toMatchObject({
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
    const rows = await database().prisma.auditEntry.findMany({
      where: { storeHash: store.hash, action: "alerts_changed" },
    });
    expect(rows).toMatchObject([
      {
        actorEmail: store.owner.email,
        stateBefore: { told: "nobody" },
        stateAfter: { told: `${ANA}, ${receiver.url}; not of doubled` },
      },
    ]);
    expect((await readAlertSettings(store.owner)).webhookUrl).toBe(webhookUrl);
    expect((await readAlertSettings({ ...store.owner, isOwner: false })).webhookUrl).toBe(receiver.url);
    await expect(
      changeAlertSettings({ ...store.owner, isOwner: false }, NOTHING, store.now),
    ).rejects.toMatchObject({
      code: "OWNER_ONLY",
    });
  });
});
