import type * as english from "#lib/messages/en/verdicts.ts";
import type { Remedy } from "#lib/contract/subscriptions.ts";

export const area = "verdicts";

export const VERDICT_BADGES: typeof english.VERDICT_BADGES = {
  receiving: { label: "Recibe", variant: "success" },
  waiting: { label: "En espera", variant: "primary" },
  starting: { label: "Iniciando", variant: "secondary" },
  off_by_merchant: { label: "Inactivo", variant: "secondary" },
  off_by_bigcommerce: { label: "Desactivado", variant: "danger" },
  missing: { label: "Falta", variant: "danger" },
  wrong_address: { label: "Otra URL", variant: "danger" },
  wrong_secret: { label: "Otro secreto", variant: "danger" },
  doubled: { label: "Duplicado", variant: "warning" },
  overlaps_wildcard: { label: "Llega 2 veces", variant: "warning" },
  over_limit: { label: "Límite alcanzado", variant: "danger" },
  blocked: { label: "Pausado", variant: "secondary" },
  going_quiet: { label: "Pronto inactivo", variant: "warning" },
  needs_reauthorisation: { label: "Autorizar", variant: "warning" },
  unknown: { label: "Desconocido", variant: "secondary" },
};

export const healthBadge: typeof english.healthBadge = ({ verdict, severity }) =>
  verdict === "wrong_secret" && severity === "risk"
    ? { label: "Sin secreto", variant: "warning" }
    : VERDICT_BADGES[verdict];

export const INCLUDED_BADGE: typeof english.INCLUDED_BADGE = { label: "Incluido", variant: "secondary" };
export const UNMANAGED_BADGE: typeof english.UNMANAGED_BADGE = {
  label: "No gestionado",
  variant: "secondary",
};

const REMEDIES: Readonly<Record<Remedy, string>> = {
  reregister: "Volver a registrar",
  turn_on: "Reactivar",
  renew: "Renovar ahora",
  repair: "Corregir secreto",
  remove_double: "Quitar duplicado",
  turn_off: "Desactivar duplicado",
  reopen_app: "Reabrir aplicación",
  check: "Comprobar ahora",
};

export const remedyLabel: typeof english.remedyLabel = (remedy, verdict) =>
  remedy === "repair" && verdict === "wrong_address" ? "Corregir dirección" : REMEDIES[remedy];
