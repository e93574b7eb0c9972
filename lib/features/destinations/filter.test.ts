import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filterFault, passesFilter, type FilterSubject } from "./filter.ts";

const SUBJECT: FilterSubject = {
  type: "store/product/updated",
  payload: { data: { id: 7 } },
  thing: { id: 7, price: 12, name: "Mug", categories: [3, 5], variants: [{ id: 1, price: 12 }] },
  changes: { price: { before: 10, after: 12 }, variants: { 1: { price: { before: 10, after: 12 } } } },
};

describe("a filter", () => {
  test.each([
    [{ "changes.price": { $exists: true } }, true],
    [{ "changes.name": { $exists: true } }, false],
    [{ "changes.variants.1.price.after": { $gt: 11 } }, true],
    [{ "changes.price.before": { $lt: 10 } }, false],
    [{ $or: [{ "thing.name": "Cup" }, { "payload.data.id": { $in: [7, 8] } }] }, true],
    [{ "thing.categories": { $all: [3, 5] }, "thing.variants": { $elemMatch: { id: 1 } } }, true],
    [{ "thing.categories": 4 }, false],
    [{ $nor: [{ type: "store/product/updated" }] }, false],
    [{ "thing.status": { $ne: "Incomplete" } }, true],
    [
      {
        $and: [
          { $or: [{ type: { $nin: ["store/product/updated"] } }, { "changes.price": { $exists: true } }] },
        ],
      },
      true,
    ],
    [{}, true],
  ])("%j lets an event through: %s", (filter, isThrough) => {
    expect(filterFault(filter)).toBe(null);
    expect(passesFilter(filter, SUBJECT)).toBe(isThrough);
  });

  const deep = (levels: number): Record<string, never> =>
    levels === 0 ? {} : ({ $and: [deep(levels - 1)] } as unknown as Record<string, never>);

  test.each([
    [{ $where: "process.exit()" }, "FILTER_OPERATOR_UNKNOWN"],
    [{ "thing.name": { $regex: "(a+)+$" } }, "FILTER_OPERATOR_UNKNOWN"],
    [{ $or: [{ "thing.name": { $options: "i" } }] }, "FILTER_OPERATOR_UNKNOWN"],
    [{ "thing.name": { $foo: 1 } }, "FILTER_OPERATOR_UNKNOWN"],
    [deep(6), "FILTER_TOO_DEEP"],
    [{ type: { $in: Array.from({ length: 201 }, () => 1) } }, "FILTER_TOO_LARGE"],
    [{ type: "x".repeat(9_000) }, "FILTER_TOO_LARGE"],
    [{ $or: [] }, "FILTER_WRONG"],
    [{ "thing.variants": { $elemMatch: 1 } }, "FILTER_WRONG"],
  ])("%j is refused", (filter, fault) => {
    expect(filterFault(filter)).toBe(fault);
    expect(passesFilter(filter, SUBJECT)).toBe(false);
  });

  test("that is let through never fails, whatever the event", () => {
    const leaf = fc.oneof(fc.string({ maxLength: 3 }), fc.integer(), fc.boolean(), fc.constant(null));
    const name = fc.constantFrom(
      ..."$all $and $elemMatch $eq $exists $gt $gte $in $lt $lte $mod $ne $nin $nor $not $or $size type thing a a.b __proto__ length".split(
        " ",
      ),
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4, depthSize: "small" },
        leaf,
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(name, tie("value"), { maxKeys: 3, noNullPrototype: true }),
      ),
    }));
    let tried = 0;
    fc.assert(
      fc.property(
        fc.dictionary(name, value, { maxKeys: 3, noNullPrototype: true }),
        value,
        (query, thing) => {
          const filter = query as Parameters<typeof filterFault>[0];
          if (filterFault(filter) === null) tried++;
          expect(typeof passesFilter(filter, { ...SUBJECT, thing })).toBe("boolean");
        },
      ),
      { numRuns: 3_000 },
    );
    expect(tried).toBeGreaterThan(300);
  });
});
