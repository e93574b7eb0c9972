import type * as english from "#lib/messages/en/states.ts";
import { counted, plural } from "./plural.ts";

export const area = "states";

export const SESSION_ENDED: typeof english.SESSION_ENDED = {
  title: "Ihre Sitzung ist beendet",
  text: "Öffnen Sie die App noch einmal aus dem Menü „Apps“ Ihres Shops.",
  textWhileWorking:
    "Öffnen Sie die App noch einmal, um weiterzumachen. Nichts, was Sie gespeichert haben, ist verloren.",
  reopen: "App erneut öffnen",
};

export const NEEDS_REAUTHORISATION: typeof english.NEEDS_REAUTHORISATION = {
  title: "Der Shop muss dieser App erneut zustimmen",
  text: "Öffnen Sie die App aus dem Menü „Apps“ und bestätigen Sie. Bis dahin bleiben die Webhooks, wie sie sind.",
};

export const OFFLINE: typeof english.OFFLINE = {
  title: "Sie sind offline",
  text: "Wir verbinden uns von selbst neu.",
};

export const ALERT_BANNER: typeof english.ALERT_BANNER = {
  title: (count) => plural(count, "1 Warnung ist offen", `${count} Warnungen sind offen`),
  text: (sentences) =>
    `${sentences[0] ?? ""}${sentences.length > 1 ? ` Und ${sentences.length - 1} weitere.` : ""}`,
  review: "Warnungen ansehen",
};

export const BIGCOMMERCE_SLOW: typeof english.BIGCOMMERCE_SLOW = {
  title: "BigCommerce braucht länger als sonst für eine Antwort",
  text: "Ihre Ereignisse kommen weiter an. Wir versuchen es jede Minute noch einmal.",
};

export const RATE_LIMITED: typeof english.RATE_LIMITED = {
  title: "BigCommerce hat uns gebeten, langsamer zu machen",
  text: (seconds) =>
    seconds === null
      ? "Wir machen gleich weiter."
      : `Wir machen in ${counted(seconds, "Sekunde", "Sekunden")} weiter.`,
};

export const NOT_FOUND: typeof english.NOT_FOUND = {
  title: "Diese Seite gibt es nicht",
  text: "Vielleicht hat sich die Adresse geändert.",
  overview: "Zur Übersicht",
};

export const BREAK: typeof english.BREAK = {
  title: "Dieser Teil macht eine Pause",
  text: (reference) =>
    reference === undefined
      ? "Der Rest der App funktioniert."
      : `Referenz ${reference}. Der Rest der App funktioniert.`,
  whole: "Diese App macht eine Pause",
  wholeText: (reference) =>
    reference === undefined
      ? "Ihre Ereignisse kommen weiter an."
      : `Referenz ${reference}. Ihre Ereignisse kommen weiter an.`,
};
