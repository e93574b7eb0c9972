import type * as english from "#lib/messages/en/verdicts.ts";
import type { Remedy } from "#lib/contract/subscriptions.ts";

export const area = "verdicts";

export const VERDICT_BADGES: typeof english.VERDICT_BADGES = {
  receiving: { label: "Empfängt", variant: "success" },
  waiting: { label: "Wartet", variant: "primary" },
  starting: { label: "Startet", variant: "secondary" },
  off_by_merchant: { label: "Aus", variant: "secondary" },
  off_by_bigcommerce: { label: "Ausgeschaltet", variant: "danger" },
  missing: { label: "Fehlt", variant: "danger" },
  wrong_address: { label: "Falsche URL", variant: "danger" },
  wrong_secret: { label: "Falsches Secret", variant: "danger" },
  doubled: { label: "Doppelt", variant: "warning" },
  overlaps_wildcard: { label: "Kommt doppelt", variant: "warning" },
  over_limit: { label: "Grenze erreicht", variant: "danger" },
  blocked: { label: "Pausiert", variant: "secondary" },
  going_quiet: { label: "Bald inaktiv", variant: "warning" },
  needs_reauthorisation: { label: "Zustimmen", variant: "warning" },
  unknown: { label: "Unbekannt", variant: "secondary" },
};

export const healthBadge: typeof english.healthBadge = ({ verdict, severity }) =>
  verdict === "wrong_secret" && severity === "risk"
    ? { label: "Ohne Secret", variant: "warning" }
    : VERDICT_BADGES[verdict];

export const INCLUDED_BADGE: typeof english.INCLUDED_BADGE = { label: "Enthalten", variant: "secondary" };
export const UNMANAGED_BADGE: typeof english.UNMANAGED_BADGE = {
  label: "Nicht verwaltet",
  variant: "secondary",
};

const REMEDIES: Readonly<Record<Remedy, string>> = {
  reregister: "Neu registrieren",
  turn_on: "Wieder einschalten",
  renew: "Jetzt erneuern",
  repair: "Secret korrigieren",
  remove_double: "Duplikat entfernen",
  turn_off: "Duplikat ausschalten",
  reopen_app: "App erneut öffnen",
  check: "Jetzt prüfen",
};

export const remedyLabel: typeof english.remedyLabel = (remedy, verdict) =>
  remedy === "repair" && verdict === "wrong_address" ? "Adresse korrigieren" : REMEDIES[remedy];
