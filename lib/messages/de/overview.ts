import type * as english from "#lib/messages/en/overview.ts";
import { counted, plural } from "./plural.ts";

export const area = "overview";

export const OVERVIEW: typeof english.OVERVIEW = {
  title: "Übersicht",
  description: "Wie es Ihren Webhooks geht.",
  checked: "Mit BigCommerce verglichen",
  figures: "Zahlen",

  webhooksOn: "Webhooks an",
  ofAll: (all) => `von ${all}`,
  viewWebhooks: "Webhooks ansehen",
  webhooksName: (on, all) => `${on} von ${all} Webhooks an, Webhooks ansehen`,
  lastEvent: "Letztes Ereignis",
  noEventYet: "Noch keines",
  lastEventName: (ago, summary) => `Letztes Ereignis ${ago}, ${summary}, Ereignis ansehen`,
  received: "Empfangen, 24 Stunden",
  viewEvents: "Ereignisse ansehen",
  receivedName: (count, trend) => `${count} Ereignisse in 24 Stunden empfangen, ${trend}, Ereignisse ansehen`,
  repeats: "Wiederholungen, 24 Stunden",
  repeatsText: "Mehrmals angekommen",
  repeatsName: (count) =>
    `${count} wiederholte Eingänge in 24 Stunden, Ereignisse ansehen, die mehrmals angekommen sind`,
  delay: "Verzögerung, 24 Stunden",
  noDelay: "Keine Ereignisse",
  slowest: (span) => `Langsamste 5 %: ${span} oder mehr`,
  delayName: (median, slowest) =>
    `Die Hälfte der Ereignisse braucht höchstens ${median}, die langsamsten 5 % brauchen ${slowest} oder mehr, Ereignisse ansehen`,
  noDelayName: "Keine Verzögerung bekannt, keine Ereignisse in 24 Stunden, Ereignisse ansehen",

  columns: {
    events: "Empfangen",
    share: "Anteil",
    type: "Ereignistyp",
    state: "Status",
    remedy: "Was hilft",
  },

  frequent: "Am häufigsten",
  frequentList: "Häufigste Ereignistypen",
  viewTypes: "Alle Ereignistypen ansehen",
  noneFrequent: "Keine Ereignisse in dieser Zeit.",
  attention: "Braucht Aufmerksamkeit",
  attentionList: "Webhooks, die Aufmerksamkeit brauchen",
  allGood: "Kein Webhook braucht Aufmerksamkeit.",
  bannerText: (title, verdict, more) =>
    more === 0 ? `${title}: ${verdict}.` : `${title}: ${verdict}, und ${more} weitere.`,
  bannerTitle: (count) => `${counted(count, "Webhook braucht", "Webhooks brauchen")} Aufmerksamkeit`,
  review: "Webhooks prüfen",

  moving: "Diese App ist umgezogen",
  movingText: (here, all) =>
    `${here} von ${counted(all, "Webhook stellt", "Webhooks stellen")} an die neue Adresse zu. Die anderen folgen von selbst.`,

  checkNow: "Jetzt prüfen",
  checking: "Wird geprüft …",
  matches: "Alles stimmt überein",
  differs: (count) =>
    `${counted(count, "Webhook weicht", "Webhooks weichen")} von dem ab, was Sie eingeschaltet haben`,
  checkFailed: "Die Prüfung hat nicht geklappt",

  slow: "Diese Zahlen brauchen länger als sonst.",
  emptyTitle: "Noch keine Ereignisse",
  emptyText: "Ereignisse erscheinen hier Sekunden, nachdem sich in Ihrem Shop etwas geändert hat.",
  nothingOn: "Nichts ist eingeschaltet",
  nothingOnText: "Wählen Sie die Ereignisse, die Sie empfangen möchten.",
  chooseEvents: "Ereignisse wählen",
};

export const stateBadge: typeof english.stateBadge = ({ state, needsAttention }) => {
  const count = needsAttention.length;
  switch (state) {
    case "good":
      return { label: "Alles gut", variant: "success" };
    case "attention":
      return {
        label:
          count === 0
            ? "Braucht Aufmerksamkeit"
            : `${count} ${plural(count, "braucht", "brauchen")} Aufmerksamkeit`,
        variant: "warning",
      };
    case "not_receiving":
      return { label: "Empfängt nicht", variant: "danger" };
    case "nothing_on":
      return { label: "Nichts an", variant: "secondary" };
    case "checking":
      return { label: "Wird geprüft", variant: "secondary" };
  }
};

export const trendWords: typeof english.trendWords = (now, before, { tag }) => {
  if (before === 0) return now === 0 ? "wie am Vortag" : "am Vortag keine";
  const change = (now - before) / before;
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 }).format(
    Math.abs(change),
  );
  if (Math.abs(change) < 0.005) return "wie am Vortag";
  return `${percent} ${change > 0 ? "mehr" : "weniger"} als am Vortag`;
};
