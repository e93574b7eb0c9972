import { defineTask } from "#lib/jobs/define-task.ts";
import { workOnErasures } from "#lib/features/privacy/erasure/work.ts";

/** Erases what a store's owner asked for. Run twice it finds nothing left, or goes on where it stopped. */
export const eraseDataTask = defineTask("erase-data", ({ storeHash }, { signal }) =>
  workOnErasures(storeHash, { clock: () => new Date(), signal }),
);
