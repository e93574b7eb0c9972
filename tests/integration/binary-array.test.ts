import fc from "fast-check";
import { expect, test } from "vitest";
import { database } from "#lib/platform/db/client.ts";
import { binaryArray } from "#lib/features/receiver/binary-array.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

const RUNS = { numRuns: 50 };
/** PostgreSQL's text holds neither NUL nor half a surrogate pair. */
const text = fc.string({ unit: "grapheme" }).filter((value) => !value.includes("\0") && value.isWellFormed());
const time = fc.date({ min: new Date(-2e12), max: new Date(4.1e12), noInvalidDate: true });

async function through(type: string, array: Buffer): Promise<unknown[]> {
  const { rows } = await database().pool.query<{ value: unknown }>(
    `SELECT value FROM unnest($1::${type}[]) WITH ORDINALITY AS row (value, place) ORDER BY place`,
    [array],
  );
  return rows.map(({ value }) => value);
}

test("PostgreSQL reads the values that were written, nulls and empty ones too", async () => {
  const columns = fc.record({
    texts: fc.array(fc.option(text), { maxLength: 20 }),
    bytes: fc.array(fc.option(fc.uint8Array()), { maxLength: 20 }),
    objects: fc.array(fc.dictionary(text, text), { maxLength: 20 }),
    numbers: fc.array(fc.integer(), { maxLength: 20 }),
    booleans: fc.array(fc.boolean(), { maxLength: 20 }),
    times: fc.array(fc.option(time), { maxLength: 20 }),
  });
  await fc.assert(
    fc.asyncProperty(columns, async ({ texts, bytes, objects, numbers, booleans, times }) => {
      expect(await through("text", binaryArray.text(texts))).toEqual(texts);
      expect(await through("bytea", binaryArray.bytea(bytes))).toEqual(
        bytes.map((value) => value && Buffer.from(value)),
      );
      const asJson = objects.map((object) => JSON.stringify(object));
      expect(await through("json", binaryArray.json(asJson))).toEqual(
        objects.map((object) => ({ ...object })),
      );
      expect(await through("int", binaryArray.int(numbers))).toEqual(numbers);
      expect(await through("boolean", binaryArray.boolean(booleans))).toEqual(booleans);
      expect(await through("timestamptz", binaryArray.timestamptz(times))).toEqual(times);
    }),
    RUNS,
  );
});
