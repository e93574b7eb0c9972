import type { Config } from "#lib/config/config.ts";
import { checkServer } from "#lib/platform/db/check-server.ts";
import { partitionsAt } from "#lib/features/events/slots.ts";

/**
 * Refuses a database on which the app would go wrong later.
 * @throws {DatabaseUnusable} with a sentence for each fault, within ten seconds.
 */
export function checkDatabase(
  databaseUrl: string,
  { eventRetentionDays, acceptsNewerDatabase }: Pick<Config, "eventRetentionDays" | "acceptsNewerDatabase">,
): Promise<void> {
  const partitions = partitionsAt(eventRetentionDays);
  return checkServer(databaseUrl, { eventRetentionDays, acceptsNewerDatabase, partitions });
}
