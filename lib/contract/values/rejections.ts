/** Why a delivery was refused. */
export const REJECTION_REASONS = [
  "no_proof",
  "wrong_signature",
  "wrong_secret",
  "signature_required",
  "too_large",
  "unknown_encoding",
  "too_slow",
  "overloaded",
  "not_committed",
  "malformed",
] as const;

export type RejectionReason = (typeof REJECTION_REASONS)[number];
