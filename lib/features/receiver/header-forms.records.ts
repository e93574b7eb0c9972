import type pg from "pg";
import { briefHeaders } from "#lib/features/events/brief-headers.ts";
import { database } from "#lib/platform/db/client.ts";
import type { Arrival } from "./merge.ts";

/** A form that comes more rarely saves less than it takes. */
const MET_MIN = 8;
/** How often one that could not be kept is met before it is tried again. */
const MET_AGAIN = 100;
/** Forms that are counted at the same time; what a sender makes up anew each time must not grow without end. */
const COUNTED_MAX = 500;
/** Forms of a whole installation. Each way to it has one or two. */
const FORMS_MAX = 1_000;

const READ = "SELECT id, form FROM header_forms";
const KEEP = `
WITH made AS (
  INSERT INTO header_forms (form) SELECT $1 WHERE (SELECT count(*) FROM header_forms) < ${FORMS_MAX}
  ON CONFLICT (form) DO NOTHING RETURNING id
)
SELECT id FROM made UNION ALL SELECT id FROM header_forms WHERE form = $1`;

/** Headers as an event keeps them: in whole as JSON, or empty, with a form and what it leaves. */
export interface KeptHeaders {
  headers: string;
  form: number | null;
  values: string | null;
}

/**
 * By the connection that read them, since another one may lead to a server that took over without the last of them: an
 * event must not name a form that is not there.
 */
const known = new WeakMap<pg.PoolClient, Map<string, number>>();
const met = new Map<string, number>();

/**
 * How the events of a batch keep their headers. Reads the forms at the first call with a connection.
 * @throws whatever PostgreSQL says.
 */
export async function headerKeeper(
  client: pg.PoolClient,
): Promise<(arrival: Pick<Arrival, "headers" | "hash" | "body">) => KeptHeaders> {
  const forms = known.get(client) ?? (await readForms(client));
  return ({ headers, hash, body }) => {
    const brief = briefHeaders(headers, { hash, bytes: body.byteLength });
    const form = brief && (forms.get(brief.form) ?? null);
    if (brief && form !== null) return { headers: "{}", form, values: brief.values };
    if (brief) meet(brief.form, forms);
    return { headers: JSON.stringify(headers), form: null, values: null };
  };
}

async function readForms(client: pg.PoolClient): Promise<Map<string, number>> {
  const { rows } = await client.query<{ id: number; form: string }>(READ);
  const forms = new Map(rows.map(({ id, form }) => [form, id]));
  known.set(client, forms);
  return forms;
}

function meet(form: string, forms: Map<string, number>): void {
  const times = (met.get(form) ?? 0) + 1;
  if (times === 1 && met.size >= COUNTED_MAX) met.clear();
  met.set(form, times);
  if (times === MET_MIN || times % MET_AGAIN === 0) void keep(form, forms);
}

/** Beside the commit, which waits for nothing here. What stands in its way stands in the way of commits, which tell of it. */
async function keep(form: string, forms: Map<string, number>): Promise<void> {
  const kept = await database()
    .pool.query<{ id: number }>(KEEP, [form])
    .catch(() => null);
  const id = kept?.rows[0]?.id;
  if (id !== undefined) forms.set(form, id);
}
