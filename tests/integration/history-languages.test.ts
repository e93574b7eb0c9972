import { useApp } from "#tests/support/app.ts";
import { beforeEach, describe, expect, test } from "vitest";
import * as route from "#app/s/[storeHash]/api/audit/route.ts";
import { AuditPage } from "#lib/contract/audit.ts";
import type { Sentence } from "#lib/contract/sentences.ts";
import type { Language } from "#lib/contract/values/languages.ts";
import { writeAuditEntries } from "#lib/features/audit/records.ts";
import { StoreHash } from "#lib/ids.ts";
import { storedSentence } from "#lib/messages/stored-sentences.ts";
import { database } from "#lib/platform/db/client.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();
const app = useApp();

let hash: StoreHash;
let cookie: string;
beforeEach(async () => {
  const store = app.newStore();
  ({ cookie } = await app.install(store));
  hash = StoreHash.parse(store.hash);
});

const ask = (language: string, query: string) =>
  route.GET(
    new Request(`http://localhost/s/${hash}/api/audit${query}`, {
      headers: { Cookie: cookie, "Accept-Language": language },
    }),
    { params: Promise.resolve({ storeHash: hash }) },
  );
const newestIn = async (language: string) => {
  const { entries } = AuditPage.parse(await (await ask(language, "?limit=1")).json());
  return entries[0];
};
/** A row as the version before wrote it. */
const writeOld = (reason: string | null, told: string | null = null) =>
  database().prisma.auditEntry.create({
    data: {
      storeHash: hash,
      at: new Date(Date.now() + 60_000),
      action: "alerts_changed",
      reason,
      ...(told !== null && { stateAfter: { told } }),
    },
  });
const writeNew = (reason: Sentence) =>
  writeAuditEntries(
    hash,
    [{ actor: "keeper", action: "secret_renewal_ended", reason }],
    new Date(Date.now() + 60_000),
  );

const OVER = { code: "secret_time_over", params: { days: 7, hooks: 12 } } as const;
const IN_WORDS: readonly [Language, string][] = [
  ["en", "7 days are over. Webhooks that still carry the old secret: 12."],
  ["de", "7 Tage sind um. Webhooks, die noch das alte Secret tragen: 12."],
  ["fr", "7 jours sont écoulés. Webhooks qui portent encore l’ancien secret : 12."],
  ["es", "Han pasado 7 días. Webhooks que aún llevan el secreto anterior: 12."],
];

describe("the history", () => {
  test.each(IN_WORDS)("says in %s what is kept as a code", async (language, words) => {
    await writeNew(OVER);
    expect((await newestIn(language))?.reason).toBe(words);
    const { rows } = await database().pool.query("SELECT reason FROM audit_entries ORDER BY at DESC LIMIT 1");
    expect(rows).toEqual([{ reason: '{"code":"secret_time_over","params":{"days":7,"hooks":12}}' }]);
  });

  test.each(IN_WORDS)("says in %s what the version before wrote in English", async (language, words) => {
    await writeOld("7 days are over. Webhooks that still carry the old secret: 12.");
    expect((await newestIn(language))?.reason).toBe(words);
  });

  test.each(IN_WORDS)("exports in %s rows of both kinds, without a code in any", async (language, words) => {
    await writeNew(OVER);
    await writeOld("7 days are over. Webhooks that still carry the old secret: 12.");
    const file = await (await ask(language, "?format=csv")).text();
    expect(file.split(words)).toHaveLength(3);
    expect(file).not.toContain("params");
  });

  test("exports in the language that was asked for to the last row of a long history", async () => {
    const entries = Array.from({ length: 3_000 }, () => ({
      actor: "keeper" as const,
      action: "secret_renewal_ended" as const,
      reason: OVER,
    }));
    await writeAuditEntries(hash, entries, new Date());
    const file = await (await ask("de", "?format=csv")).text();
    expect(file.split("7 Tage sind um.")).toHaveLength(3_001);
  });

  test.each<[Language, string]>([
    ["en", "ana@example.com; not of “Duplicate webhooks”"],
    ["de", "ana@example.com; nicht über „Doppelte Webhooks“"],
    ["fr", "ana@example.com ; pas de « Webhooks en double »"],
    ["es", "ana@example.com; no de «Webhooks duplicados»"],
  ])("says in %s whom alerts reach, as it was written and as it is kept now", async (language, words) => {
    const params = { recipients: ["ana@example.com"], mutedCauses: ["doubled"] };
    for (const told of ["ana@example.com; not of doubled", storedSentence({ code: "told", params })]) {
      const { id } = await writeOld(null, told);
      expect(await newestIn(language)).toMatchObject({ id: String(id), after: { told: words } });
    }
  });

  test("shows as it is what nobody foresaw, and nothing where nothing was written", async () => {
    await writeOld("Somebody pulled the plug.");
    expect((await newestIn("de"))?.reason).toBe("Somebody pulled the plug.");
    await writeOld(null);
    expect((await newestIn("de"))?.reason).toBeNull();
  });
});
