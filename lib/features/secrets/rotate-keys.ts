import type { KeyRing } from "#lib/crypto/key-ring.ts";
import { SealBroken, seal, unseal } from "#lib/crypto/seal.ts";
import {
  SEALED_COLUMNS,
  countByKey,
  readSealed,
  replaceSealed,
  type Replacement,
  type SealedColumn,
  type SealedValue,
} from "./rotate-keys.records.ts";

/** Rows of one statement: they are locked for a few milliseconds only, so that an installation hardly waits. */
const BATCH_ROWS = 200;
/** A pass finds nothing left unless a process seals under an old key at this moment. */
const PASSES_MAX = 5;

/** Values of one column that no key of the ring opens. */
export interface BrokenValues {
  column: string;
  rowKeys: string[];
}

/** What a rotation found and did. */
export interface RotationReport {
  /** Sealed values there are. */
  total: number;
  /** Values sealed anew, or that would be. */
  resealed: number;
  broken: BrokenValues[];
  /** Key ids that values are sealed under now, with how many; in the ring or not. */
  inUse: Map<string, number>;
}

/**
 * Opens every sealed value of the database. Unless it is a dry run, it seals those again that are not sealed under
 * the first key of the ring. The rows themselves hold the progress: after a kill, the next run does the rest. Safe
 * beside running processes that have all keys of the ring.
 * @param onProgress Called after each batch of the first pass, with the number of values done and of all values.
 */
export async function rotate(
  ring: KeyRing,
  options: { isDryRun: boolean; onProgress(done: number, total: number): void },
): Promise<RotationReport> {
  const total = sum((await countAll()).values());
  let resealed = 0;
  let pass = { resealed: 0, broken: [] as BrokenValues[] };
  for (let round = 1; round <= PASSES_MAX; round++) {
    let seen = 0;
    pass = await passOnce(ring, options.isDryRun, (values) => {
      seen += values;
      if (round === 1) options.onProgress(Math.min(seen, total), total);
    });
    resealed += pass.resealed;
    if (options.isDryRun || pass.resealed === 0) break;
  }
  return { total, resealed, broken: pass.broken, inUse: await countAll() };
}

/**
 * What has to happen to some values. Pure, save that new seals are random.
 * @returns seals that replace old ones, and the rows of values that nothing opens.
 */
export function planReseal(
  values: readonly SealedValue[],
  place: (rowKey: string) => string,
  ring: KeyRing,
): { replacements: Replacement[]; broken: string[] } {
  const replacements: Replacement[] = [];
  const broken: string[] = [];
  const [{ id }] = ring;
  for (const { rowKey, sealed } of values) {
    try {
      const secret = unseal(sealed, place(rowKey), ring);
      if (!sealed.startsWith(`${id}.`)) {
        replacements.push({ rowKey, sealed, resealed: seal(secret, place(rowKey), ring) });
      }
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      broken.push(rowKey);
    }
  }
  return { replacements, broken };
}

async function passOnce(
  ring: KeyRing,
  isDryRun: boolean,
  onBatch: (values: number) => void,
): Promise<{ resealed: number; broken: BrokenValues[] }> {
  let resealed = 0;
  const broken: BrokenValues[] = [];
  for (const column of SEALED_COLUMNS) {
    const rowKeys: string[] = [];
    for await (const values of batches(column)) {
      const plan = planReseal(values, (rowKey) => column.place(rowKey), ring);
      rowKeys.push(...plan.broken);
      resealed += isDryRun ? plan.replacements.length : await replaceSealed(column, plan.replacements);
      onBatch(values.length);
    }
    if (rowKeys.length > 0) broken.push({ column: `${column.table}.${column.column}`, rowKeys });
  }
  return { resealed, broken };
}

async function* batches(column: SealedColumn): AsyncGenerator<SealedValue[]> {
  let after = "";
  for (;;) {
    const values = await readSealed(column, after, BATCH_ROWS);
    const last = values.at(-1);
    if (!last) return;
    yield values;
    after = last.rowKey;
  }
}

async function countAll(): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const column of SEALED_COLUMNS) {
    for (const [id, values] of await countByKey(column)) counts.set(id, (counts.get(id) ?? 0) + values);
  }
  return counts;
}

const sum = (numbers: Iterable<number>) => Array.from(numbers).reduce((total, number) => total + number, 0);
