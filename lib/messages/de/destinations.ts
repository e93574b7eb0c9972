import { answerKind, failureDetail, type AnswerKind } from "#lib/contract/values/answer-kinds.ts";
import { EMAILS_PER_HOUR, type OffReason } from "#lib/contract/values/destinations.ts";
import type * as english from "#lib/messages/en/destinations.ts";
import type { Said, Standing } from "#lib/messages/standing.ts";
import { events, waitingEvents } from "./deliveries.ts";
import { counted, plural } from "./plural.ts";

export const area = "destinations";

export const DESTINATIONS: typeof english.DESTINATIONS = {
  title: "Ziele",
  description:
    "Senden Sie eine Kopie Ihrer Ereignisse an ein anderes System, etwa an Ihr Lager oder einen Slack-Kanal.",
  add: "Ziel hinzufügen",
  slow: "Ihre Ziele laden länger als sonst.",
  list: "Ihre Ziele",
  ownerLine: "Nur der Inhaber des Shops kann Ziele ändern.",
  emptyTitle: "Noch keine Ziele",
  emptyText:
    "Verbinden Sie ein System, das erfahren soll, was in Ihrem Shop geschieht. Sie brauchen eine Webadresse von dessen Anbieter, oder Sie wählen Slack, Google Sheets über Zapier oder Ihren eigenen Server.",
  askDeveloper: "Entwickler fragen",
  askText: (link) =>
    [
      "Webhook Keeper kann die Ereignisse unseres Shops an ein anderes System senden. Dafür braucht es:",
      "1. Eine öffentliche https-Adresse, die POST-Anfragen annimmt und innerhalb von 15 Sekunden mit einem Status von 200 bis 299 antwortet.",
      "2. Welche Ereignisse das System bekommen soll, etwa neue Bestellungen.",
      "3. Jemanden, der dort den Signaturschlüssel einträgt (Standard Webhooks) oder uns sagt, wie sich Anfragen ausweisen.",
      ...(link === null ? [] : [`Hier hinzufügen: ${link}`]),
    ].join("\n"),

  moreFor: (name) => `Weitere Aktionen, ${name}`,
  open: "Einzelheiten ansehen",
  turnedOn: (name) => `${name} ist eingeschaltet`,
  turnedOff: (name) => `${name} ist ausgeschaltet`,
  notChanged: "Das Ziel ließ sich nicht ändern",
  resumeQuestion: (name) => `${name} einschalten?`,
  resumeText: "Was soll mit den Ereignissen aus der Zwischenzeit geschehen?",
  resumeAll: (count, since) => `${waitingEvents(count)} seit ${since} senden`,
  resumeNow: "Erst ab jetzt senden",
  turnOn: "Einschalten",
  tryNow: "Jetzt versuchen",
  trying: "Wird versucht …",
  viewEvents: "Ereignisse ansehen",
  changeAddress: "Adresse ändern",
  checkKey: "Schlüssel prüfen",
  checkTemplate: "Vorlage prüfen",
  copyMessage: "Nachricht kopieren",
  message: (name, sentence) =>
    `Guten Tag, unser Shop sendet Ereignisse an ${name}, und sie kommen nicht an. ${sentence} Können Sie das beheben?`,

  address: "Adresse",
  gets: "Bekommt",
  lastAnswer: "Letzte Antwort",
  waits: "Wartend",
  oldest: "Wartet am längsten",
  rate: "Tempo",
  everything: "Alle Ereignisse",
  types: (count) => counted(count, "Ereignistyp", "Ereignistypen"),
  filtered: "mit Filter",
  noRate: "Unbegrenzt",
  perSecond: (rate) => `${rate} je Sekunde`,
  none: "Keine",

  gone: "Dieses Ziel gibt es nicht mehr",
  goneText: "Vielleicht hat es jemand entfernt.",
  viewAll: "Ziele ansehen",
  oneSlow: "Dieses Ziel lädt länger als sonst.",
  tabs: "Teile dieses Ziels",
  deliveries: "Zustellungen",
  settings: "Einstellungen",
  activity: "Aktivität",
  newKey: (name, until) => `${name} hat bis ${until} Zeit, den neuen Schlüssel zu verwenden.`,

  deliveriesSlow: "Diese Zustellungen laden länger als sonst.",
  filter: "Zeigen",
  filters: { open: "Braucht Sie", failed: "Nicht angekommen", waiting: "Wartend", all: "Alle" },
  deliveryList: "Zustellungen, neueste zuerst",
  noneOpen: "Alles ist angekommen.",
  noneOther: "Hier ist nichts.",
  more: "Mehr zeigen",
  skip: "Überspringen",
  skipped: "Übersprungen",
  notSkipped: "Es ließ sich nicht überspringen",
  sendAll: "Alle erneut senden",
  skipAll: "Alle überspringen",
  skipAllQuestion: (count) => `${events(count)} überspringen?`,
  skipAllText: (name) => `${name} bekommt sie nie. In Ihrem Protokoll bleiben sie.`,
  sentAll: (count) => `Wir senden ${events(count)} noch einmal.`,
  skippedAll: (count) => `${events(count)} übersprungen`,
  notDone: "Das hat nicht geklappt",
  took: (span) => `nach ${span}`,
  attempts: (count) => counted(count, "Versuch", "Versuche"),
  attemptList: "Versuche, neueste zuerst",
  answer: "Antwort",
  copyCurl: "Als cURL kopieren",
  curlFailed: "Die Anfrage ließ sich nicht kopieren",
  tried: (attempts) => `${attempts}-mal versucht.`,

  keys: "Signaturschlüssel",
  keysText: "Er zeigt dem Empfänger, dass Anfragen von Keeper kommen.",
  keyMade: (day) => `Vom ${day}`,
  keyUntil: (moment) => `Signiert bis ${moment}`,
  renew: "Schlüssel erneuern",
  renewQuestion: "Den Signaturschlüssel erneuern?",
  renewText: "Keeper signiert eine Zeit lang mit beiden, damit der Empfänger auf den neuen wechseln kann.",
  overlap: "Der alte signiert noch",
  overlaps: { none: "Nicht mehr", day: "24 Stunden", week: "7 Tage" },
  renewFailed: "Der Schlüssel ließ sich nicht erneuern",
  keyOnce: "Kopieren Sie ihn jetzt. Er wird nicht noch einmal gezeigt.",
  publicKey: "Öffentlicher Schlüssel",
  publicKeyText:
    "Geben Sie ihn beim Empfänger ein. Er ist kein Geheimnis, und Sie finden ihn unter Einstellungen wieder.",
  copyKey: "Schlüssel kopieren",

  remove: "Ziel entfernen",
  removeText: "Keeper sendet nichts mehr und vergisst, was aus den Ereignissen wurde.",
  removeQuestion: (name) => `${name} entfernen?`,
  removeLoses: (waiting, failed) =>
    [
      waiting + failed === 0
        ? ""
        : `${waitingEvents(waiting + failed)} ohne Ankunft ${plural(waiting + failed, "wird", "werden")} nicht mehr gesendet.`,
      "Einstellungen, Schlüssel und Verlauf werden gelöscht. Das lässt sich nicht rückgängig machen.",
    ]
      .filter((part) => part !== "")
      .join(" "),
  removed: (name) => `${name} entfernt`,
  notRemoved: "Das Ziel ließ sich nicht entfernen",

  test: "Testereignis senden",
  testing: "Wird gesendet …",
  testFailed: "Das Testereignis ließ sich nicht senden",
  tested: (status, span) => `Antwort ${status} nach ${span}.`,
  testedKey: (status) =>
    `Antwort ${status}. Der Empfänger kennt den Schlüssel noch nicht: Kopieren Sie ihn jetzt.`,
  testedLate: (seconds) => `Keine Antwort in ${seconds} Sekunden.`,
  testedOther: (status) => `Antwort ${status}.`,
};

export const STATE_BADGES: typeof english.STATE_BADGES = {
  new: { label: "Bereit", variant: "secondary" },
  working: { label: "Funktioniert", variant: "success" },
  slow: { label: "Langsam", variant: "warning" },
  ill: { label: "Antwortet nicht", variant: "warning" },
  off: { label: "Aus", variant: "secondary" },
};

export const REFUSING_BADGE: typeof english.REFUSING_BADGE = { label: "Gestört", variant: "warning" };

export const FAILED_BADGE: typeof english.FAILED_BADGE = { label: "Braucht Sie", variant: "warning" };

const TROUBLES: Readonly<Record<AnswerKind, (name: string, since: string, detail: string | null) => string>> =
  {
    error: (name, since) => `${name} antwortet seit ${since} mit einem Fehler.`,
    key: (name, since) => `${name} nimmt unseren Schlüssel seit ${since} nicht an.`,
    denied: (name, since) =>
      `${name} lässt unseren Schlüssel seit ${since} keine Ereignisse senden. Prüfen Sie seine Rechte.`,
    clock: (name) =>
      `Die Uhr unseres Servers geht für ${name} falsch. Sagen Sie es dem Betreiber von Keeper.`,
    nothing_there: (name, since) => `${name} hat unter dieser Adresse seit ${since} nichts.`,
    moved: (name, _since, to) =>
      `${name} ist umgezogen: ${to ?? "an eine andere Adresse"}. Geben Sie diese an.`,
    busy: (name) => `${name} bittet uns, langsamer zu senden.`,
    gone: (name) => `${name} hat uns gesagt, dass es keine Ereignisse mehr möchte.`,
    rejected: (name, since) => `${name} lehnt seit ${since} Ereignisse ab.`,
    late: (name, since) => `${name} antwortet seit ${since} nicht rechtzeitig.`,
    no_name: (name, since) => `Seit ${since} finden wir die Adresse von ${name} nicht.`,
    no_way: (name, since) => `${name} antwortet seit ${since} nicht.`,
    certificate_expired: (name) =>
      `Das Sicherheitszertifikat von ${name} ist abgelaufen. Sagen Sie es dem Anbieter.`,
    certificate: (name) => `Eine sichere Verbindung zu ${name} gelingt nicht. Sagen Sie es dem Anbieter.`,
    cut_off: (name, since) => `${name} bricht seit ${since} die Verbindung ab.`,
    address: (name) => `An die Adresse von ${name} können wir nicht senden, weil sie nicht öffentlich ist.`,
    token: (name) => `Wir bekommen kein Token für ${name}. Prüfen Sie die Anmeldung.`,
    unbuildable: (name) => `Was ${name} bekommt, lässt sich nicht erstellen. Prüfen Sie die Vorlage.`,
    broken: (name) => `Ein gespeichertes Ereignis ist beschädigt. Wir konnten es nicht an ${name} senden.`,
    unkept: (name) => `Wir konnten nicht speichern, was ${name} geantwortet hat.`,
    too_large: (name) => `Ein Ereignis war größer, als ${name} annimmt.`,
    no_mail: () => "E-Mail geht hier gerade nicht. Sagen Sie es dem Betreiber von Keeper.",
    not_a_member: (name) => `Niemand mit Zugang zu diesem Shop hat die E-Mail-Adresse von ${name}.`,
    paced: (name) =>
      `${name} bekommt höchstens ${EMAILS_PER_HOUR} E-Mails in der Stunde. Die anderen Ereignisse warten.`,
    silent: (name, since) => `${name} antwortet seit ${since} nicht.`,
  };

const OFF: Readonly<Record<OffReason, (view: Standing, said: Said) => string>> = {
  person: ({ offBy, offAt }, { day }) =>
    `${offAt === null ? "Ausgeschaltet" : `Am ${day(offAt)} ausgeschaltet`}${offBy === null ? "" : ` von ${offBy}`}.`,
  gone: ({ name }) => `${name} hat uns gesagt, dass es keine Ereignisse mehr möchte.`,
  unanswered: ({ name, offAt }, { day }) =>
    `Wir haben ${offAt === null ? "" : `am ${day(offAt)} `}aufgehört, weil ${name} nicht antwortete.`,
  refused: () => "An diese Adresse können wir nicht senden, weil sie nicht öffentlich ist.",
};

const wait = (count: number) => `${waitingEvents(count)} ${plural(count, "wartet", "warten")}`;
const kept = ({ waiting, waitingSince }: Standing, { day }: Said) =>
  waiting === 0
    ? null
    : `${waitingEvents(waiting)}${waitingSince === null ? "" : ` seit ${day(waitingSince)}`} ${plural(waiting, "ist", "sind")} aufbewahrt.`;

export const stateWords: typeof english.stateWords = (view, said) => {
  const { state, delivered, lastDeliveredAt, waiting, nextAt, offReason } = view;
  if (state === "off") return { sentence: OFF[offReason ?? "person"](view, said), rest: kept(view, said) };
  if (state === "ill") {
    const kind = answerKind({ status: view.lastStatus, failure: view.lastFailure });
    const next = nextAt === null ? "" : ` Nächster Versuch ${said.when(nextAt)}.`;
    return {
      sentence: TROUBLES[kind](
        view.name,
        said.when(view.since ?? view.createdAt),
        failureDetail(view.lastFailure),
      ),
      rest: `Nichts geht verloren${waiting === 0 ? "" : `: ${wait(waiting)}`}.${next}`,
    };
  }
  if (state === "slow")
    return {
      sentence: view.lastStatus === 429 || view.lastStatus === 503 ? TROUBLES.busy(view.name, "", null) : "",
      rest: `Ereignisse kommen später an als sonst${waiting === 0 ? "" : `: ${wait(waiting)}`}.`,
    };
  const none = state === "new" ? "Noch wurde nichts gesendet." : "Noch ist nichts angekommen.";
  if (state === "new" || (delivered === 0 && lastDeliveredAt === null))
    return { sentence: none, rest: waiting === 0 ? null : `${wait(waiting)}.` };
  const last = lastDeliveredAt === null ? "" : `, das letzte ${said.ago(lastDeliveredAt)}`;
  return {
    sentence: `${delivered === 0 ? "Keine Ereignisse" : events(delivered)} in 24 Stunden${last}.`,
    rest: waiting === 0 ? null : `${wait(waiting)}.`,
  };
};

export const gaveUpText: typeof english.gaveUpText = (name, failed) =>
  plural(
    failed,
    `${events(failed)} hat ${name} nicht erreicht, und wir versuchen es nicht mehr.`,
    `${events(failed)} haben ${name} nicht erreicht, und wir versuchen es nicht mehr.`,
  );
