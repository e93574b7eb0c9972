import type * as english from "#lib/messages/en/setup.ts";

export const area = "setup";

export const SETUP: typeof english.SETUP = {
  title: "Einrichtung abschließen",
  connected: "Shop verbunden",
  choose: "Ereignisse wählen",
  watch: "Erstes Ereignis beobachten",
  skip: "Überspringen",
  proceed: "Abschließen",
  done: "erledigt",
  open: "offen",
};
