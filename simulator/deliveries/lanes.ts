/** Runs tasks of one key side by side, up to a bound; the rest wait in order. */
export class Lanes {
  readonly #lanes = new Map<string, { running: number; waiting: Array<() => void> }>();

  /** Runs `task` as soon as fewer than `max` tasks of `key` run. Resolves or rejects as the task does. */
  async run<T>(key: string, max: number, task: () => Promise<T>): Promise<T> {
    const lane = this.#lanes.get(key) ?? { running: 0, waiting: [] };
    this.#lanes.set(key, lane);
    if (lane.running >= max) await new Promise<void>((go) => lane.waiting.push(go));
    else lane.running += 1;
    try {
      return await task();
    } finally {
      // The place goes straight to the next in line, so nobody can slip in between.
      const next = lane.waiting.shift();
      if (next) next();
      else if ((lane.running -= 1) === 0) this.#lanes.delete(key);
    }
  }
}
