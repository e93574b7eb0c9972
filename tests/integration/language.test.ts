import { useApp, type Opened } from "#tests/support/app.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { pagePersonOf } from "#lib/http/page-person.ts";
import { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";
import { savePreferences } from "#lib/features/preferences/preferences.records.ts";
import { speaking } from "#lib/messages/language.ts";
import { subscriptionList } from "#lib/features/subscriptions/view.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();
const app = useApp();

const User = z.object({
  user: z.looseObject({ language: z.string(), chosenLanguage: z.string().nullable() }),
});
let store: SimulatedStore;
let opened: Opened;

beforeEach(async () => {
  store = app.newStore();
  await app.install(store);
  opened = await app.launch(store, { claims: { user: { ...store.owner, locale: "de-AT" } } });
});

const owner = () => ({ storeHash: StoreHash.parse(store.hash), userId: String(store.owner.id) });
const session = (language: string) =>
  app.call(`/s/${store.hash}/api/session`, opened.cookie, { headers: { "Accept-Language": language } });
const userOf = async (response: Response) => User.parse(await response.json()).user;

const pageOf = (path: string, cookie = opened.cookie) =>
  pagePersonOf(
    new Request(`http://localhost${path}`, { headers: { Cookie: cookie, "Accept-Language": "fr" } }),
    new Date(),
  );

describe("a person's language", () => {
  test("is the control panel's, until they choose another", async () => {
    expect(await userOf(await session("fr"))).toMatchObject({ language: "de", chosenLanguage: null });
    await savePreferences(owner(), { language: "es" });
    expect(await userOf(await session("fr"))).toMatchObject({ language: "es", chosenLanguage: "es" });
    await savePreferences(owner(), { language: null });
    expect(await userOf(await session("fr"))).toMatchObject({ language: "de", chosenLanguage: null });
  });

  test("is English when the control panel speaks none of ours, and the browser's when it says nothing", async () => {
    opened = await app.launch(store, { claims: { user: { ...store.owner, locale: "ja-JP" } } });
    expect((await userOf(await session("fr"))).language).toBe("en");
    opened = await app.launch(store, { claims: { user: { ...store.owner, locale: null } } });
    expect((await userOf(await session("fr"))).language).toBe("fr");
  });

  test("is the one of the page that their session opens, and of no other store's", async () => {
    const page = async (path: string, cookie?: string) => (await pageOf(path, cookie)).language;
    expect(await page(`/s/${store.hash}/events`)).toBe("de");
    expect(await page(`/s/${store.hash}`)).toBe("de");
    expect(await page(`/s/${app.newStore().hash}/events`)).toBe("fr");
    expect(await page("/launch-failed")).toBe("fr");
    expect(await page(`/s/${store.hash}/events`, "")).toBe("fr");
    await savePreferences(owner(), { language: "es" });
    expect(await page(`/s/${store.hash}/overview`)).toBe("es");
  });
});

test("a page is drawn with technical details for whoever asked for them, in that store alone", async () => {
  const isShown = async (path: string, cookie?: string) => (await pageOf(path, cookie)).showsTechnicalDetails;
  const page = `/s/${store.hash}/events`;
  expect(await isShown(page)).toBe(false);
  await savePreferences(owner(), { showsTechnicalDetails: true });
  expect(await isShown(page)).toBe(true);
  expect(await isShown(page, "")).toBe(false);
  expect(await isShown(`/s/${app.newStore().hash}/events`)).toBe(false);
});

test("a page keeps room for a banner where something is wrong, for whoever may know it", async () => {
  const keepsRoom = async (cookie?: string) => (await pageOf(`/s/${store.hash}/events`, cookie)).awaitsBanner;
  const { prisma } = database();
  await prisma.store.update({ where: { hash: store.hash }, data: { needsReauthorisation: false } });
  expect(await keepsRoom()).toBe(false);
  await prisma.store.update({ where: { hash: store.hash }, data: { needsReauthorisation: true } });
  expect(await keepsRoom()).toBe(true);
  // Without a session, as in a browser that keeps no cookies, nobody knows yet.
  expect(await keepsRoom("")).toBe(true);
  await prisma.membership.updateMany({ where: { storeHash: store.hash }, data: { removedAt: new Date() } });
  expect(await keepsRoom()).toBe(false);
});

describe("an answer", () => {
  test("refuses in the language in which it was asked", async () => {
    const refused = async (language: string) => {
      const response = await app.call(`/s/${store.hash}/api/session`, "", {
        headers: { "Accept-Language": language },
      });
      return z.object({ title: z.string() }).parse(await response.json()).title;
    };
    expect(await Promise.all(["de", "fr", "es", "en", "ja"].map(refused))).toEqual([
      "Ihre Sitzung ist beendet",
      "Votre session est terminée",
      "Su sesión ha terminado",
      "Your session ended",
      "Your session ended",
    ]);
  });

  test("says in it how webhooks are doing, each viewer in their own", async () => {
    const hash = StoreHash.parse(store.hash);
    const list = (language: "de" | "fr") => speaking(language, () => subscriptionList(hash, new Date()));
    const [german, french] = await Promise.all([list("de"), list("fr")]);
    const said = ({ groups }: typeof german, scope: string) =>
      groups.flatMap(({ name, events }) =>
        events
          .filter((event) => event.scope === scope)
          .map(({ title, health }) => [name, title, health.sentence]),
      );
    expect(said(german, "store/order/archived")).toEqual([
      ["Bestellungen", "Bestellung archiviert", "Nicht eingeschaltet."],
    ]);
    expect(said(french, "store/order/archived")).toEqual([["Commandes", "Commande archivée", "Non activé."]]);
  });
});
