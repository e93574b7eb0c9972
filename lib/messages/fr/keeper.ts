import type * as english from "#lib/messages/en/keeper.ts";
import { counted } from "./plural.ts";

export const area = "keeper";

export const KEEPER: typeof english.KEEPER = {
  title: "Réparation automatique",
  text: "Cette application remet en ordre les webhooks absents, désactivés ou envoyés ailleurs, au plus une fois par heure et trois fois par jour chacun.",
  storeLabel: "Réparer automatiquement",
  mends: "Cette application répare d’elle-même ce que vous avez activé.",
  tells:
    "Cette application ne change rien d’elle-même. Elle montre ce qui demande votre attention, avec le bouton qui aide.",
  some: (count) => `Pour ${counted(count, "webhook", "webhooks")}, elle signale seulement.`,
  ownerOnly: "Seul le propriétaire de la boutique peut le modifier.",
  failed: "Rien n’a changé.",
  slow: "Ce que cette application fait d’elle-même se charge plus lentement que d’habitude.",
  rowLabel: (title) => `Réparer automatiquement ${title}`,
  rowName: "Réparation automatique",
  rowMends: "Activée",
  rowTells: "Désactivée : cette application signale seulement ce qui ne va pas.",
  rowStore: "Désactivée pour toute la boutique, dans les paramètres.",
};
