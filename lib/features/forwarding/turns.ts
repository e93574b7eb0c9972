/**
 * What an offered turn came to. `went`: it sent one and may have more. `idle`: it has nothing to send now. `blocked`: it has,
 * and a bound that it shares with others is reached. `full`: the bound of all is reached.
 */
export type Turn = "went" | "idle" | "blocked" | "full";

/** Gives turns to whoever has something to send: round robin between stores, and within a store between its destinations. */
export class Turns<Lane extends { readonly storeHash: string }> {
  /** By store; a turn moves both the store and its lane to the end. */
  readonly #stores = new Map<string, Set<Lane>>();

  add(lane: Lane): void {
    const lanes = this.#stores.get(lane.storeHash);
    if (lanes) lanes.add(lane);
    else this.#stores.set(lane.storeHash, new Set([lane]));
  }

  remove(lane: Lane): void {
    const lanes = this.#stores.get(lane.storeHash);
    if (lanes?.delete(lane) && lanes.size === 0) this.#stores.delete(lane.storeHash);
  }

  /** Offers turns until nobody takes one. Who is idle has to be added again. */
  offer(turn: (lane: Lane) => Turn): void {
    let hasGone = true;
    while (hasGone) {
      hasGone = false;
      for (const [store, lanes] of Array.from(this.#stores)) {
        const outcome = this.#offerStore(lanes, turn);
        if (outcome === "full") return;
        if (outcome !== "went") continue;
        hasGone = true;
        if (this.#stores.get(store) !== lanes) continue;
        this.#stores.delete(store);
        this.#stores.set(store, lanes);
      }
    }
  }

  /** Offers one turn to a store's destinations. */
  #offerStore(lanes: Set<Lane>, turn: (lane: Lane) => Turn): Turn {
    for (const lane of Array.from(lanes)) {
      const outcome = turn(lane);
      if (outcome === "idle") this.remove(lane);
      if (outcome === "full") return outcome;
      if (outcome !== "went") continue;
      if (lanes.delete(lane)) lanes.add(lane);
      return outcome;
    }
    return "idle";
  }
}
