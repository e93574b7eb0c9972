/** What a receiver answers. */
export interface ReceiverAnswer {
  /** Null answers nothing and keeps the connection, until the other side gives up. */
  status: number | null;
  delayMs: number;
  headers: Record<string, string>;
  body: string;
}

/** A request that came to a receiver. */
export interface ReceivedRequest {
  /** Real time, ISO 8601. */
  at: string;
  headers: Record<string, string>;
  body: string;
  /** What it was answered; null when it was not. */
  status: number | null;
}

/** A system of somebody else's that events are passed on to: it keeps what comes, and answers as it is told. */
export interface Receiver {
  id: string;
  name: string;
  /** The store whose control panel shows it; null for none. */
  storeHash: string | null;
  answer: ReceiverAnswer;
  requests: ReceivedRequest[];
}
