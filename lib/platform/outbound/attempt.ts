/** What one attempt to send a message came to. */
export interface Attempt {
  /** `passing`: the same attempt may work later. `refused`: it will not. */
  result: "delivered" | "refused" | "passing";
  /** HTTP or SMTP status of the answer; null when there was none. */
  status: number | null;
  /** Why it did not arrive, as a code; null when it did. */
  failure: string | null;
}

export const DELIVERED = (status: number | null): Attempt => ({ result: "delivered", status, failure: null });
