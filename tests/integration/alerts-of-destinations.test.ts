import { expect, test } from "vitest";
import type { Access } from "#lib/access.ts";
import { DestinationInput } from "#lib/contract/destinations.ts";
import { checkAlerts } from "#lib/features/alerts/check.ts";
import { auditPage } from "#lib/features/audit/audit.ts";
import { changeAlertSettings } from "#lib/features/alerts/settings.ts";
import { alertList } from "#lib/features/alerts/view.ts";
import { changeDestination, makeDestination } from "#lib/features/destinations/change.ts";
import { storesWithTroubledDestinations } from "#lib/features/destinations/troubles.records.ts";
import { turnOffByKeeper } from "#lib/features/destinations/turn-off.ts";
import { decideDeliveries } from "#lib/features/forwarding/again.ts";
import { database } from "#lib/platform/db/client.ts";
import { useDatabase } from "#tests/support/database.ts";
import { accessOf, privateStore } from "#tests/support/privacy.ts";

useDatabase();

const NOW = new Date("2026-11-30T12:00:00.000Z");
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

async function made(ana: Access, name: string) {
  const input = { name, url: "https://hooks.example.com/", eventTypes: ["*"] };
  return (await makeDestination(ana, DestinationInput.parse(input), NOW)).destination;
}
const decided = async ({ storeHash }: Access, now: Date) =>
  (await checkAlerts(storeHash, now)).map(({ cause, action, tells }) => [cause, action, tells]);
const todo = async ({ storeHash }: Access, now: Date) =>
  (await alertList(storeHash, now)).alerts.map(({ cause, destinations }) => [
    cause,
    destinations.map(({ name }) => name),
  ]);

test("a destination in trouble is told of after a quarter of an hour, with what it is about, and when that is over", async () => {
  const ana = accessOf(await privateStore("troubles", NOW));
  await changeAlertSettings(ana, { emails: [], webhookUrl: "http://127.0.0.1:9/", mutedCauses: [] }, NOW);
  const [slack, warehouse] = [await made(ana, "Slack"), await made(ana, "Warehouse")];
  const illSince = (id: string, at: Date | null) =>
    database().prisma.feed.update({ where: { destinationId: id }, data: { illSince: at } });
  await illSince(slack.id, NOW);
  await illSince(warehouse.id, minutes(1));
  expect(await storesWithTroubledDestinations(minutes(14))).toEqual([]);
  expect(await decided(ana, minutes(14))).toEqual([]);
  expect(await todo(ana, minutes(14))).toEqual([["destination_retrying", ["Slack", "Warehouse"]]]);
  expect(await storesWithTroubledDestinations(minutes(15))).toEqual([ana.storeHash]);
  expect(await decided(ana, minutes(15))).toEqual([["destination_ill", "open", "alert"]]);
  expect(await todo(ana, minutes(15))).toEqual([
    ["destination_ill", ["Slack"]],
    ["destination_retrying", ["Warehouse"]],
  ]);
  expect(await decided(ana, minutes(16))).toEqual([["destination_ill", "keep", null]]);
  expect(await todo(ana, minutes(16))).toEqual([["destination_ill", ["Slack", "Warehouse"]]]);
  expect(await decided(ana, minutes(15 + 24 * 60))).toEqual([["destination_ill", "keep", "reminder"]]);

  await illSince(slack.id, null);
  await turnOffByKeeper({ ...warehouse, epoch: 0 }, "unanswered", minutes(2_000));
  expect(await decided(ana, minutes(2_000))).toEqual([
    ["destination_ill", "close", "recovery"],
    ["destination_off", "open", "alert"],
  ]);
  expect(await todo(ana, minutes(2_000))).toEqual([["destination_off", ["Warehouse"]]]);

  const place = {
    destinationId: slack.id,
    storeHash: ana.storeHash,
    seq: 1n,
    occurredAt: NOW,
    hash: "h",
    scope: "s",
  };
  await database().prisma.deliveryRetry.create({
    data: { ...place, state: "failed", attempts: 10, firstAt: NOW, lastAt: NOW, outcome: "ill" },
  });
  await changeDestination(ana, warehouse.id, { isOn: true }, minutes(2_001));
  expect(await decided(ana, minutes(2_001))).toEqual([
    ["destination_off", "close", "recovery"],
    ["deliveries_failed", "open", "alert"],
  ]);
  await decideDeliveries(ana, slack.id, "dismiss", { state: "failed" }, minutes(2_002));
  expect(await storesWithTroubledDestinations(minutes(2_002))).toEqual([ana.storeHash]);
  expect(await decided(ana, minutes(2_002))).toEqual([["deliveries_failed", "close", "recovery"]]);
  expect(await storesWithTroubledDestinations(minutes(2_003))).toEqual([]);

  // Each alert kept whom it was about, by id and name.
  const kept = await database().prisma.alert.findMany({
    where: { storeHash: ana.storeHash },
    orderBy: { id: "asc" },
  });
  expect(kept.map(({ cause, destinations }) => [cause, destinations])).toEqual([
    [
      "destination_ill",
      [
        { id: slack.id, name: "Slack" },
        { id: warehouse.id, name: "Warehouse" },
      ],
    ],
    ["destination_off", [{ id: warehouse.id, name: "Warehouse" }]],
    ["deliveries_failed", [{ id: slack.id, name: "Slack" }]],
  ]);
  // And each entry says which destination it is about, whatever that is called by now.
  await changeDestination(ana, warehouse.id, { name: "Slack" }, minutes(2_003));
  const { entries } = await auditPage(ana.storeHash, { destination: warehouse.id, limit: 50 });
  expect(entries.map(({ action }) => action)).toEqual([
    "destination_changed",
    "destination_turned_on",
    "destination_turned_off",
    "destination_made",
  ]);

  // What a person turned off is no trouble.
  await changeDestination(ana, slack.id, { isOn: false }, minutes(2_004));
  expect(await decided(ana, minutes(2_004))).toEqual([]);
});
