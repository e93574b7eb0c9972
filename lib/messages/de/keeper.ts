import type * as english from "#lib/messages/en/keeper.ts";
import { counted } from "./plural.ts";

export const area = "keeper";

export const KEEPER: typeof english.KEEPER = {
  title: "Automatische Reparatur",
  text: "Keeper bringt Webhooks in Ordnung, die fehlen, ausgeschaltet sind oder an die falsche Adresse gehen, je Webhook bis zu 3-mal am Tag.",
  storeLabel: "Probleme automatisch beheben",
  mends: "An. Wir beheben Probleme, sobald wir sie sehen.",
  tells: "Aus. Wir melden Probleme, und Sie beheben sie.",
  some: (count) => `Aus bei ${counted(count, "Webhook", "Webhooks")}.`,
  failed: "Es wurde nichts geändert",
  slow: "Die automatische Reparatur lädt länger als sonst.",
  rowName: "Automatische Reparatur",
  rowMends: "An",
  rowTells: "Aus. Wir melden Probleme, und Sie beheben sie.",
  rowStore: "Für den ganzen Shop aus. Der Inhaber schaltet sie in den Einstellungen ein.",
};
