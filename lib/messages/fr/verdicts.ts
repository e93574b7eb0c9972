import type * as english from "#lib/messages/en/verdicts.ts";
import type { Remedy } from "#lib/contract/subscriptions.ts";

export const area = "verdicts";

export const VERDICT_BADGES: typeof english.VERDICT_BADGES = {
  receiving: { label: "Reçoit", variant: "success" },
  waiting: { label: "En attente", variant: "primary" },
  starting: { label: "Démarrage", variant: "secondary" },
  off_by_merchant: { label: "Inactif", variant: "secondary" },
  off_by_bigcommerce: { label: "Désactivé", variant: "danger" },
  missing: { label: "Absent", variant: "danger" },
  wrong_address: { label: "Mauvaise URL", variant: "danger" },
  wrong_secret: { label: "Mauvais secret", variant: "danger" },
  doubled: { label: "En double", variant: "warning" },
  overlaps_wildcard: { label: "Arrive 2 fois", variant: "warning" },
  over_limit: { label: "Limite atteinte", variant: "danger" },
  blocked: { label: "Suspendu", variant: "secondary" },
  going_quiet: { label: "Bientôt inactif", variant: "warning" },
  needs_reauthorisation: { label: "À autoriser", variant: "warning" },
  unknown: { label: "Inconnu", variant: "secondary" },
};

export const healthBadge: typeof english.healthBadge = ({ verdict, severity }) =>
  verdict === "wrong_secret" && severity === "risk"
    ? { label: "Sans secret", variant: "warning" }
    : VERDICT_BADGES[verdict];

export const INCLUDED_BADGE: typeof english.INCLUDED_BADGE = { label: "Inclus", variant: "secondary" };
export const UNMANAGED_BADGE: typeof english.UNMANAGED_BADGE = { label: "Non géré", variant: "secondary" };

const REMEDIES: Readonly<Record<Remedy, string>> = {
  reregister: "Réinscrire",
  turn_on: "Réactiver",
  renew: "Renouveler",
  repair: "Corriger le secret",
  remove_double: "Supprimer le doublon",
  turn_off: "Désactiver le doublon",
  reopen_app: "Rouvrir l’application",
  check: "Vérifier",
};

export const remedyLabel: typeof english.remedyLabel = (remedy, verdict) =>
  remedy === "repair" && verdict === "wrong_address" ? "Corriger l’adresse" : REMEDIES[remedy];
