import { useApp } from "#tests/support/app.ts";
import { describe, expect, test } from "vitest";
import * as route from "#app/s/[storeHash]/api/audit/route.ts";
import { AUDIT_RETENTION_DAYS, auditPage, forgetOldEntries } from "#lib/features/audit/audit.ts";
import { writeAuditEntries } from "#lib/features/audit/records.ts";
import { STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";
import { AuditPage, type AuditFilter } from "#lib/contract/audit.ts";
import { database } from "#lib/platform/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { storeCredentials } from "#lib/features/stores/records.ts";
import { changeSubscriptions } from "#lib/features/subscriptions/change.ts";
import { reconcileStore } from "#lib/features/subscriptions/reconcile.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useHooks } from "#tests/support/hooks.ts";

useDatabase();
const app = useApp();
const hooks = useHooks(app);

const ANA = { userId: "7", email: "ana@example.com" };
const ORDER = "store/order/created";
const CART = "store/cart/created";
const DAY_MS = 86_400_000;
const patience = { timeoutMs: 400, waitMsMax: 0 };

async function readyStore() {
  const store = app.newStore();
  const { cookie } = await app.install(store);
  const hash = StoreHash.parse(store.hash);
  await reconcileStore(hash, { by: "keeper", now: new Date(), patience });
  return { store, hash, cookie };
}
const check = (hash: StoreHash, now = new Date()) => reconcileStore(hash, { by: "keeper", now, patience });
const turn = (hash: StoreHash, scope: string, wanted: boolean) =>
  changeSubscriptions(hash, [{ scope, wanted }], { by: ANA, now: new Date(), patience });
const entriesOf = async (hash: StoreHash, scope?: string) =>
  (await auditPage(hash, { scope, limit: 200 })).entries;
const get = (hash: string, cookie: string, query = "") =>
  route.GET(new Request(`http://localhost/s/${hash}/api/audit${query}`, { headers: { Cookie: cookie } }), {
    params: Promise.resolve({ storeHash: hash }),
  });

describe("the audit log tells", () => {
  test("an installation by whom, what a new store begins with, and the hooks that were made for it", async () => {
    const { hash, store } = await readyStore();
    const entries = await entriesOf(hash);
    const { id, email } = store.owner;
    expect(entries.filter(({ action }) => action === "app_installed")).toMatchObject([
      { actor: { userId: String(id), email }, scope: null },
    ]);
    expect(entries.filter(({ action }) => action === "subscription_wanted")).toHaveLength(
      STARTER_SCOPES.length,
    );
    const { destination } = hooks.only(hash, ORDER);
    expect(await entriesOf(hash, ORDER)).toMatchObject([
      {
        action: "hook_created",
        actor: null,
        hookId: String(hooks.only(hash, ORDER).id),
        before: null,
        after: { isActive: true, destination, hasRightSecret: true },
        reason: "Missing at BigCommerce.",
        isRefused: false,
        status: 200,
        code: null,
      },
      { action: "subscription_wanted", actor: null, before: { isWanted: false }, after: { isWanted: true } },
    ]);
  });

  test("who turned something on and off, and the hook's way with it", async () => {
    const { hash } = await readyStore();
    await turn(hash, CART, true);
    await turn(hash, CART, false);
    const ofAna = { actor: ANA, isRefused: false };
    expect(await entriesOf(hash, CART)).toMatchObject([
      { ...ofAna, action: "hook_removed", before: { isActive: true }, after: null, status: 200 },
      { ...ofAna, action: "subscription_unwanted", before: { isWanted: true }, after: { isWanted: false } },
      { ...ofAna, action: "hook_created", before: null, after: { isActive: true }, status: 200 },
      { ...ofAna, action: "subscription_wanted", before: { isWanted: false }, after: { isWanted: true } },
    ]);
  });

  test("what one person did, the keeper did, or was done to webhooks alone", async () => {
    const { hash } = await readyStore();
    await turn(hash, CART, true);
    const actions = async (filter: AuditFilter) =>
      (await auditPage(hash, { ...filter, limit: 200 })).entries.map(({ action }) => action);
    expect(await actions({ who: ANA.userId })).toEqual(["hook_created", "subscription_wanted"]);
    expect(await actions({ who: ANA.userId, kind: "people" })).toEqual([]);
    expect(new Set(await actions({ who: "keeper" }))).toEqual(
      new Set(["hook_created", "subscription_wanted"]),
    );
    expect(await actions({ kind: "settings" })).toEqual(["app_installed"]);
  });

  test("what the keeper mended, from which state", async () => {
    const { hash } = await readyStore();
    await hooks.change(hooks.only(hash, ORDER), { status: "deactivated" });
    await check(hash);
    await hooks.change(hooks.only(hash, ORDER), { destination: "https://old.example.com/x", headers: null });
    // Once an hour is how often the keeper mends the same.
    await check(hash, new Date(Date.now() + DAY_MS / 24));
    const [updated, switchedOn] = await entriesOf(hash, ORDER);
    expect(switchedOn).toMatchObject({
      action: "hook_switched_on",
      actor: null,
      before: { isActive: false },
      after: { isActive: true },
    });
    expect(updated).toMatchObject({
      action: "hook_updated",
      before: { destination: "https://old.example.com/x", hasRightSecret: false },
      after: { destination: hooks.only(hash, ORDER).destination, hasRightSecret: true },
    });
  });

  test("what was refused and by which answer, and that the choice was restored", async () => {
    const { hash } = await readyStore();
    hooks.before(async ({ method }) => {
      if (method === "POST") await app.control("/faults", { api: { mode: "503", times: 1 } });
    });
    await turn(hash, CART, true);
    expect(await entriesOf(hash, CART)).toMatchObject([
      {
        action: "subscription_unwanted",
        actor: null,
        before: { isWanted: true },
        after: { isWanted: false },
      },
      {
        action: "hook_created",
        actor: ANA,
        isRefused: true,
        status: 503,
        code: "BIGCOMMERCE_UNREACHABLE",
        sentence: "BigCommerce isn't available right now.",
        after: null,
      },
      { action: "subscription_wanted", actor: ANA },
    ]);
  });

  test("the keeper's repeated refusal once a day, and again after something worked", async () => {
    const { hash } = await readyStore();
    const refusals = async () => (await entriesOf(hash, ORDER)).filter(({ isRefused }) => isRefused).length;
    hooks.before(async ({ method }) => {
      if (method === "POST") await app.control("/faults", { api: { mode: "503", times: 1 } });
    });
    const start = Date.now();
    await hooks.lose(hooks.only(hash, ORDER));
    await check(hash, new Date(start));
    await check(hash, new Date(start + DAY_MS / 24));
    expect(await refusals()).toBe(1);
    await check(hash, new Date(start + DAY_MS + 1));
    expect(await refusals()).toBe(2);
    hooks.before(() => undefined);
    await app.control("/faults", { api: "none" });
    await check(hash, new Date(start + DAY_MS + 2));
    await hooks.lose(hooks.only(hash, ORDER));
    hooks.before(async ({ method }) => {
      if (method === "POST") await app.control("/faults", { api: { mode: "503", times: 1 } });
    });
    await check(hash, new Date(start + DAY_MS + DAY_MS / 24 + 3));
    expect(await refusals()).toBe(3);
  });

  test("who left: a person, everybody's sessions, the app; and who came back", async () => {
    const { store, hash, cookie } = await readyStore();
    const by = { userId: String(store.owner.id), email: store.owner.email };
    const [staff] = store.staff;
    await app.launch(store, { user: "staff" });
    await app.control(`/stores/${hash}/remove-user`, { user: "staff" });
    await app.control(`/stores/${hash}/remove-user`, { user: "staff" });
    await app.call(`/s/${hash}/api/session/end`, cookie, {
      method: "POST",
      body: JSON.stringify({ who: "everyone" }),
    });
    await app.install(store);
    await app.control(`/stores/${hash}/uninstall`, {});
    await app.install(store);
    const entries = (await entriesOf(hash)).filter(({ scope }) => scope === null);
    expect(entries.map(({ action, actor, before }) => ({ action, actor, before }))).toEqual([
      { action: "app_installed", actor: by, before: null },
      { action: "app_uninstalled", actor: by, before: null },
      { action: "app_accepted", actor: by, before: null },
      { action: "everybody_signed_out", actor: by, before: null },
      { action: "person_removed", actor: null, before: { person: staff?.email } },
      { action: "app_installed", actor: by, before: null },
    ]);
  });

  test("nothing of a token or a secret", async () => {
    const { hash } = await readyStore();
    await hooks.change(hooks.only(hash, ORDER), { headers: { "X-Webhook-Keeper-Secret": "guessed-secret" } });
    await check(hash);
    const { accessToken, webhookSecret } = (await storeCredentials(hash)) ?? {};
    const { rows } = await database().pool.query<{ text: string }>(
      "SELECT string_agg(e::text, '|') AS text FROM audit_entries e WHERE store_hash = $1",
      [hash],
    );
    for (const secret of [accessToken, webhookSecret, "guessed-secret"])
      expect(rows[0]?.text).not.toContain(secret);
  });
});

describe("the audit log", () => {
  test("is read by pages without gap or double, and by scope", async () => {
    const { hash, cookie } = await readyStore();
    const all = await entriesOf(hash);
    const read: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: AuditPage = AuditPage.parse(
        await (await get(hash, cookie, `?limit=5${cursor && `&cursor=${cursor}`}`)).json(),
      );
      expect(page.entries.length).toBeLessThanOrEqual(5);
      read.push(...page.entries.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(read).toEqual(all.map(({ id }) => id));
    const ofOrder = AuditPage.parse(await (await get(hash, cookie, `?scope=${ORDER}`)).json());
    expect(ofOrder.entries.map(({ scope }) => scope)).toEqual([ORDER, ORDER]);
    expect((await get(hash, cookie, "?cursor=nonsense")).status).toBe(400);
    expect((await get(hash, cookie, "?limit=201")).status).toBe(400);
  });

  test("is of one store alone", async () => {
    const one = await readyStore();
    const other = await readyStore();
    await turn(one.hash, CART, true);
    expect(await entriesOf(other.hash, CART)).toEqual([]);
    expect((await get(one.hash, other.cookie)).status).toBe(401);
  });

  test("can be taken along as a table that no spreadsheet runs", async () => {
    const { hash, cookie } = await readyStore();
    const scope = "=cmd|' /C calc'!A0";
    const many = Array.from({ length: 1_200 }, () => ({
      actor: { userId: "9", email: "+1@example.com" },
      action: "subscription_wanted" as const,
      scope,
    }));
    await writeAuditEntries(hash, many, new Date());
    const response = await get(hash, cookie, "?format=csv");
    expect(response.headers.get("Content-Type")).toMatch(/^text\/csv/);
    expect(response.headers.get("Content-Disposition")).toBe(`attachment; filename="history-${hash}.csv"`);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const lines = (await response.text()).trimEnd().split("\r\n");
    expect(lines[0]).toBe(
      "time,who,user_id,action,event_type,webhook_id,before,after,reason,result,status,code",
    );
    expect(lines.filter((line) => line.includes("cmd|"))).toHaveLength(1_200);
    expect(lines[1]).toMatch(/Z,'\+1@example\.com,9,subscription_wanted,'=cmd\|' \/C calc'!A0,,,,,done,,$/);
    expect(lines.at(-1)).toContain("app_installed");
    const part = await (await get(hash, cookie, `?format=csv&scope=${ORDER}`)).text();
    expect(part.trimEnd().split("\r\n")).toHaveLength(3);
  });

  test("never changes what it says, and forgets it after a year", async () => {
    const { hash } = await readyStore();
    const { pool } = database();
    await expect(pool.query("UPDATE audit_entries SET reason = 'another'")).rejects.toThrow("never changed");
    const now = new Date();
    const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
    const entry = { actor: ANA, action: "everybody_signed_out" } as const;
    await writeAuditEntries(hash, [entry], daysAgo(AUDIT_RETENTION_DAYS + 1));
    await writeAuditEntries(hash, [entry], daysAgo(AUDIT_RETENTION_DAYS - 1));
    await forgetOldEntries(now);
    const kept = (await entriesOf(hash)).filter(({ action }) => action === "everybody_signed_out");
    expect(kept).toHaveLength(1);
  });
});
