import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";

type Heard = Pick<IncomingMessage, "complete">;

/**
 * Knows a server's connections, and which can go when there are too many: the one that has waited longest for its client,
 * be it for a first word, for the rest of a request, or for another one. One whose request is being answered stays. A real
 * sender says all it has at once, so those that say nothing push out each other, and never a delivery. There is no bound
 * for an address: behind a proxy all come from one.
 */
export class Connections {
  readonly #max: number;
  /**
   * Each with the request that came over it last; null before the first and after an answer. A map keeps the order of
   * its entries: the first one is the oldest.
   */
  readonly #waiting = new Map<Socket, Heard | null>();
  /** Those whose request is whole and not answered, as far as anyone had to find out. */
  readonly #busy = new Map<Socket, Heard>();

  constructor(max: number) {
    this.#max = max;
  }

  get size(): number {
    return this.#waiting.size + this.#busy.size;
  }

  /** @returns the connection to hang up on, perhaps this one, when there are too many now; undefined otherwise. */
  open(socket: Socket): Socket | undefined {
    this.#waiting.set(socket, null);
    return this.size > this.#max ? this.#longestWaiting() : undefined;
  }

  close(socket: Socket): void {
    this.#waiting.delete(socket);
    this.#busy.delete(socket);
  }

  /** The headers of a request came. */
  hear(socket: Socket, request: Heard): void {
    this.close(socket);
    this.#waiting.set(socket, request);
  }

  /** A request was answered, or given up. Others may have come over the same connection meanwhile. */
  answered(socket: Socket, request: Heard): void {
    if ((this.#busy.get(socket) ?? this.#waiting.get(socket)) !== request) return;
    this.close(socket);
    this.#waiting.set(socket, null);
  }

  /** Those that wait for their client, and some that don't. */
  waiting(): Iterable<Socket> {
    return this.#waiting.keys();
  }

  #longestWaiting(): Socket | undefined {
    for (const [socket, request] of this.#waiting) {
      if (!request?.complete) return socket;
      this.#waiting.delete(socket);
      this.#busy.set(socket, request);
    }
    return undefined;
  }
}
