/** The order statuses by their ids, as English has them. */
export const ORDER_STATUSES: readonly string[] = [
  "Unvollständig",
  "Ausstehend",
  "Versandt",
  "Teilweise versandt",
  "Erstattet",
  "Storniert",
  "Abgelehnt",
  "Wartet auf Zahlung",
  "Wartet auf Abholung",
  "Wartet auf Versand",
  "Abgeschlossen",
  "Wartet auf Bearbeitung",
  "Manuelle Prüfung nötig",
  "Angefochten",
  "Teilweise erstattet",
];
