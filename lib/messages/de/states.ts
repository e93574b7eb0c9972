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
  title: "Stimmen Sie der App erneut zu",
  text: "Öffnen Sie sie erneut und bestätigen Sie. Bis dahin können wir Webhooks weder prüfen noch reparieren.",
};

export const OFFLINE: typeof english.OFFLINE = {
  title: "Sie sind offline",
  text: "Wir verbinden uns automatisch neu.",
};

export const TODO_BANNER: typeof english.TODO_BANNER = {
  title: (count) => plural(count, "1 Sache zu tun", `${count} Sachen zu tun`),
  text: (sentences) =>
    `${sentences[0] ?? ""}.${sentences.length > 1 ? ` Und ${sentences.length - 1} weitere.` : ""}`,
  viewWebhooks: "Webhooks ansehen",
  viewTodo: "Zur Übersicht",
};

export const RATE_LIMITED: typeof english.RATE_LIMITED = {
  title: "Das API-Limit Ihres Shops ist erreicht",
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
  title: "Bei uns ist etwas schiefgelaufen",
  text: (reference) =>
    reference === undefined
      ? "Der Rest der App funktioniert."
      : `Referenz ${reference}. Der Rest der App funktioniert.`,
  whole: "Bei uns ist etwas schiefgelaufen",
  wholeText: (reference) =>
    reference === undefined
      ? "Laden Sie die Seite neu. Passiert es wieder, wenden Sie sich an den Support."
      : `Laden Sie die Seite neu. Passiert es wieder, nennen Sie dem Support die Referenz ${reference}.`,
};
