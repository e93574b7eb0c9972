import type * as english from "#lib/messages/en/overview.ts";
import { counted } from "./plural.ts";

export const area = "overview";

export const OVERVIEW: typeof english.OVERVIEW = {
  title: "Übersicht",
  description: "Wie es Ihren Webhooks geht.",
  checked: "Mit BigCommerce verglichen",
  figures: "Zahlen",
  typesOn: "Ereignistypen an",
  viewWebhooks: "Webhooks ansehen",
  typesName: (on) => `${on} Ereignistypen an, Webhooks ansehen`,
  lastEvent: "Letztes Ereignis",
  noEventYet: "Noch keines",
  lastEventName: (ago, summary) => `Letztes Ereignis ${ago}, ${summary}, Ereignis ansehen`,
  received: "Letzte 24 Stunden",
  events: (count) => `${count} ${count === "1" ? "Ereignis" : "Ereignisse"}`,
  viewEvents: "Ereignisse ansehen",
  receivedName: (count, trend) => `${count} Ereignisse in 24 Stunden, ${trend}, Ereignisse ansehen`,
  todo: "Zu tun",
  todoList: "Was zu tun ist",
  fixAll: "Alle beheben",
  fixing: "Wird behoben …",
  fixed: (count) => `${counted(count, "Webhook", "Webhooks")} behoben`,
  notFixed: (count) => `${counted(count, "Webhook", "Webhooks")} konnten nicht behoben werden`,
  fixingMany: (count) => `${count} Webhooks werden behoben`,
  view: "Ansehen",
  seen: "Als gesehen markieren",
  seenBy: (who) => `Gesehen von ${who}`,
  notSeen: "Konnte nicht als gesehen markiert werden",
  moreFor: (sentence) => `Weitere Aktionen, ${sentence}`,
  since: "Gefunden",
  more: (count) => `und ${count} weitere`,
  contact: "Support kontaktieren",
  severities: {
    lost: { label: "Ereignisse gehen verloren", variant: "danger" },
    risk: { label: "Braucht Sie", variant: "warning" },
    wait: { label: "Warten", variant: "secondary" },
  },
  recent: "Kürzlich behoben",
  recentList: "Was in den letzten 24 Stunden behoben wurde",
  details: "Details der Zustellung",
  detailsText: "Verzögerung, Wiederholungen und abgelehnte Zustellungen.",
  showDetails: "Details zeigen",
  hideDetails: "Details ausblenden",
  repeats: "Wiederholungen, 24 Stunden",
  delay: "Verzögerung, 24 Stunden",
  noDelay: "Keine Ereignisse",
  delayText: (median, slowest) => `meist ${median}, bei den langsamsten 5 % ${slowest}`,
  columns: { events: "Empfangen", share: "Anteil", type: "Ereignistyp" },
  frequent: "Am häufigsten",
  frequentList: "Häufigste Ereignistypen",
  viewTypes: "Ereignistypen ansehen",
  noneFrequent: "Keine Ereignisse in dieser Zeit.",
  moving: "Keeper hat eine neue Adresse",
  movingText: (here, all) =>
    `${here} von ${counted(all, "Webhook nutzt", "Webhooks nutzen")} sie. Wir ziehen die übrigen um.`,
  checkNow: "Jetzt prüfen",
  checking: "Wird geprüft …",
  alreadyChecking: "Wird schon geprüft …",
  matches: "Alles stimmt überein",
  checkFailed: "Prüfung bei BigCommerce nicht möglich",
  spooled: (count) =>
    count === 1
      ? "1 Ereignis ist noch nicht im Protokoll. Es kam an, während unsere Datenbank gestört war. Wir tragen es so bald wie möglich ein."
      : `${count} Ereignisse sind noch nicht im Protokoll. Sie kamen an, während unsere Datenbank gestört war. Wir tragen sie so bald wie möglich ein.`,
  slow: "Diese Zahlen brauchen länger als sonst.",
  emptyTitle: "Noch keine Ereignisse",
  emptyText: "Ereignisse erscheinen hier Sekunden, nachdem sich in Ihrem Shop etwas geändert hat.",
  nothingOn: "Kein Ereignistyp ist an",
  nothingOnText: "Wählen Sie die Ereignisse, die Sie empfangen möchten.",
  chooseEvents: "Ereignisse wählen",
};

export const stateBadge: typeof english.stateBadge = ({ state, todo }) => {
  const toFix = todo.alerts.filter(({ severity }) => severity !== "wait").length;
  switch (state) {
    case "good":
      return { label: "Alles gut", variant: "success" };
    case "losing":
      return { label: `${toFix} zu tun`, variant: "danger" };
    case "attention":
      return { label: `${toFix} zu tun`, variant: "warning" };
    case "waiting":
      return { label: "Wartet", variant: "secondary" };
    case "first_event":
      return { label: "Wartet auf Ereignisse", variant: "secondary" };
    case "nothing_on":
      return { label: "Nichts an", variant: "secondary" };
    case "checking":
      return { label: "Wird geprüft", variant: "secondary" };
  }
};

export const trendWords: typeof english.trendWords = (now, before, { tag }) => {
  if (before === null || before === 0) return now === 0 && before === 0 ? "wie am Vortag" : "";
  const change = (now - before) / before;
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 }).format(
    Math.abs(change),
  );
  if (Math.abs(change) < 0.005) return "wie am Vortag";
  return `${percent} ${change > 0 ? "mehr" : "weniger"} als am Vortag`;
};
