/** Requests of one millisecond that ended in the same way. */
export interface Outcomes {
  atMs: number;
  /** Why they failed; null for a success. */
  failure: string | null;
  count: number;
}

/** Why a host was blocked: so many failures of one kind. `timestamp` in Unix seconds of the latest. */
export interface BlockReason {
  failure_description: string;
  count: number;
  timestamp: number;
}

/** What the platform remembers of one client's deliveries to one host. */
export interface HostWindow {
  clientId: string;
  /** The origin of the destinations, e.g. `https://keeper.example.com`. */
  origin: string;
  outcomes: Outcomes[];
  blockedUntilMs: number;
  reasons: BlockReason[];
}
