import "#tests/support/mail-server.ts";
import { useApp } from "#tests/support/app.ts";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkAlerts } from "#lib/features/alerts/check.ts";
import { NotDelivered, sendMessage } from "#lib/features/alerts/send.ts";
import {
  changeAlertSettings,
  readAlertSettings,
  renewAlertSecret,
  testAlerts,
} from "#lib/features/alerts/settings.ts";
import { database } from "#lib/platform/db/client.ts";
import { alertShops, ANA, NEVER, NOBODY, SCOPES } from "#tests/support/alert-shops.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useHooks } from "#tests/support/hooks.ts";
import { useMailServer } from "#tests/support/mail-server.ts";
import { testReceiver, type Receiver } from "#tests/support/simulator.ts";

useDatabase();
const app = useApp();
const hooks = useHooks(app);
const { shop, breakHooks, mendHooks, check, waiting } = alertShops(app, hooks);
const mailServer = useMailServer();

let receiver: Receiver;
beforeEach(async () => {
  receiver = await testReceiver();
});
afterEach(() => receiver.close());

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
      { ...NOBODY, webhookUrl: `${receiver.url}/2` },
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
    // A receiver has a day to change.
    expect(new Webhook(store.secret ?? "").verify(call?.body ?? "", headers)).toMatchObject({
      type: "alert.test",
    });
    expect(new Webhook(renewed).verify(call?.body ?? "", headers)).toMatchObject({ type: "alert.test" });
  });

  test("is signed by the new secret alone a day after it was renewed", async () => {
    const store = await shop({ webhookUrl: receiver.url });
    const renewed = await renewAlertSecret(store.owner, new Date(store.now.getTime() - 24 * 3_600_000));
    await testAlerts(store.owner, "webhook", store.now);
    const [call] = receiver.received;
    const headers = call?.headers as Record<string, string>;
    expect(new Webhook(renewed).verify(call?.body ?? "", headers)).toMatchObject({ type: "alert.test" });
    expect(() => new Webhook(store.secret ?? "").verify(call?.body ?? "", headers)).toThrow();
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
      await sendMessage(id, store.now, NEVER).catch((error: unknown) =>
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
      await expect(sendMessage(id, store.now, NEVER)).rejects.toThrow(NotDelivered);
    await sendMessage(id, store.now, NEVER);
    await sendMessage(id, store.now, NEVER);
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
    for (const { id } of messages) await sendMessage(id, store.now, NEVER);
    // As if the notes had never been written.
    await database().prisma.alertMessage.updateMany({
      where: { storeHash: store.hash },
      data: { outcome: "waiting" },
    });
    for (const { id } of messages) await sendMessage(id, store.now, NEVER);
    for (const { id } of messages) await sendMessage(id, store.now, NEVER);
    expect(receiver.received).toHaveLength(2);
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    const ids = mailServer.mails.map(({ text }) => /^Message-ID: (.*)$/im.exec(text)?.[1]);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });
});
