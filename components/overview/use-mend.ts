"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { useSWRConfig } from "swr";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishOverview from "#lib/messages/en/overview.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { isStandingKey } from "#lib/client/fetcher/keys.ts";
import { apiPath, pagePath } from "#lib/client/paths.ts";
import { ApiProblem, sendJson } from "#lib/client/fetcher/request.ts";
import type { AlertView } from "#lib/contract/alerts.ts";
import type { NewRun } from "#lib/contract/runs.ts";
import type { ChangeResults, ReconcileResult, Remedy } from "#lib/contract/subscriptions.ts";

/** More than so many at once become a run, which a worker carries out and which outlives the page. */
const FEW = 5;

/** What a comparison with BigCommerce mends. */
const COMPARED: ReadonlySet<Remedy> = new Set([
  "reregister",
  "turn_on",
  "renew",
  "repair",
  "remove_double",
] as const);

/** The webhooks of a row that a button mends; none where only waiting, or a person elsewhere, helps. Pure. */
export function mendable({ webhooks }: Pick<AlertView, "webhooks">): AlertView["webhooks"] {
  return webhooks.filter(({ remedy }) => remedy !== null && (COMPARED.has(remedy) || remedy === "turn_off"));
}

/** Fixes what rows of "To do" are about, and says what came of it. Never throws. */
export function useMend(store: string): (webhooks: AlertView["webhooks"]) => Promise<void> {
  const { COMMON } = useWords(englishCommon);
  const { OVERVIEW } = useWords(englishOverview);
  const { mutate } = useSWRConfig();
  const router = useRouter();
  const toast = useToast();
  return useCallback(
    async (webhooks) => {
      const scopesOf = (isTurnedOff: boolean) =>
        webhooks.flatMap(({ scope, remedy }) => ((remedy === "turn_off") === isTurnedOff ? [scope] : []));
      const compared = scopesOf(false);
      const doubled = scopesOf(true);
      try {
        if (webhooks.length > FEW) {
          const run: NewRun =
            compared.length > 0
              ? { kind: "put_right", scopes: compared }
              : { kind: "turn_off", scopes: doubled };
          await sendJson("POST", apiPath(store, "subscriptions/runs"), run);
          toast({
            type: "info",
            text: OVERVIEW.fixingMany(run.scopes.length),
            action: { text: OVERVIEW.view, onClick: () => router.push(pagePath(store, "webhooks")) },
          });
        } else {
          const refused = [...(await reconcile(store, compared)), ...(await turnOff(store, doubled))];
          const fixed = webhooks.length - refused.length;
          if (fixed > 0) toast({ type: "success", text: OVERVIEW.fixed(fixed) });
          const text = [...new Set(refused)].join(" ");
          if (refused.length > 0) toast({ type: "error", header: OVERVIEW.notFixed(refused.length), text });
        }
      } catch (error) {
        const text = error instanceof ApiProblem ? error.message : COMMON.trouble;
        toast({ type: "error", header: OVERVIEW.notFixed(webhooks.length), text });
      }
      await mutate(isStandingKey(store));
    },
    [mutate, router, store, toast, COMMON, OVERVIEW],
  );
}

/** @returns why each webhook that was not mended was not. */
async function reconcile(store: string, scopes: readonly string[]): Promise<string[]> {
  if (scopes.length === 0) return [];
  const url = apiPath(store, "subscriptions/reconcile");
  const { refused } = await sendJson<ReconcileResult>("POST", url, { dryRun: false, scopes });
  return refused.map(({ sentence }) => sentence);
}

/** @returns why each webhook that was not turned off was not. */
async function turnOff(store: string, scopes: readonly string[]): Promise<string[]> {
  if (scopes.length === 0) return [];
  const changes = scopes.map((scope) => ({ scope, wanted: false }));
  const { results } = await sendJson<ChangeResults>("PUT", apiPath(store, "subscriptions"), { changes });
  return results.flatMap(({ outcome, sentence }) =>
    outcome === "refused" || outcome === "unknown_scope" ? [sentence ?? ""] : [],
  );
}
