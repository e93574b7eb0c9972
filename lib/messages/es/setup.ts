import type * as english from "#lib/messages/en/setup.ts";

export const area = "setup";

export const SETUP: typeof english.SETUP = {
  title: "Terminar la configuración",
  connected: "Tienda conectada",
  choose: "Elegir eventos",
  watch: "Ver el primer evento",
  skip: "Omitir",
  proceed: "Terminar",
  done: "hecho",
  open: "pendiente",
};
