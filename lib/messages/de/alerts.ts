import type * as english from "#lib/messages/en/alerts.ts";
import { counted } from "./plural.ts";

export const area = "alerts";

export const ALERTS: typeof english.ALERTS = {
  title: "Warnungen",
  text: "Sie bekommen eine Nachricht, wenn Webhooks ausfallen, und eine weitere, wenn sie wieder gehen.",
  slow: "Die Einstellungen der Warnungen laden länger als sonst.",
  emails: "E-Mail-Adressen",
  emailsHelp: "Bis zu 10 Adressen, eine je Zeile",
  noMail: "Warnungen per E-Mail sind nicht verfügbar.",
  webhook: "Webhook-URL für Warnungen",
  webhookHelp: "Wir senden eine signierte POST-Anfrage (Standard Webhooks).",
  singleCauses: "Einzelne Ursachen wählen",
  causes: "Warnen vor",
  unsaved: "Sie haben Änderungen noch nicht gespeichert.",
  saveAlerts: "Warnungen speichern",
  saving: "Wird gespeichert …",
  saved: "Warnungen gespeichert",
  notSaved: "Die Warnungen ließen sich nicht speichern",
  nobody: "Niemand",

  testEmail: "Test-E-Mail senden",
  testWebhook: "Testanfrage senden",
  testing: "Wird gesendet …",
  testFailed: "Der Test ließ sich nicht senden",
  saveFirst: "Speichern Sie, um einen Test zu senden.",
  last: "Letzte Nachrichten",
  renew: "Secret erneuern",
  renewQuestion: "Das Secret erneuern?",
  renewText:
    "Beide Secrets gelten 24 Stunden, damit Sie Ihren Empfänger umstellen können. Dann gilt das alte nicht mehr.",
  renewFailed: "Das Secret ließ sich nicht erneuern",
  secret: "Signatur-Secret",
  secretOnce: "Kopieren Sie es jetzt. Es wird nicht noch einmal gezeigt.",
  copySecret: "Secret kopieren",

  notices: "E-Mails von BigCommerce",
  noticesText:
    "BigCommerce schreibt an diese Adressen, wenn es einen Webhook abschaltet oder Zustellungen pausiert.",
  noticesSlow: "Die Adressen laden länger als sonst.",
  noticesSave: "Adressen speichern",
  noticesSaved: "Adressen gespeichert",
  noticesNotSaved: "Die Adressen ließen sich nicht speichern",
};

export const CAUSE_NAMES: typeof english.CAUSE_NAMES = {
  off_by_bigcommerce: "Bei BigCommerce ausgeschaltet",
  missing: "Fehlt bei BigCommerce",
  wrong_address: "Falsche Adresse",
  wrong_secret: "Falsches Secret",
  no_secret: "Fehlendes Secret",
  doubled: "Doppelte Webhooks",
  over_limit: "Webhook-Grenze erreicht",
  blocked: "Zustellungen von BigCommerce pausiert",
  going_quiet: "Seit 75 Tagen kein Ereignis",
  needs_reauthorisation: "App muss neu zugelassen werden",
  unreachable: "Webhooks seit 2 Stunden nicht geprüft",
  refusing: "Ereignisse, die wir nicht annehmen konnten",
  destination_ill: "Ziel nimmt nichts an",
  destination_off: "Ziel ausgeschaltet",
  deliveries_failed: "Ereignisse, die nicht ankamen",
};

export const CAUSE_GROUPS: typeof english.CAUSE_GROUPS = {
  stopped: { name: "Ausgefallene Webhooks", text: "Ihnen entgehen Ereignisse." },
  needsYou: { name: "Etwas braucht Sie", text: "Ohne Sie kann Keeper es nicht beheben." },
  destinations: { name: "Ziele", text: "Ereignisse warten oder kamen bei einem anderen System nicht an." },
  warnings: { name: "Hinweise", text: "Etwas stimmt nicht, das noch keine Ereignisse kosten muss." },
};

export const emailsFaultText: typeof english.emailsFaultText = (fault) =>
  fault.code === "too_many"
    ? "Geben Sie bis zu 10 Adressen ein. Nehmen Sie für mehr einen Verteiler."
    : `${fault.email} ist keine E-Mail-Adresse.`;

const URL_FAULTS: Readonly<Record<Parameters<typeof english.urlFaultText>[0], string>> = {
  not_an_address: "Geben Sie eine URL ein, die mit https:// beginnt",
  not_https: "Geben Sie eine URL ein, die mit https:// beginnt",
  has_password: "Nehmen Sie das Passwort aus der URL. Setzen Sie stattdessen einen Schlüssel in den Pfad.",
  not_public: "Diese Adresse ist nicht im öffentlichen Internet.",
  too_long: "Diese Adresse ist länger als 1.000 Zeichen.",
};

export const urlFaultText: typeof english.urlFaultText = (fault) => URL_FAULTS[fault];

const FAILURES: Readonly<Record<string, string>> = {
  RECEIVER_REDIRECTS: "Die Adresse führt zu einer anderen. Geben Sie diese an",
  RECEIVER_REFUSED: "Der Empfänger nimmt sie nicht an",
  RECEIVER_FAILED: "Beim Empfänger ist ein Fehler aufgetreten",
  RECEIVER_TOO_SLOW: "Der Empfänger hat nicht innerhalb von 5 Sekunden geantwortet",
  RECEIVER_UNREACHABLE: "Der Empfänger ist nicht erreichbar",
  PRIVATE_ADDRESS: "Die Adresse ist nicht im öffentlichen Internet",
  OWN_ADDRESS: "Die Adresse gehört zu Keeper selbst",
  LITERAL_ADDRESS: "Die Adresse ist eine Zahl. Geben Sie einen Namen an",
  NOT_HTTPS: "Die Adresse muss mit https:// beginnen",
  PORT_NOT_ALLOWED: "Dieser Port ist nicht erlaubt",
  HAS_PASSWORD: "Die Adresse enthält ein Passwort",
  NOT_AN_ADDRESS: "Das ist keine Adresse",
  MAIL_REFUSED: "Der Mailserver lehnt diese Adresse ab",
  MAIL_PUT_OFF: "Der Mailserver hat sie aufgeschoben",
  MAIL_SERVER_REFUSES_US: "Der Mailserver lehnt unsere E-Mails ab. Wenden Sie sich an den Support",
  MAIL_SERVER_UNREACHABLE: "Der Mailserver ist nicht erreichbar",
  MAIL_NOT_SET_UP: "Warnungen per E-Mail sind nicht verfügbar",
  RECIPIENT_GONE: "Die Adresse wurde inzwischen entfernt",
};

const KINDS: Readonly<Record<Parameters<typeof english.deliveryText>[0]["kind"], string>> = {
  alert: "Warnung",
  reminder: "Erinnerung",
  recovery: "Entwarnung",
  test: "Test",
};

export const deliveryText: typeof english.deliveryText = ({
  kind,
  recipient,
  outcome,
  status,
  failure,
  attempts,
}) => {
  const what = `${KINDS[kind]} an ${recipient}`;
  if (outcome === "delivered") return `${what} zugestellt`;
  const answer = status === null ? "" : ` (${status})`;
  const why = failure === null ? "" : `: ${FAILURES[failure] ?? "Es kam nicht an"}${answer}`;
  if (outcome === "waiting") {
    if (attempts === 0) return `${what} ist unterwegs`;
    return `${what} nach ${counted(attempts, "Versuch", "Versuchen")} nicht zugestellt, wird weiter versucht${why}`;
  }
  return `${what} ${outcome === "refused" ? "abgelehnt" : "nicht zugestellt"}${why}`;
};

export const testLabel: typeof english.testLabel = (channel) =>
  channel === "email" ? ALERTS.testEmail : ALERTS.testWebhook;
