import { log } from "#lib/log/log.ts";
import { BATCH_ROWS, type BatchOptions } from "#lib/features/privacy/batches.ts";
import { eraseCopies, forgetErasures, forgetMarks, markedErasures, marksOf } from "./repeats.records.ts";

/**
 * After this, in milliseconds, nothing that was erased is sent again: the ladder's last retry comes 48 hours and 4
 * minutes after the first attempt. Source: BigCommerce docs, Webhooks overview.
 */
export const MAY_COME_MS = 50 * 3_600_000;
/** How long it is shown what an erasure did. */
const SHOWN_MS = 30 * 86_400_000;

/**
 * Erases the copies of erased events that BigCommerce sent since, and writes into the audit log that it did. Forgets
 * what cannot come again. Repeatable.
 * @returns whether something may still come.
 */
export async function eraseWhatCameAgain({ clock, signal }: BatchOptions): Promise<boolean> {
  const now = clock();
  await forgetMarks(new Date(now.getTime() - MAY_COME_MS));
  await forgetErasures(new Date(now.getTime() - SHOWN_MS));
  const erasures = await markedErasures();
  for (const erasure of erasures) {
    for (let after: string | undefined = ""; after !== undefined;) {
      signal?.throwIfAborted();
      const marks = await marksOf(erasure.id, after, BATCH_ROWS);
      const events = marks.length === 0 ? 0 : await eraseCopies(erasure, marks, now);
      if (events > 0) log.info({ storeHash: erasure.storeHash, events }, "erased what came again");
      after = marks.length < BATCH_ROWS ? undefined : marks.at(-1)?.hash;
    }
  }
  return erasures.length > 0;
}
