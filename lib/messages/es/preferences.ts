import type * as english from "#lib/messages/en/preferences.ts";

export const area = "preferences";

export const PREFERENCES: typeof english.PREFERENCES = {
  failed: "No hemos podido guardarlo. Inténtelo de nuevo.",
};

export const KEYS_SWITCH: typeof english.KEYS_SWITCH = {
  title: "Teclado",
  label: "Usar atajos de una sola tecla",
  text: "Desactívelos si habla con su ordenador o pulsa teclas sin querer. Escape siempre funciona.",
};

export const TECHNICAL_DETAILS: typeof english.TECHNICAL_DETAILS = {
  title: "Detalles técnicos",
  question: "¿Se dedica al desarrollo?",
  label: "Mostrar detalles técnicos",
  text: "Muestra los nombres técnicos de los tipos de evento, los ID de los webhooks, los encabezados, las pruebas de origen, más gráficos y los ajustes para desarrolladores.",
};
