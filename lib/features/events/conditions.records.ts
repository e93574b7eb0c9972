import type { EventStatus, Proof } from "#lib/contract/events.ts";
import { LATE_FROM_MS } from "#lib/contract/values/events.ts";
import { Prisma } from "#lib/platform/db/generated/client.ts";
import { CLASH_MARK } from "./clash.ts";
import type { Sought } from "./sought.ts";

/**
 * What a status asks of an event: word for word the condition of a partial index, and of `received` the opposite of one,
 * which the planner takes for most events; an equation it would take for few. What was not sent has no index in the log: few
 * events are, and they are read by what names them.
 */
const STATUS: Record<EventStatus, Prisma.Sql> = {
  received: Prisma.sql`NOT (cardinality(flags) > 0)`,
  flagged: Prisma.sql`cardinality(flags) > 0`,
  test: Prisma.sql`is_test`,
  repeated: Prisma.sql`arrivals > 1`,
  not_sent: Prisma.sql`EXISTS (SELECT FROM destinations JOIN delivery_retries ON destination_id = destinations.id
    WHERE destinations.store_hash = events.store_hash AND delivery_retries.seq = events.seq AND state = 'failed')`,
};

/** What a proof asks of an event; by a constant, from which the planner concludes that the partial index holds all of them. */
const PROOF: Record<Proof, Prisma.Sql> = {
  signature: Prisma.sql`proof = 'signature'`,
  header: Prisma.sql`proof = 'header'`,
  both: Prisma.sql`proof = 'both'`,
  keeper: Prisma.sql`proof = 'keeper'`,
};

/**
 * The hash as it is written, in small letters, and what shares it with another event. Whatever the database's order of
 * letters is, digits of base 16 come before a "z".
 */
function hashCondition(hash: string): Prisma.Sql {
  const cases = [...new Set([hash, hash.toLowerCase()])];
  return Prisma.sql`(hash = ANY (${cases}::text[])
    OR ${Prisma.join(
      cases.map((key) => `${key}${CLASH_MARK}`).map((key) => begins(Prisma.sql`hash`, key)),
      " OR ",
    )})`;
}

/** What begins with a text, by an index on the column. Pure. */
export const begins = (column: Prisma.Sql, text: string): Prisma.Sql =>
  Prisma.sql`(${column} BETWEEN ${text} AND ${`${text}z`} AND starts_with(${column}, ${text}))`;

/** What the scopes ask for. Pure. */
export function scopeCondition({ scopes }: Sought): Prisma.Sql[] {
  if (!scopes) return [];
  // A list of one would not be read in the index's order. A longer one is hidden from the planner, which would look up
  // each of its members in the statistics of each day, and takes longer for that than for the rest.
  return [
    scopes.length === 1
      ? Prisma.sql`scope = ${scopes[0]}`
      : Prisma.sql`scope = ANY ((SELECT ${[...scopes]}::text[])::text[])`,
  ];
}

/** What all but scopes, things and beginnings ask for. Pure. */
export function conditionsOf({ resources, hashes, statuses, proofs }: Sought): Prisma.Sql[] {
  return [
    ...resources.map(({ type, id }) =>
      type === null
        ? Prisma.sql`resource_id = ${id}`
        : Prisma.sql`resource_id = ${id} AND resource_type = ${type}`,
    ),
    ...hashes.map(hashCondition),
    ...statuses.map((status) => STATUS[status]),
    ...proofs.map((proof) => PROOF[proof]),
  ];
}

/** What arrived late, and after this place in the order of arrival: few did lately, and their index by arrival finds them. */
export function lateCondition(late: string | undefined): Prisma.Sql[] {
  return late === undefined
    ? []
    : [
        Prisma.sql`seq > ${BigInt(late)}`,
        Prisma.sql`first_arrived_at >= occurred_at + ${LATE_FROM_MS} * interval '1 millisecond'`,
      ];
}
