import type { RotationReport } from "#lib/features/secrets/rotate-keys.ts";

/** More rows than this are not a list that a person reads. */
const NAMED_ROWS_MAX = 50;

/**
 * Tells what a rotation did and what to do next. Pure.
 * @param ids Key ids of the ring, the one that seals first.
 * @returns lines for the terminal, and whether nothing but the first key is in use, or would be after a real run.
 */
export function rotationSummary(
  { total, resealed, broken, inUse }: RotationReport,
  ids: readonly string[],
  isDryRun: boolean,
): { lines: string[]; isComplete: boolean } {
  const [first = "", ...older] = ids;
  const lines = broken.map(({ column, rowKeys }) => {
    const named = rowKeys.slice(0, NAMED_ROWS_MAX).join(", ");
    const more = rowKeys.length > NAMED_ROWS_MAX ? ` and ${rowKeys.length - NAMED_ROWS_MAX} more` : "";
    return `No key of the ring opens ${values(rowKeys.length)} of ${column}: ${named}${more}.`;
  });
  const missing = [...inUse.keys()].filter((id) => !ids.includes(id));
  if (broken.length > 0) {
    const back =
      missing.length > 0
        ? `Put the missing key (${missing.join(", ")}) back into ENCRYPTION_KEYS and run this again`
        : "They were altered, or moved to another row; take them from a backup and run this again";
    lines.push(`${back}. If that cannot be done, these stores have to install the app again.`);
  }
  if (isDryRun) {
    lines.push(`${values(resealed)} of ${total} would be sealed anew under ${first}. Nothing was changed.`);
    return { lines, isComplete: broken.length === 0 };
  }
  lines.push(`${values(resealed)} of ${total} sealed anew; ${inUse.get(first) ?? 0} are under ${first} now.`);
  const idle = older.filter((id) => !inUse.has(id));
  const busy = older.filter((id) => inUse.has(id));
  if (idle.length > 0) {
    lines.push(
      `Nothing is sealed under ${idle.join(", ")} any more. When every process runs with ${first} in the first place, ${idle.length > 1 ? "they" : "it"} may be taken out of ENCRYPTION_KEYS.`,
    );
  }
  if (busy.length > 0) {
    lines.push(
      `${busy.join(", ")} must stay in ENCRYPTION_KEYS: values are still sealed under ${busy.length > 1 ? "them" : "it"}.`,
    );
    if (broken.length === 0) {
      lines.push(
        `A process still seals under ${busy.join(", ")}: start all of them with ${first} in the first place, then run this again.`,
      );
    }
  }
  return { lines, isComplete: broken.length === 0 && busy.length === 0 };
}

const values = (count: number) => `${count} ${count === 1 ? "value" : "values"}`;
