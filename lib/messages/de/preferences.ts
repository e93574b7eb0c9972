import type * as english from "#lib/messages/en/preferences.ts";

export const area = "preferences";

export const PREFERENCES: typeof english.PREFERENCES = {
  failed: "Das konnten wir nicht speichern. Versuchen Sie es noch einmal.",
};

export const KEYS_SWITCH: typeof english.KEYS_SWITCH = {
  title: "Tastatur",
  label: "Tastenkürzel aus einer Taste verwenden",
  text: "Schalten Sie sie aus, wenn Sie mit Ihrem Computer sprechen oder versehentlich Tasten drücken. Escape funktioniert immer.",
};

export const TECHNICAL_DETAILS: typeof english.TECHNICAL_DETAILS = {
  title: "Technische Details",
  question: "Entwickeln Sie Software?",
  label: "Technische Details zeigen",
  text: "Zeigt die technischen Namen der Ereignistypen, Webhook-IDs, Header, Herkunftsnachweise, weitere Diagramme und die Einstellungen für Entwickler.",
};
