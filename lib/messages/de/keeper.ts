import type * as english from "#lib/messages/en/keeper.ts";
import { counted } from "./plural.ts";

export const area = "keeper";

export const KEEPER: typeof english.KEEPER = {
  title: "Automatische Reparatur",
  text: "Webhooks, die fehlen, abgeschaltet sind oder anderswohin gehen, bringt diese App in Ordnung: höchstens einmal je Stunde und dreimal am Tag.",
  storeLabel: "Von selbst reparieren",
  mends: "Diese App repariert von selbst, was Sie eingeschaltet haben.",
  tells:
    "Diese App ändert nichts von selbst. Sie zeigt, was Sie braucht, mit der Schaltfläche, die weiterhilft.",
  some: (count) => `Bei ${counted(count, "Webhook", "Webhooks")} meldet sie nur.`,
  ownerOnly: "Nur der Inhaber des Shops kann das ändern.",
  failed: "Es bleibt, wie es war.",
  slow: "Was diese App von selbst tut, lädt länger als sonst.",
  rowLabel: (title) => `${title} von selbst reparieren`,
  rowName: "Automatische Reparatur",
  rowMends: "An",
  rowTells: "Aus: Diese App meldet nur, was nicht stimmt.",
  rowStore: "Für den ganzen Shop aus, in den Einstellungen.",
};
