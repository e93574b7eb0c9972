import "#tests/support/mail-server.ts";
import { useApp } from "#tests/support/app.ts";
import { describe, expect, test } from "vitest";
import { checkAlerts } from "#lib/features/alerts/check.ts";
import { NotDelivered, sendMessage } from "#lib/features/alerts/send.ts";
import { changeAlertSettings, readAlertSettings } from "#lib/features/alerts/settings.ts";
import { alertList } from "#lib/features/alerts/view.ts";
import { database } from "#lib/platform/db/client.ts";
import { changeSubscriptions } from "#lib/features/subscriptions/change.ts";
import { alertShops, ANA, BEN, NEVER, NOBODY, SCOPES } from "#tests/support/alert-shops.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useHooks } from "#tests/support/hooks.ts";
import { useMailServer } from "#tests/support/mail-server.ts";
import { subjectOf } from "#tests/support/smtp.ts";

useDatabase();
const app = useApp();
const hooks = useHooks(app);
const { shop, breakHooks, mendHooks, check, checkHooks, waiting } = alertShops(app, hooks);
const mailServer = useMailServer();

const subjects = () => mailServer.mails.map(subjectOf);

describe("an alert by mail", () => {
  test("is one for all webhooks of a cause, to each address alone, and is followed by its recovery", async () => {
    const store = await shop({ emails: [ANA, BEN] });
    await breakHooks(store);
    await check(store);
    expect(subjects()).toEqual(Array(2).fill("Ana's Surf Shop: 2 webhooks were turned off at BigCommerce"));
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
      Array(2).fill("Ana's Surf Shop: No webhook is turned off at BigCommerce anymore"),
    );
    expect(await alertList(store.hash, store.now)).toEqual({ alerts: [], unseen: 0 });
  });

  test("is in the language of the store's owner", async () => {
    const store = await shop({ emails: [ANA] });
    await database().prisma.membership.updateMany({
      where: { storeHash: store.hash, isOwner: true },
      data: { language: "de" },
    });
    await breakHooks(store);
    await check(store);
    const [mail] = mailServer.mails;
    expect(mail && subjectOf(mail)).toBe("Ana's Surf Shop: 2 Webhooks wurden bei BigCommerce ausgeschaltet");
    expect(mail?.text).toContain("Bestellung angelegt (store/order/created)");
  });

  test("does not come for what the keeper mended in the same check", async () => {
    const store = await shop({ emails: [ANA] });
    await hooks.lose(hooks.only(store.hash, SCOPES[0]));
    await checkHooks(store);
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
    expect(await alertList(store.hash, store.now)).toMatchObject({ unseen: 1 });
  });

  test("that a mail server puts off is tried again; one that it refuses is not", async () => {
    const store = await shop({ emails: [ANA, BEN] });
    await breakHooks(store);
    await checkAlerts(store.hash, store.now);
    mailServer.refuse((to) => (to === ANA ? 451 : 550));
    for (const { id, recipient } of await waiting(store.hash)) {
      const sent = sendMessage(id, store.now, NEVER);
      if (recipient === ANA) await expect(sent).rejects.toThrow(NotDelivered);
      else await sent;
    }
    const { deliveries } = await readAlertSettings(store.owner);
    expect(deliveries).toMatchObject([
      { recipient: ANA, outcome: "waiting", attempts: 1, status: 451, failure: "MAIL_PUT_OFF" },
      { recipient: BEN, outcome: "refused", attempts: 1, status: 550, failure: "MAIL_REFUSED" },
    ]);
    mailServer.refuse(() => null);
    for (const { id } of await waiting(store.hash)) await sendMessage(id, store.now, NEVER);
    expect(mailServer.mails.map(({ to }) => to)).toEqual([[ANA]]);
  });

  test("does not reach an address that was taken out meanwhile", async () => {
    const store = await shop({ emails: [ANA] });
    await breakHooks(store);
    await checkAlerts(store.hash, store.now);
    await changeAlertSettings(store.owner, { ...NOBODY, emails: [BEN] }, store.now);
    for (const { id } of await waiting(store.hash)) await sendMessage(id, store.now, NEVER);
    expect(mailServer.mails).toEqual([]);
  });
});
