/** What a server says of itself. */
export interface ServerFacts {
  /** `server_version_num`, and how people write it. */
  version: number;
  versionName: string;
  encoding: string;
  timeZone: string;
  /** An instant, a duration and a byte, as our connections get them. */
  written: string;
  isStandby: boolean;
  user: string;
  database: string;
  mayMakeTables: boolean;
  mayMakeQueue: boolean;
  /** Owner of our tables, when it is a user whose rights ours does not have. */
  strangeOwner: string | null;
}

/** The oldest server we test with. */
export const VERSION_MIN = 150_000;
/** What `written` is when our habits are in effect. */
const WRITTEN = String.raw`2026-07-01 12:00:00+00 1 day 02:00:00 \x5c`;

/** Asks for the facts; one row. */
export const FACTS = String.raw`
SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS "versionName",
  current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS "timeZone",
  concat_ws(' ', timestamptz '2026-07-01T12:00:00Z', interval '1 day 2 hours', '\x5c'::bytea) AS written,
  pg_is_in_recovery() AS "isStandby", current_user::text AS user, current_database()::text AS database,
  coalesce(has_schema_privilege(to_regnamespace('public'), 'CREATE')
    AND has_schema_privilege(to_regnamespace('public'), 'USAGE'), false) AS "mayMakeTables",
  to_regnamespace('graphile_worker') IS NOT NULL
    OR has_database_privilege(current_database(), 'CREATE') AS "mayMakeQueue",
  (SELECT relowner::regrole::text FROM pg_class
   WHERE relnamespace = to_regnamespace('public') AND relname IN ('events', 'stores')
     AND NOT pg_has_role(relowner, 'USAGE') LIMIT 1) AS "strangeOwner"`;

/**
 * What speaks against a server, a sentence each. Pure.
 * @param name The database, as people are told of it.
 */
export function judgeServer(name: string, facts: ServerFacts): string[] {
  const faults: string[] = [];
  if (facts.version < VERSION_MIN)
    return [`The server of ${name} is PostgreSQL ${facts.versionName}; 15 or later is needed`];
  if (facts.encoding !== "UTF8") {
    faults.push(
      `The database ${name} is in ${facts.encoding}, which cannot hold all that BigCommerce sends: make one with ` +
        "createdb --encoding=UTF8 --template=template0",
    );
  }
  if (facts.timeZone !== "UTC" || facts.written !== WRITTEN) {
    faults.push(
      `The database ${name} does not keep what our connections set (it is in the time zone ${facts.timeZone} and writes ` +
        `${facts.written}): something between the app and PostgreSQL drops it`,
    );
  }
  if (facts.isStandby) {
    faults.push(
      `The server of ${name} is a standby and takes no changes: name the primary, or all servers with commas between them`,
    );
    return faults;
  }
  if (!facts.mayMakeTables) {
    faults.push(
      `The user ${facts.user} may not make tables in the schema public of ${name}: ` +
        `GRANT USAGE, CREATE ON SCHEMA public TO ${facts.user}`,
    );
  }
  if (!facts.mayMakeQueue) {
    faults.push(
      `The user ${facts.user} may not make the job queue's schema in ${name}: ` +
        `GRANT CREATE ON DATABASE ${facts.database} TO ${facts.user}`,
    );
  }
  if (facts.strangeOwner !== null) {
    faults.push(
      `The tables in ${name} belong to ${facts.strangeOwner}, and only their owner can change them: ` +
        `GRANT ${facts.strangeOwner} TO ${facts.user}, or REASSIGN OWNED BY ${facts.strangeOwner} TO ${facts.user}`,
    );
  }
  return faults;
}
