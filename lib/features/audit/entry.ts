import type { AuditAction, AuditState } from "#lib/contract/audit.ts";
import type { Sentence } from "#lib/contract/sentences.ts";
import type { HookId } from "#lib/ids.ts";

/** A person as BigCommerce knows them. */
export interface Person {
  /** BigCommerce's user id, in digits. */
  userId: string;
  email: string;
}

/** Who did something: a person, or the app by itself. */
export type Actor = Person | "keeper";

/** Something that was done, or was tried and refused. Holds no secrets: of a hook's header only whether it was right. */
export interface AuditEntry {
  actor: Actor;
  action: AuditAction;
  scope?: string;
  hookId?: HookId;
  destinationId?: string;
  before?: AuditState;
  after?: AuditState;
  /** Said to each reader in their language. */
  reason?: Sentence;
  /** HTTP status that BigCommerce answered; absent when it was not asked, null when it did not answer. */
  status?: number | null;
  /** Code of the error; only of what was refused. */
  code?: string;
}
