import type { DestinationAuth, DestinationSettings } from "#lib/contract/destinations.ts";
import type { DestinationKind } from "#lib/contract/values/destinations.ts";
import type { StoreHash } from "#lib/ids.ts";

/** A key that signs. */
export interface SigningSecret {
  id: string;
  /** As Standard Webhooks writes it: `whsec_` and base64, `whsk_` for `ed25519`; for `bigcommerce` a client secret as it is. */
  value: string;
  madeAt: Date;
  /** When it stops signing; null for the present one. */
  until: Date | null;
}

/** A destination with its secrets, as whoever sends to it needs it. Never to be logged or answered. */
export interface OpenDestination {
  id: string;
  storeHash: StoreHash;
  name: string;
  kind: DestinationKind;
  url: string;
  settings: DestinationSettings;
  /** Those that sign, the present one first. */
  secrets: readonly SigningSecret[];
  /** Sent with each request besides its own. */
  headers: Readonly<Record<string, string>>;
  auth: DestinationAuth;
  isOn: boolean;
  /** Raised by each change. */
  version: number;
}
