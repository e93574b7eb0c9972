/** What a trial found. */
export interface Found {
  figures: Record<string, number>;
  /** What did not hold, in words. */
  faults: string[];
  /** What whoever reads the figures has to know. */
  notes?: string[];
}

/** Writes what a trial found: its figures in a line, and a line for each note and each fault. @returns how many faults there are. */
export function sayFound(name: string, { figures, faults, notes = [] }: Found): number {
  const told = Object.entries(figures).map(([figure, value]) => `${figure} ${Math.round(value * 100) / 100}`);
  process.stdout.write(`${name}: ${told.join(", ")}\n`);
  for (const note of notes) process.stdout.write(`  ${note}\n`);
  for (const fault of faults) process.stdout.write(`  ${fault}\n`);
  return faults.length;
}
