import type { PROBLEMS as english } from "#lib/messages/en/server/problems.ts";
import { DESTINATION_PROBLEMS } from "./destinations.ts";

export const PROBLEMS: typeof english = {
  ...DESTINATION_PROBLEMS,
  UNEXPECTED: {
    title: "Bei uns ist etwas schiefgelaufen",
    detail:
      "Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal; bleibt es dabei, nennen Sie uns die Referenz.",
  },
  BIGCOMMERCE_UNREACHABLE: {
    title: "BigCommerce ist nicht verfügbar",
    detail: "Wir konnten das nicht abschließen. Versuchen Sie es in einer Minute noch einmal.",
  },
  SESSION_ENDED: {
    title: "Ihre Sitzung ist beendet",
    detail: "Öffnen Sie die App noch einmal aus dem Menü „Apps“ Ihres Shops.",
  },
  ACCESS_WITHDRAWN: {
    title: "Sie haben keinen Zugang mehr",
    detail: "Bitten Sie den Inhaber des Shops um Zugang zu Keeper.",
  },
  STORE_UNINSTALLED: {
    title: "Die App wurde aus diesem Shop entfernt",
    detail: "Installieren Sie die App neu, um weiterzumachen.",
  },
  WEBHOOKS_OWNER_ONLY: {
    title: "Webhooks ändert hier nur der Inhaber",
    detail:
      "Der Inhaber dieses Shops lässt niemand anderen Webhooks ändern. Bitten Sie ihn darum, oder um die Erlaubnis unter Einstellungen, Datenschutz.",
  },
  OWNER_ONLY: { title: "Das kann nur der Inhaber", detail: "Bitten Sie den Inhaber des Shops darum." },
  FORBIDDEN_ORIGIN: {
    title: "Diese Anfrage kam nicht von der App",
    detail: "Änderungen werden nur von den Seiten der App angenommen.",
  },
  INVALID_INPUT: { title: "Prüfen Sie Ihre Eingabe", detail: "Etwas darin passt nicht." },
  INPUT_TOO_LARGE: { title: "Das ist zu viel", detail: "Die Anfrage ist größer, als die App annimmt." },
  INPUT_TOO_SLOW: {
    title: "Das hat zu lange gedauert",
    detail: "Die Anfrage war nicht rechtzeitig vollständig. Versuchen Sie es noch einmal.",
  },
  OVERLOADED: {
    title: "Zu viel auf einmal",
    detail:
      "Die App wird gerade mehr gefragt, als sie beantworten kann. Versuchen Sie es in ein paar Sekunden noch einmal.",
  },
  NOT_FOUND: { title: "Das gibt es nicht", detail: "Hier ist nichts, oder nicht mehr." },
  METHOD_NOT_ALLOWED: { title: "Das geht hier nicht", detail: "Die Adresse nimmt diese Methode nicht an." },
  NEEDS_REAUTHORISATION: {
    title: "Stimmen Sie der App erneut zu",
    detail:
      "Öffnen Sie sie erneut und bestätigen Sie. Bis dahin können wir Webhooks weder prüfen noch reparieren.",
  },
  BIGCOMMERCE_RATE_LIMITED: {
    title: "API-Limit erreicht",
    detail: "Das API-Limit Ihres Shops ist erreicht. Versuchen Sie es gleich noch einmal.",
  },
  BIGCOMMERCE_FORBIDDEN: {
    title: "Der Shop hat das nicht erlaubt",
    detail:
      "Der App fehlt dafür eine Berechtigung. Öffnen Sie sie aus dem Menü „Apps“ und bestätigen Sie, worum sie bittet.",
  },
  BIGCOMMERCE_UNREADABLE: {
    title: "Die Antwort von BigCommerce ist nicht lesbar",
    detail:
      "Die Antwort von BigCommerce war nicht wie erwartet, deshalb haben wir nichts geändert. Dauert das an, wenden Sie sich an den Support.",
  },
  STORE_NOT_FOUND: {
    title: "BigCommerce findet diesen Shop nicht",
    detail:
      "Vielleicht ist der Shop geschlossen, gesperrt oder umgezogen. Sehen Sie bei BigCommerce nach und prüfen Sie dann noch einmal.",
  },
  CHECK_REFUSED: {
    title: "Die Webhooks ließen sich nicht prüfen",
    detail:
      "BigCommerce hat die Liste der Webhooks Ihres Shops verweigert. Es wurde nichts geändert. Versuchen Sie es später noch einmal.",
  },
  BIGCOMMERCE_NOT_FOUND: {
    title: "BigCommerce findet das nicht",
    detail:
      "Es ist nicht mehr da, oder der Shop ist geschlossen. Sehen Sie bei BigCommerce nach und versuchen Sie es dann noch einmal.",
  },
  BIGCOMMERCE_REFUSED: {
    title: "BigCommerce hat das abgelehnt",
    detail:
      "BigCommerce nimmt diese Änderung nicht an. Prüfen Sie die Webhooks und versuchen Sie es noch einmal.",
  },
  BIGCOMMERCE_CONFLICT: {
    title: "Bei BigCommerce ist es inzwischen anders",
    detail:
      "Die Webhooks bei BigCommerce haben sich inzwischen geändert. Prüfen Sie sie und versuchen Sie es noch einmal.",
  },
  RATE_LIMITED: {
    title: "Zu viele Anfragen",
    detail:
      "Es kamen zu viele Anfragen auf einmal, deshalb wurde für diese nichts getan. Warten Sie eine Minute und versuchen Sie es noch einmal.",
  },
  CHECK_RUNNING: {
    title: "Wird schon geprüft",
    detail: "Keeper prüft Ihre Webhooks gerade.",
  },
  VIEW_NAME_TAKEN: {
    title: "Name schon vergeben",
    detail: "Wählen Sie einen anderen Namen für diese Ansicht.",
  },
  TOO_MANY_VIEWS: {
    title: "Mehr Ansichten sind nicht möglich",
    detail: "Löschen Sie eine Ansicht, die Sie nicht mehr brauchen, und speichern Sie dann diese.",
  },
  SEARCH_TIMED_OUT: {
    title: "Die Suche hat zu lange gedauert",
    detail: "Wählen Sie einen kürzeren Zeitraum.",
  },
  RUN_UNDER_WAY: {
    title: "Andere Änderungen laufen gerade",
    detail: "Warten Sie, bis die laufenden Änderungen erledigt sind, oder brechen Sie sie ab.",
  },
  ERASURE_UNDER_WAY: {
    title: "Gerade wird etwas anderes gelöscht",
    detail: "Warten Sie, bis das erledigt ist, und fordern Sie dies dann an.",
  },
  NOTHING_TO_ERASE: {
    title: "Es gibt nichts zu löschen",
    detail: "Hierzu wird nichts aufbewahrt. Prüfen Sie Art und Nummer.",
  },
  RETENTION_TOO_LONG: {
    title: "So lange werden Ereignisse nicht aufbewahrt",
    detail: "So lange bewahren wir Ereignisse nicht auf. Wählen Sie weniger Tage.",
  },
};
