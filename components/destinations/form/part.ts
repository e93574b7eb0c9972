import type { AuthKind } from "#lib/contract/values/destinations.ts";
import type { Draft, DraftFaults } from "./draft.ts";

/** What each part of the form works with. */
export interface PartProps {
  draft: Draft;
  edit: (change: Partial<Draft>) => void;
  /** What to point at; empty until somebody tried to send the form. */
  faults: DraftFaults;
  /** Nothing may be changed. */
  isFixed: boolean;
}

/** What the developer's part works with besides. */
export interface MoreProps extends PartProps {
  isNew: boolean;
  /** What is saved and never shown again. */
  kept: { auth: AuthKind; headerNames: readonly string[] };
}
