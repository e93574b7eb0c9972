import { COUNTED_MAX, EMAILS_PER_HOUR } from "#lib/contract/values/destinations.ts";
import { answerKind, failureDetail, type AnswerKind } from "#lib/contract/values/answer-kinds.ts";
import type * as english from "#lib/messages/en/deliveries.ts";
import { counted, plural } from "./plural.ts";

export const area = "deliveries";

export const events: typeof english.events = (count) => counted(count, "Ereignis", "Ereignisse");

export const waitingEvents: typeof english.waitingEvents = (count) =>
  count >= COUNTED_MAX ? `mehr als ${events(COUNTED_MAX)}` : events(count);

export const DELIVERIES: typeof english.DELIVERIES = {
  sentTo: "Gesendet an",
  slow: "Wir wissen noch nicht, wohin dieses Ereignis gesendet wurde.",
  delivered: (span) => (span === null ? "Sofort angekommen" : `Nach ${span} angekommen`),
  arrived: "Angekommen",
  waits: "Wird noch gesendet",
  waitsBehind: (count) =>
    `Wartet hinter ${count >= COUNTED_MAX ? waitingEvents(count) : counted(count, "Ereignis", "Ereignissen")}.`,
  waitsFor: (time) => `Nächster Versuch ${time}`,
  failed: "Nicht angekommen",
  dismissed: "Übersprungen",
  notWanted: "Nicht gesendet",
  sendAgain: "Erneut senden",
  resend: "Erneut senden …",
  resendQuestion: (name) => `Noch einmal an ${name} senden?`,
  resendText: (name) =>
    `${name} hat dieses Ereignis schon und bekommt es ein zweites Mal. Die Kopie hat dieselbe ID, und ein Header sagt, dass sie noch einmal gesendet wurde.`,
  resendEvent: "Ereignis senden",
  sendNow: "Jetzt senden",
  sending: "Wird gesendet …",
  sentAgain: "Wir senden es noch einmal.",
  notSentAgain: "Es ließ sich nicht erneut senden",

  card: "Ziele",
  view: "Ziele ansehen",
  working: (working, all) => (working === all ? "Keine Probleme" : `${working} von ${all} ohne Problem`),
  needing: (count) => `${count} ${plural(count, "braucht", "brauchen")} Sie`,
  retrying: (count) => `${count} ${plural(count, "nimmt", "nehmen")} gerade nichts an`,
  allWell: "Nichts wartet",
  waiting: (count) => `${waitingEvents(count)} ${plural(count, "wartet", "warten")}`,
  gaveUp: (count) => `${events(count)} nicht angekommen`,
  more: (count) => `und ${count} ${plural(count, "weiteres", "weitere")}`,
};

const ANSWERS: Readonly<
  Record<AnswerKind, (name: string, status: number | null, detail: string | null) => string>
> = {
  error: (name, status) => `${name} hat mit einem Fehler geantwortet (${status}).`,
  key: (name, status) => `${name} nimmt unseren Schlüssel nicht an (${status}).`,
  denied: (name, status) => `${name} lässt unseren Schlüssel keine Ereignisse senden (${status}).`,
  clock: (name, status) => `Die Uhr unseres Servers geht für ${name} falsch (${status}).`,
  nothing_there: (name, status) => `${name} hat unter dieser Adresse nichts gefunden (${status}).`,
  moved: (name, status, to) => `${name} ist umgezogen: ${to ?? "an eine andere Adresse"} (${status}).`,
  busy: (name, status) => `${name} bittet uns zu warten (${status}).`,
  gone: (name, status) => `${name} möchte keine Ereignisse mehr (${status}).`,
  rejected: (name, status) => `${name} hat es abgelehnt (${status}).`,
  late: (name) => `${name} hat nicht rechtzeitig geantwortet.`,
  no_name: (name) => `Wir finden die Adresse von ${name} nicht.`,
  no_way: (name) => `Wir erreichen ${name} nicht.`,
  certificate_expired: (name) => `Das Sicherheitszertifikat von ${name} ist abgelaufen.`,
  certificate: (name) => `Eine sichere Verbindung zu ${name} gelingt nicht.`,
  cut_off: (name) => `${name} hat die Verbindung abgebrochen.`,
  address: (name) => `An die Adresse von ${name} können wir nicht senden, weil sie nicht öffentlich ist.`,
  token: (name) => `Wir haben kein Token für ${name} bekommen. Prüfen Sie die Anmeldung.`,
  unbuildable: (name) => `Was ${name} bekommt, ließ sich nicht erstellen. Prüfen Sie die Vorlage.`,
  broken: (name) => `Das gespeicherte Ereignis ist beschädigt. Wir konnten es nicht an ${name} senden.`,
  unkept: (name) => `Wir konnten nicht speichern, was ${name} geantwortet hat.`,
  too_large: (name) => `Das Ereignis ist größer, als ${name} annimmt.`,
  no_mail: () => "E-Mail geht hier gerade nicht. Sagen Sie es dem Betreiber von Keeper.",
  not_a_member: (name) => `Niemand mit Zugang zu diesem Shop hat die E-Mail-Adresse von ${name}.`,
  paced: (name) =>
    `${name} bekommt höchstens ${EMAILS_PER_HOUR} E-Mails in der Stunde. Dieses Ereignis wartet.`,
  silent: (name) => `${name} hat nicht geantwortet.`,
};

export const answerText: typeof english.answerText = (name, answer) =>
  ANSWERS[answerKind(answer)](name, answer.status, failureDetail(answer.failure));

const NOT_WANTED: Readonly<Record<string, (name: string) => string>> = {
  type: (name) => `${name} bekommt keine Ereignisse dieses Typs.`,
  filter: (name) => `Der Filter von ${name} lässt es aus.`,
  test: () => "Testereignisse bleiben in Keeper.",
  off: (name) => `${name} war ausgeschaltet.`,
  before: (name) => `${name} kam später hinzu.`,
  newer: (name) => `${name} bekommt von mehreren Ereignissen nur das neueste.`,
};

export const notWantedText: typeof english.notWantedText = (name, reason) =>
  (NOT_WANTED[reason ?? ""] ?? NOT_WANTED["type"])?.(name) ?? "";
