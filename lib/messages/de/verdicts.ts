import type * as english from "#lib/messages/en/verdicts.ts";
import type { Remedy } from "#lib/contract/subscriptions.ts";

export const area = "verdicts";

export const VERDICT_BADGES: typeof english.VERDICT_BADGES = {
  receiving: { label: "Empfängt", variant: "success" },
  waiting: { label: "Wartet", variant: "primary" },
  starting: { label: "Startet", variant: "secondary" },
  off_by_merchant: { label: "Aus", variant: "secondary" },
  off_by_bigcommerce: { label: "Abgeschaltet", variant: "danger" },
  missing: { label: "Fehlt", variant: "warning" },
  wrong_address: { label: "Falsche Adresse", variant: "warning" },
  wrong_secret: { label: "Falsches Secret", variant: "warning" },
  doubled: { label: "Doppelt", variant: "warning" },
  overlaps_wildcard: { label: "Überlappt", variant: "warning" },
  over_limit: { label: "Grenze erreicht", variant: "danger" },
  blocked: { label: "Blockiert", variant: "danger" },
  going_quiet: { label: "Wird still", variant: "warning" },
  needs_reauthorisation: { label: "Braucht Zugang", variant: "danger" },
  unknown: { label: "Unbekannt", variant: "secondary" },
};

export const INCLUDED_BADGE: typeof english.INCLUDED_BADGE = { label: "Enthalten", variant: "secondary" };
export const UNMANAGED_BADGE: typeof english.UNMANAGED_BADGE = {
  label: "Nicht verwaltet",
  variant: "secondary",
};

const REMEDIES: Readonly<Record<Remedy, string>> = {
  reregister: "Neu registrieren",
  turn_on: "Wieder einschalten",
  renew: "Jetzt erneuern",
  repair: "Reparieren",
  remove_double: "Doppelten entfernen",
  turn_off: "Einzelnen ausschalten",
  reopen_app: "App erneut öffnen",
  check: "Jetzt prüfen",
};

export const remedyLabel: typeof english.remedyLabel = (remedy, verdict) =>
  remedy === "repair" && verdict === "wrong_address" ? "Hierhin senden" : REMEDIES[remedy];
