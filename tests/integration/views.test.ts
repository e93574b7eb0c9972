import { expect, test } from "vitest";
import { saveVisit } from "#lib/features/auth/records.ts";
import { database } from "#lib/platform/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import {
  pagePreferences,
  preferencesOf,
  savePreferences,
} from "#lib/features/preferences/preferences.records.ts";
import { deleteView, keepView, nameView, savedViews } from "#lib/features/preferences/views.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

const NOW = new Date("2026-11-25T12:00:00.000Z");
const storeHash = StoreHash.parse("views");

async function person(userId: string) {
  await database().prisma.store.upsert({
    where: { hash: storeHash },
    create: { hash: storeHash, scopes: [], installedAt: NOW, webhookSecretSealed: "sealed" },
    update: {},
  });
  const visit = {
    storeHash,
    userId: BigInt(userId),
    email: `${userId}@example.com`,
    isOwner: false,
    locale: null,
    admittedAt: NOW,
  };
  await database().prisma.$transaction((tx) => saveVisit(tx, visit, NOW));
  return { storeHash, userId };
}
const namesOf = ({ views }: Awaited<ReturnType<typeof savedViews>>) => views.map(({ name }) => name);

test("views are kept, renamed and deleted by the person alone whose they are", async () => {
  const [ana, ben] = [await person("1"), await person("2")];
  await keepView(ana, { name: "Unsigned", query: "?proof=header" }, NOW);
  const { views } = await keepView(ana, { name: "Carts", query: "?group=carts" }, NOW);
  expect(views.map(({ name, query }) => [name, query])).toEqual([
    ["Carts", "?group=carts"],
    ["Unsigned", "?proof=header"],
  ]);
  expect(await savedViews(ben)).toEqual({ views: [] });

  const id = views[0]?.id ?? "";
  await expect(nameView(ben, id, "Mine", NOW)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(deleteView(ben, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(namesOf(await nameView(ana, id, "Baskets", NOW))).toEqual(["Baskets", "Unsigned"]);
  await expect(nameView(ana, id, "Unsigned", NOW)).rejects.toMatchObject({ code: "VIEW_NAME_TAKEN" });
  expect(namesOf(await deleteView(ana, id))).toEqual(["Unsigned"]);
  await expect(deleteView(ana, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(deleteView(ana, "1e3")).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a name is used once: saving under it again replaces what it stood for", async () => {
  const ana = await person("3");
  await keepView(ana, { name: "Mine", query: "?q=1" }, NOW);
  const { views } = await keepView(ana, { name: "Mine", query: "?q=2" }, NOW);
  expect(views).toMatchObject([{ name: "Mine", query: "?q=2" }]);
});

test("fifty are the most, and one of them can still be replaced", async () => {
  const ana = await person("4");
  for (let count = 0; count < 50; count++) await keepView(ana, { name: `View ${count}`, query: "" }, NOW);
  await expect(keepView(ana, { name: "More", query: "" }, NOW)).rejects.toMatchObject({
    code: "TOO_MANY_VIEWS",
  });
  expect((await keepView(ana, { name: "View 7", query: "?q=7" }, NOW)).views).toHaveLength(50);
});

test("the owner has the app to set up until they are through, staff and a demo never", async () => {
  const staff = await person("7");
  const owner = await person("8");
  await database().prisma.membership.updateMany({ where: { userId: 8n }, data: { isOwner: true } });
  const setup = async (who: typeof staff) => (await preferencesOf(who)).setup;
  expect([await setup(staff), await setup(owner)]).toEqual(["done", "choose"]);
  await savePreferences(owner, { setup: "watch" });
  expect([await setup(owner), (await pagePreferences(owner)).setup]).toEqual(["watch", "watch"]);
  await database().prisma.store.update({ where: { hash: storeHash }, data: { isDemo: true } });
  expect(await setup(owner)).toBe("done");
  await database().prisma.store.update({ where: { hash: storeHash }, data: { isDemo: false } });
  await savePreferences(owner, { setup: "done" });
  expect(await setup(owner)).toBe("done");
});

test("single keys act and technical details are hidden until a person says otherwise, for that person", async () => {
  const [ana, ben] = [await person("5"), await person("6")];
  const first = { usesKeys: true, showsTechnicalDetails: false, setup: "done", language: null };
  expect(await preferencesOf(ana)).toEqual(first);
  await savePreferences(ana, { usesKeys: false });
  await savePreferences(ana, { language: "de" });
  await savePreferences(ana, { showsTechnicalDetails: true });
  expect(await preferencesOf(ana)).toEqual({
    ...first,
    usesKeys: false,
    showsTechnicalDetails: true,
    language: "de",
  });
  expect(await preferencesOf(ben)).toEqual(first);
});
