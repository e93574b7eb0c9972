import type * as english from "#lib/messages/en/verdicts.ts";
import type { Remedy } from "#lib/contract/subscriptions.ts";

export const area = "verdicts";

export const VERDICT_BADGES: typeof english.VERDICT_BADGES = {
  receiving: { label: "Recibe", variant: "success" },
  waiting: { label: "En espera", variant: "primary" },
  starting: { label: "Iniciando", variant: "secondary" },
  off_by_merchant: { label: "Inactivo", variant: "secondary" },
  off_by_bigcommerce: { label: "Desactivado", variant: "danger" },
  missing: { label: "Falta", variant: "warning" },
  wrong_address: { label: "Otra dirección", variant: "warning" },
  wrong_secret: { label: "Otro secreto", variant: "warning" },
  doubled: { label: "Duplicado", variant: "warning" },
  overlaps_wildcard: { label: "Solapado", variant: "warning" },
  over_limit: { label: "Límite alcanzado", variant: "danger" },
  blocked: { label: "Bloqueado", variant: "danger" },
  going_quiet: { label: "Sin actividad", variant: "warning" },
  needs_reauthorisation: { label: "Falta acceso", variant: "danger" },
  unknown: { label: "Desconocido", variant: "secondary" },
};

export const INCLUDED_BADGE: typeof english.INCLUDED_BADGE = { label: "Incluido", variant: "secondary" };
export const UNMANAGED_BADGE: typeof english.UNMANAGED_BADGE = {
  label: "No gestionado",
  variant: "secondary",
};

const REMEDIES: Readonly<Record<Remedy, string>> = {
  reregister: "Volver a registrar",
  turn_on: "Reactivar",
  renew: "Renovar ahora",
  repair: "Reparar",
  remove_double: "Quitar duplicado",
  turn_off: "Desactivar el simple",
  reopen_app: "Reabrir aplicación",
  check: "Comprobar ahora",
};

export const remedyLabel: typeof english.remedyLabel = (remedy, verdict) =>
  remedy === "repair" && verdict === "wrong_address" ? "Enviar aquí" : REMEDIES[remedy];
