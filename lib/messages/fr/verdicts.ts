import type * as english from "#lib/messages/en/verdicts.ts";
import type { Remedy } from "#lib/contract/subscriptions.ts";

export const area = "verdicts";

export const VERDICT_BADGES: typeof english.VERDICT_BADGES = {
  receiving: { label: "Reçoit", variant: "success" },
  waiting: { label: "En attente", variant: "primary" },
  starting: { label: "Démarrage", variant: "secondary" },
  off_by_merchant: { label: "Inactif", variant: "secondary" },
  off_by_bigcommerce: { label: "Désactivé", variant: "danger" },
  missing: { label: "Absent", variant: "warning" },
  wrong_address: { label: "Mauvaise adresse", variant: "warning" },
  wrong_secret: { label: "Mauvais secret", variant: "warning" },
  doubled: { label: "En double", variant: "warning" },
  overlaps_wildcard: { label: "Chevauchement", variant: "warning" },
  over_limit: { label: "Limite atteinte", variant: "danger" },
  blocked: { label: "Bloqué", variant: "danger" },
  going_quiet: { label: "Presque muet", variant: "warning" },
  needs_reauthorisation: { label: "Accès requis", variant: "danger" },
  unknown: { label: "Inconnu", variant: "secondary" },
};

export const INCLUDED_BADGE: typeof english.INCLUDED_BADGE = { label: "Inclus", variant: "secondary" };
export const UNMANAGED_BADGE: typeof english.UNMANAGED_BADGE = { label: "Non géré", variant: "secondary" };

const REMEDIES: Readonly<Record<Remedy, string>> = {
  reregister: "Réinscrire",
  turn_on: "Réactiver",
  renew: "Renouveler",
  repair: "Réparer",
  remove_double: "Supprimer le double",
  turn_off: "Désactiver le simple",
  reopen_app: "Rouvrir l’application",
  check: "Vérifier",
};

export const remedyLabel: typeof english.remedyLabel = (remedy, verdict) =>
  remedy === "repair" && verdict === "wrong_address" ? "Envoyer ici" : REMEDIES[remedy];
