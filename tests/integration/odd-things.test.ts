import { useApp } from "#tests/support/app.ts";
import { createHash } from "node:crypto";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { BACKGROUND } from "#lib/platform/bigcommerce/retry.ts";
import { database } from "#lib/platform/db/client.ts";
import { isUnstorable } from "#lib/platform/db/unstorable.ts";
import { readResources } from "#lib/features/enrichment/read-resources.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { StoreHash } from "#lib/ids.ts";
import { commitArrivals } from "#lib/features/receiver/commit.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();
const app = useApp();

/** Answers products as this says, by the ids that were asked for; BigCommerce itself when it says nothing. */
let products: ((ids: string[]) => string) | null = null;
let made = 0;

beforeAll(() => ensurePartitions(new Date(), new Date()));
beforeEach(() => {
  products = null;
  const { fetch } = globalThis;
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
    const url = decodeURIComponent(String(input instanceof Request ? input.url : input));
    const [, ids] = /\/catalog\/products\?id:in=([\d,]+)/.exec(url) ?? [];
    if (ids === undefined || products === null) return fetch(input, init);
    return Promise.resolve(new Response(products(ids.split(","))));
  });
});

/** A store of whose products events came, read once. */
async function readAfterEvents(ids: readonly number[]): Promise<{ hash: StoreHash; goOnAt: Date | null }> {
  const store = app.newStore();
  await app.install(store);
  const hash = StoreHash.parse(store.hash);
  const now = new Date();
  await commitArrivals(
    ids.map((id) => ({
      storeHash: hash,
      occurredAt: now,
      hash: createHash("sha1").update(`odd ${made++}`).digest("hex"),
      scope: "store/product/updated",
      resource: { type: "product", id: String(id) },
      flags: [],
      body: Buffer.from("{}"),
      headers: {},
      proof: "both" as const,
      arrivedAt: now,
      isTest: false,
      isDemo: false,
    })),
  );
  const goOnAt = await readResources(hash, { clock: () => new Date(), patience: BACKGROUND });
  return { hash, goOnAt };
}

const found = async (storeHash: StoreHash) => {
  const rows = await database().prisma.snapshot.findMany({
    where: { storeHash },
    orderBy: { resourceId: "asc" },
  });
  return rows.map(({ resourceId, outcome, body }) => [resourceId, outcome, body] as const);
};
const failed = async (storeHash: StoreHash) => {
  const rows = await database().prisma.resource.findMany({ where: { storeHash, failure: { not: null } } });
  return rows.map(({ id, failure }) => [id, failure]);
};

test("a name that PostgreSQL does not take is kept with a replacement sign, and the others as they are", async () => {
  products = (ids) => {
    const names = [String.raw`half \ud83c`, String.raw`NUL \u0000`, "plain"];
    return `{"data":[${ids.map((id, index) => `{"id":${id},"name":"${names[index] ?? ""}"}`).join(",")}]}`;
  };
  const { hash, goOnAt } = await readAfterEvents([1, 2, 3]);
  expect(goOnAt).toBeNull();
  expect((await found(hash)).map(([, outcome, body]) => [outcome, (body as { name: string }).name])).toEqual([
    ["kept", "half \uFFFD"],
    ["kept", "NUL \uFFFD"],
    ["kept", "plain"],
  ]);
});

test("an entry that cannot be read is told of its thing alone, and is not taken for deleted", async () => {
  products = ([first]) => JSON.stringify({ data: [{ id: Number(first), name: "read" }, { id: null }, null] });
  const { hash } = await readAfterEvents([1, 2]);
  const [read, ...others] = await found(hash);
  expect([read?.[1], others.length]).toEqual(["kept", 0]);
  expect(await failed(hash)).toEqual([
    [others.length === 0 && read?.[0] === "1" ? "2" : "1", "BIGCOMMERCE_UNREADABLE"],
  ]);
});

test("an answer with things that nobody asked for does not tell what is deleted", async () => {
  products = () =>
    JSON.stringify({
      data: [
        { id: 900, name: "a" },
        { id: 901, name: "b" },
      ],
    });
  const { hash } = await readAfterEvents([1, 2]);
  expect(await found(hash)).toEqual([]);
  expect(await failed(hash)).toHaveLength(2);
});

test("what is nested without end is too large, and stops nothing else", async () => {
  const nested = `${"[".repeat(9_000)}${"]".repeat(9_000)}`;
  products = (ids) =>
    `{"data":[${ids.map((id) => `{"id":${id},"name":"n"${id === "2" ? `,"deep":${nested}` : ""}}`).join(",")}]}`;
  const { hash } = await readAfterEvents([1, 2, 3]);
  expect((await found(hash)).map(([id, outcome]) => [id, outcome])).toEqual([
    ["1", "kept"],
    ["2", "too_large"],
    ["3", "kept"],
  ]);
});

test("a thing that the database does not take stops neither the others nor the job", async () => {
  const { prisma } = database();
  await prisma.$executeRaw`
    CREATE FUNCTION refuse_two() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '22P05'; END $$`;
  await prisma.$executeRaw`
    CREATE TRIGGER refuse_two BEFORE INSERT ON snapshots
    FOR EACH ROW WHEN (NEW.resource_id = '2') EXECUTE FUNCTION refuse_two()`;
  try {
    products = (ids) => JSON.stringify({ data: ids.map((id) => ({ id: Number(id), name: "n" })) });
    const { hash } = await readAfterEvents([1, 2, 3]);
    expect((await found(hash)).map(([id, outcome]) => [id, outcome])).toEqual([
      ["1", "kept"],
      ["3", "kept"],
    ]);
    expect(await failed(hash)).toEqual([["2", "BIGCOMMERCE_UNREADABLE"]]);
  } finally {
    await prisma.$executeRaw`DROP FUNCTION refuse_two CASCADE`;
  }
});

test.each([
  ["text with NUL", () => database().prisma.$queryRaw`SELECT ${"a\0"}::text`, true],
  [
    "half of an emoji in a document",
    () => database().prisma.$queryRaw`SELECT ${String.raw`"\ud83c"`}::text::jsonb`,
    true,
  ],
  ["a missing table", () => database().prisma.$queryRaw`SELECT * FROM nowhere`, false],
])("a refusal of %s is told by its cause", async (_, query, isOfData) => {
  const error = await query().catch((thrown: unknown) => thrown);
  expect(isUnstorable(error)).toBe(isOfData);
});
