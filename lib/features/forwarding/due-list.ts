/** Names with a time, the soonest first; a name is there once. */
export class DueList<Name> {
  #entries: { name: Name; atMs: number }[] = [];

  /** The soonest time; null when it is empty. */
  get firstMs(): number | null {
    return this.#entries[0]?.atMs ?? null;
  }

  /** The name whose time has come first; undefined when none has come. */
  due(nowMs: number): Name | undefined {
    const [first] = this.#entries;
    return first && first.atMs <= nowMs ? first.name : undefined;
  }

  add(name: Name, atMs: number): void {
    const place = this.#entries.findLastIndex((entry) => entry.atMs <= atMs);
    this.#entries.splice(place + 1, 0, { name, atMs });
  }

  remove(name: Name): void {
    const place = this.#entries.findIndex((entry) => entry.name === name);
    if (place >= 0) this.#entries.splice(place, 1);
  }
}
