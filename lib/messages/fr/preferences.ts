import type * as english from "#lib/messages/en/preferences.ts";

export const area = "preferences";

export const PREFERENCES: typeof english.PREFERENCES = {
  failed: "Nous n’avons pas pu l’enregistrer. Réessayez.",
};

export const KEYS_SWITCH: typeof english.KEYS_SWITCH = {
  title: "Clavier",
  label: "Utiliser les raccourcis à une touche",
  text: "Désactivez-les si vous parlez à votre ordinateur ou appuyez sur des touches par accident. Échap fonctionne toujours.",
};

export const TECHNICAL_DETAILS: typeof english.TECHNICAL_DETAILS = {
  title: "Détails techniques",
  question: "Vous développez ?",
  label: "Afficher les détails techniques",
  text: "Affiche les noms techniques des types d’événement, les ID des webhooks, les en-têtes, les preuves d’origine, d’autres graphiques et les réglages pour développeurs.",
};
