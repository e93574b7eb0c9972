import { storeApi } from "#lib/platform/bigcommerce/client.ts";
import { paceOfStore } from "#lib/platform/bigcommerce/paces.ts";
import { readNewest } from "#lib/platform/bigcommerce/resources.ts";
import { AppError } from "#lib/errors.ts";
import type { StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log/log.ts";
import { findStore, storeCredentials } from "#lib/features/stores/records.ts";
import { isGranted, type KindName } from "./kinds.ts";
import { alsoCalled } from "./late-words.ts";
import { outcomeOf } from "./outcome.ts";
import { QUOTA_SHARE_LEFT, type EnrichmentOptions } from "./read-resources.ts";
import { findEnrichment } from "./records.ts";
import { withEnrichmentLock } from "#lib/features/stores/locks.ts";
import { lastStates, saveKnown } from "./snapshots.records.ts";
import { wordsOf } from "./words.ts";

/** Of each type so many things are read, by one call. Of people nothing is read before an event tells of them. */
const BASELINE: readonly (readonly [kind: KindName, limit: number])[] = [
  ["product", 250],
  ["variant", 250],
  ["category", 250],
  ["order", 50],
];

/**
 * Reads what a store's things are like before anything changed: the first event about one of them has then something to be
 * compared with. Four calls at most; what is refused, or would cost more than half of the quota, is left out, since it is
 * read after its first event all the same. Repeatable: what is known already is not kept twice.
 */
export async function readBaseline(
  storeHash: StoreHash,
  { clock, patience }: EnrichmentOptions,
): Promise<void> {
  const [store, credentials, enrichment] = await Promise.all([
    findStore(storeHash),
    storeCredentials(storeHash),
    findEnrichment(storeHash),
  ]);
  if (!store || !credentials || enrichment?.isOn === false) return;
  const api = storeApi(credentials, patience);
  await withEnrichmentLock(storeHash, async () => {
    for (const [kind, limit] of BASELINE.filter(([each]) => isGranted(each, store.scopes))) {
      const nowMs = performance.now();
      if (patience.signal?.aborted || paceOfStore(storeHash, nowMs).room(nowMs).share <= QUOTA_SHARE_LEFT)
        return;
      const fetchedAt = clock();
      try {
        const things = await readNewest(api, kind, limit);
        const before = await lastStates(
          storeHash,
          [...things.keys()].map((id) => ({ type: kind, id })),
        );
        const also = await alsoCalled(storeHash, kind, [...things.values()]);
        const known = [...things].map(([id, thing]) => ({
          id,
          ...outcomeOf(thing, before.get(`${kind}:${id}`)),
          words: wordsOf(kind, thing, also(thing)),
        }));
        await saveKnown(
          storeHash,
          kind,
          known.filter(({ outcome }) => outcome === "kept"),
          fetchedAt,
        );
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        log.info(
          { storeHash, kind, code: error.code },
          "could not read what things are like before they change",
        );
        if (error.retryable) return;
      }
    }
  });
}
