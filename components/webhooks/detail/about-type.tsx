"use client";

import { Fact, Facts } from "#components/ui/facts.tsx";
import * as englishWebhookDetails from "#lib/messages/en/webhook-details.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import * as englishLimits from "#lib/messages/en/limits.ts";
import type { CatalogueEntry } from "#lib/catalogue/types.ts";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";

/**
 * What an event type is about: when it is sent, what it brings and leaves out, and what reads the rest.
 * @param granted What the store granted; undefined before that is known.
 */
export function AboutType({
  entry,
  granted,
}: {
  entry: CatalogueEntry;
  granted: readonly string[] | undefined;
}) {
  const { limitOf } = useWords(englishLimits);
  const { titleOf } = useWords(englishCatalogue);
  const { DETAILS } = useWords(englishWebhookDetails);
  const { readScopes, covers } = entry;
  // A name without its ending grants changes, and reading with them.
  const isGranted = (scope: string) =>
    granted?.some((name) => name === scope || name === scope.replace(/_read_only$/, ""));
  return (
    <Facts>
      <Fact name={DETAILS.sentWhen}>{entry.summary}</Fact>
      <Fact name={DETAILS.contains}>{entry.contains}</Fact>
      <Fact name={DETAILS.leavesOut}>{limitOf(entry)}</Fact>
      {covers.length > 0 && <Fact name={DETAILS.covers}>{covers.map(titleOf).join(", ")}</Fact>}
      {granted && (
        <Fact name={DETAILS.permission}>
          {readScopes.length === 0
            ? DETAILS.permissionNone
            : readScopes
                .map((scope) =>
                  DETAILS.permissionOf(
                    scope,
                    isGranted(scope) ? DETAILS.permissionGranted : DETAILS.permissionMissing,
                  ),
                )
                .join(", ")}
        </Fact>
      )}
    </Facts>
  );
}
