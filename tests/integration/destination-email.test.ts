import "#tests/support/mail-server.ts";
import { expect, test } from "vitest";
import type { Access } from "#lib/access.ts";
import { answerKind } from "#lib/contract/values/answer-kinds.ts";
import { DestinationInput } from "#lib/contract/destinations.ts";
import { EMAILS_PER_HOUR, type DestinationKind } from "#lib/contract/values/destinations.ts";
import { changeDestination, makeDestination } from "#lib/features/destinations/change.ts";
import { sendOnce } from "#lib/features/forwarding/send-once.ts";
import { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDestination, anEvent } from "#tests/support/forwarded.ts";
import { useMailServer } from "#tests/support/mail-server.ts";
import { subjectOf } from "#tests/support/smtp.ts";

useDatabase();
const mailServer = useMailServer();

const NOW = new Date();
const BEN = "Ben@example.com";
const how = { now: () => NOW, signal: new AbortController().signal };

/** A store of Ana's, which Ben may open too, and where each of his emails comes from a destination of another id. */
async function store(hash: string) {
  const storeHash = StoreHash.parse(hash);
  await database().prisma.store.create({
    data: { hash, scopes: [], installedAt: NOW, webhookSecretSealed: "sealed" },
  });
  const userId = BigInt(hash.replaceAll(/\D/g, ""));
  await database().prisma.user.create({ data: { id: userId, email: "ben@example.com" } });
  const ben = { storeHash: hash, userId };
  await database().prisma.membership.create({
    data: { ...ben, isOwner: false, language: "de", lastSeenAt: NOW },
  });
  const ana: Access = {
    storeHash,
    userId: "7",
    email: "ana@example.com",
    isOwner: true,
    mayChangeWebhooks: true,
    locale: null,
    storeEpoch: 1,
    membershipEpoch: 1,
  };
  const destination = aDestination({
    id: hash,
    storeHash,
    kind: "email",
    url: BEN,
    name: "Ben\r\nBcc: eve@example.com",
  });
  const send = (facts = {}) => sendOnce(destination, anEvent({ storeHash }), { attempts: 0, ...facts }, how);
  const benLeaves = () =>
    database().prisma.membership.update({ where: { storeHash_userId: ben }, data: { removedAt: NOW } });
  return { ana, send, benLeaves };
}

test("an email goes to somebody who may open the store, in their language, and to nobody else", async () => {
  const { ana, send, benLeaves } = await store("mail1");
  const make = (url: string, kind: DestinationKind = "email") =>
    makeDestination(ana, DestinationInput.parse({ name: "Ben", kind, url, eventTypes: ["*"] }), NOW);
  await expect(make("eve@example.com")).rejects.toMatchObject({ code: "NOT_A_MEMBER" });
  await expect(make("Ben <ben@example.com>")).rejects.toMatchObject({ code: "NOT_AN_EMAIL" });
  const { destination } = await make(BEN);
  await expect(changeDestination(ana, destination.id, { url: "eve@example.com" }, NOW)).rejects.toMatchObject(
    {
      code: "NOT_A_MEMBER",
    },
  );

  expect(await send()).toMatchObject({ outcome: "delivered", failure: null });
  expect(await send({ isTest: true })).toMatchObject({ outcome: "delivered" });
  const [mail, probe] = mailServer.mails;
  expect(mail && subjectOf(mail)).toMatch(/^Bestellung 1023/);
  expect(probe && subjectOf(probe)).toMatch(/^Probe: Bestellung 1023/);
  expect(mailServer.mails.map(({ to }) => to)).toEqual([[BEN], [BEN]]);
  expect(mail?.text).not.toMatch(/^Bcc:/m);
  const ids = mailServer.mails.map(({ text }) => /^Message-ID: (.*)$/im.exec(text)?.[1]);
  expect(ids[0]).toMatch(/^<.+@.+>$/);
  expect(ids[1]).toBe(ids[0]);

  await benLeaves();
  const left = await send();
  expect(left).toMatchObject({ outcome: "ill", failure: "MAIL_NOT_A_MEMBER" });
  expect([answerKind(left), mailServer.mails.length]).toEqual(["not_a_member", 2]);
});

test("an hour has room for so many emails of a destination; the next one waits, a test too", async () => {
  const { send } = await store("mail2");
  await Promise.all(Array.from({ length: EMAILS_PER_HOUR }, () => send()));
  const next = await send();
  expect(next).toMatchObject({ outcome: "busy", failure: "MAIL_HOUR_FULL" });
  expect((next.notBefore?.getTime() ?? 0) - NOW.getTime()).toBeGreaterThan(3_000_000);
  expect(answerKind(next)).toBe("paced");
  expect(mailServer.mails).toHaveLength(EMAILS_PER_HOUR);
  expect(await send({ isTest: true })).toMatchObject({ outcome: "busy", failure: "MAIL_HOUR_FULL" });
});

test("a mail server that refuses an address is told from one that only waits", async () => {
  const { send } = await store("mail3");
  mailServer.refuse(() => 550);
  expect(await send()).toMatchObject({ outcome: "unwelcome", status: 550, failure: "MAIL_REFUSED" });
  mailServer.refuse(() => 451);
  expect(await send()).toMatchObject({ outcome: "ill", status: 451, failure: "MAIL_PUT_OFF" });
});
