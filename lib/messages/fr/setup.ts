import type * as english from "#lib/messages/en/setup.ts";

export const area = "setup";

export const SETUP: typeof english.SETUP = {
  title: "Terminer la configuration",
  connected: "Boutique connectée",
  choose: "Choisir des événements",
  watch: "Voir le premier événement",
  skip: "Passer",
  proceed: "Terminer",
  done: "terminée",
  open: "à faire",
};
