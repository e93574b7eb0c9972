import type * as english from "#lib/messages/en/alerts.ts";
import { counted } from "./plural.ts";

export const area = "alerts";

export const ALERTS: typeof english.ALERTS = {
  open: "Offene Warnungen",
  openText: "Was gerade nicht stimmt. Eine Warnung verschwindet von selbst, sobald alles in Ordnung ist.",
  opened: "Seit",
  acknowledge: "Bestätigen",
  acknowledging: "Wird bestätigt …",
  acknowledgeName: (sentence) => `Bestätigen: ${sentence}`,
  acknowledged: (who) => `Bestätigt von ${who}`,
  notAcknowledged: "Die Warnung wurde nicht bestätigt.",
  more: (count) => `und ${count} weitere`,

  title: "Warnungen",
  text: "Wer davon erfährt, wenn Webhooks ausfallen: einmal je Ursache und noch einmal, wenn alles in Ordnung ist.",
  slow: "Die Einstellungen der Warnungen laden länger als sonst.",
  ownerOnly: "Nur der Inhaber des Shops kann Warnungen ändern.",
  emails: "E-Mail-Adressen",
  emailsHelp: "Eine Adresse je Zeile, höchstens 10.",
  noMail: "Wer diese App betreibt, hat keine E-Mail eingerichtet.",
  webhook: "Signierte Anfrage an",
  webhookHelp: "Eine https-Adresse, die POST annimmt, signiert nach Standard Webhooks.",
  causes: "Warnen vor",
  unsaved: "Die Änderungen sind noch nicht gespeichert.",
  saveAlerts: "Warnungen speichern",
  saving: "Wird gespeichert …",
  saved: "Die Warnungen sind gespeichert",
  notSaved: "Die Warnungen wurden nicht gespeichert",
  nobody: "Niemand",

  testEmail: "Test-E-Mail senden",
  testWebhook: "Testanfrage senden",
  testing: "Wird gesendet …",
  testFailed: "Der Test wurde nicht gesendet",
  saveFirst: "Zum Testen zuerst speichern.",
  last: "Letzte Nachrichten",
  renew: "Secret erneuern",
  renewQuestion: "Das Secret erneuern?",
  renewText:
    "Einen Tag lang werden Anfragen mit beiden Secrets signiert, damit der Empfänger umstellen kann. Dann endet das alte.",
  renewFailed: "Das Secret wurde nicht erneuert",
  secret: "Secret der signierten Anfragen",
  secretOnce: "Kopieren Sie es jetzt: Es wird nicht noch einmal gezeigt.",
  copySecret: "Secret kopieren",

  notices: "Hinweise von BigCommerce",
  noticesText:
    "An diese Adressen schreibt BigCommerce selbst, wenn es einen Webhook dieser App abschaltet oder Zustellungen pausiert.",
  noticesSlow: "BigCommerce braucht länger als sonst, um die Adressen zu nennen.",
  noticesSave: "Adressen speichern",
  noticesSaved: "BigCommerce hat die Adressen",
  noticesNotSaved: "BigCommerce hat die Adressen nicht bekommen",
};

export const CAUSE_NAMES: typeof english.CAUSE_NAMES = {
  off_by_bigcommerce: "Webhooks, die BigCommerce abgeschaltet hat",
  missing: "Webhooks, die bei BigCommerce fehlen",
  wrong_address: "Webhooks, die anderswohin zustellen",
  wrong_secret: "Webhooks ohne das vereinbarte Secret",
  doubled: "Webhooks, die es zweimal gibt",
  over_limit: "Webhooks über der Grenze von BigCommerce",
  blocked: "Zustellungen, die BigCommerce pausiert",
  going_quiet: "Webhooks ohne Ereignis seit 75 Tagen",
  needs_reauthorisation: "Der Shop muss der App erneut zustimmen",
  unreachable: "BigCommerce antwortet seit zwei Stunden nicht",
  refusing: "Zustellungen, die diese App ablehnt",
};

export const emailsFaultText: typeof english.emailsFaultText = (fault) =>
  fault.code === "too_many"
    ? "Das sind mehr als 10 Adressen. Nehmen Sie für mehr einen Verteiler."
    : `${fault.email} ist keine E-Mail-Adresse.`;

const URL_FAULTS: Readonly<Record<Parameters<typeof english.urlFaultText>[0], string>> = {
  not_an_address: "Das ist keine Adresse. Sie beginnt mit https://.",
  not_https: "Warnungen gehen nur an https-Adressen.",
  has_password:
    "Eine Adresse mit Passwort können andere lesen. Nehmen Sie stattdessen einen Schlüssel im Pfad.",
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
  MAIL_REFUSED: "Der Mailserver lehnt diese Adresse ab",
  MAIL_PUT_OFF: "Der Mailserver hat sie aufgeschoben",
  MAIL_SERVER_REFUSES_US: "Der Mailserver lehnt diese App ab. Sagen Sie es dem Betreiber",
  MAIL_SERVER_UNREACHABLE: "Der Mailserver ist nicht erreichbar",
  MAIL_NOT_SET_UP: "Wer diese App betreibt, hat keine E-Mail eingerichtet",
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
