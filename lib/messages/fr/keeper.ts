import type * as english from "#lib/messages/en/keeper.ts";
import { counted } from "./plural.ts";

export const area = "keeper";

export const KEEPER: typeof english.KEEPER = {
  title: "Réparation automatique",
  text: "Keeper corrige les webhooks absents, désactivés ou envoyés à la mauvaise adresse, jusqu’à 3 fois par jour chacun.",
  storeLabel: "Corriger les problèmes automatiquement",
  mends: "Activée. Nous corrigeons les problèmes dès que nous les voyons.",
  tells: "Désactivée. Nous signalons les problèmes, et vous les corrigez.",
  some: (count) => `Désactivée pour ${counted(count, "webhook", "webhooks")}.`,
  failed: "Rien n’a été modifié",
  slow: "La réparation automatique se charge plus lentement que d’habitude.",
  rowName: "Réparation automatique",
  rowMends: "Activée",
  rowTells: "Désactivée. Nous signalons les problèmes, et vous les corrigez.",
  rowStore: "Désactivée pour toute la boutique. Le propriétaire l’active dans les paramètres.",
};
