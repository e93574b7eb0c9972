import { AppError } from "./errors.ts";
import type { StoreHash } from "./ids.ts";

/** There is no session, or it is over. Opening the app again begins another. */
export class SessionEnded extends AppError {
  readonly code = "SESSION_ENDED";
  readonly retryable = false;
}

/** The store's owner took this person's access away. */
export class AccessWithdrawn extends AppError {
  readonly code = "ACCESS_WITHDRAWN";
  readonly retryable = false;
}

/** The store does not have the app any more. */
export class StoreUninstalled extends AppError {
  readonly code = "STORE_UNINSTALLED";
  readonly retryable = false;
}

/** A person who may use the app of a store now. */
export interface Access {
  storeHash: StoreHash;
  /** BigCommerce's user id, in digits. */
  userId: string;
  email: string;
  isOwner: boolean;
  /** Whether they may turn webhooks on and off and fix them: the owner always, others when the store lets them. */
  mayChangeWebhooks: boolean;
  locale: string | null;
  /** The epochs that hold now; under others access is over. */
  storeEpoch: number;
  membershipEpoch: number;
}

/** Only the store's owner may do this. */
export class OwnerOnly extends AppError {
  readonly code = "OWNER_ONLY";
  readonly retryable = false;
}

/** In this store only the owner changes webhooks. */
export class WebhooksOwnerOnly extends AppError {
  readonly code = "WEBHOOKS_OWNER_ONLY";
  readonly retryable = false;
}

/**
 * Lets everybody through who may change the store's webhooks.
 * @throws {WebhooksOwnerOnly}
 */
export function requireWebhookRight({ mayChangeWebhooks }: Pick<Access, "mayChangeWebhooks">): void {
  if (!mayChangeWebhooks) throw new WebhooksOwnerOnly("staff may not change this store's webhooks");
}

/**
 * Lets the store's owner through, and nobody else.
 * @param what Ends "somebody else than the owner asked …" in the log.
 * @throws {OwnerOnly}
 */
export function requireOwner({ isOwner }: Pick<Access, "isOwner">, what: string): void {
  if (!isOwner) throw new OwnerOnly(`somebody else than the owner asked ${what}`);
}
