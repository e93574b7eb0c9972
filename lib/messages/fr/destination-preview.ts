import type * as english from "#lib/messages/en/destination-preview.ts";

export const area = "destinationPreview";

const number = new Intl.NumberFormat("fr");

export const PREVIEW: typeof english.PREVIEW = {
  event: "Événement",
  example: "Un exemple",
  loading: "Chargement de l’aperçu",
  failed: "Nous ne pouvons pas montrer d’aperçu pour le moment.",
  again: "Réessayer",
  notYet: {
    types: "Choisissez des types d’événement pour voir un aperçu.",
    filter: "Saisissez un objet JSON comme filtre pour voir un aperçu.",
    headers: "Saisissez un en-tête par ligne pour voir un aperçu.",
  },
  wanted: "Nous enverrions cet événement.",
  notWanted: {
    type: "Nous n’enverrions pas cet événement : son type n’est pas choisi.",
    filter: "Nous n’enverrions pas cet événement : le filtre l’écarte.",
    test: "Nous n’enverrions pas cet événement : les événements de test restent dans Keeper.",
  },
  body: "Corps",
  cut: (bytes) => `Voici le début. Le corps entier compte ${number.format(bytes)} octets.`,
  headers: "Adresse et en-têtes",
};

const FAILURES: Readonly<Record<string, (code?: string, at?: string) => string>> = {
  TEMPLATE_MISSING: () => "Écrivez un modèle pour voir ce qu’il produit.",
  TEMPLATE_WRONG: (code, at) =>
    at === undefined
      ? `Le modèle contient une erreur${code === undefined ? "" : ` (${code})`}.`
      : `Le modèle contient une erreur au caractère ${at} (${code}).`,
  TEMPLATE_EMPTY: () => "Le modèle ne produit rien pour cet événement.",
  TEMPLATE_TOO_SLOW: () => "Le modèle met plus de 200 millisecondes.",
  TEMPLATE_TOO_LARGE: () => "Ce que produit le modèle est trop volumineux.",
};

export const failureText: typeof english.failureText = (failure) => {
  const [name = "", code, at] = failure.split(" ");
  return FAILURES[name]?.(code, at) ?? `Nous ne pouvons pas construire cette requête (${failure}).`;
};
