import type * as english from "#lib/messages/en/exceptions.ts";

export const area = "exceptions";

export const EXCEPTIONS: typeof english.EXCEPTIONS = {
  title: "Problèmes de livraison",
  text: "Événements que BigCommerce n’a pas pu livrer au cours des 7 derniers jours.",
  list: "Problèmes de livraison, du plus récent au plus ancien",
  store: "Un webhook supprimé",
};

// Source: BigCommerce docs, webhook events, store/hook/deliveryException.
const MEANINGS: Readonly<Record<number, string>> = {
  90001: "BigCommerce n’a pas pu livrer un événement et réessaie.",
  90002: "BigCommerce n’a pas pu livrer un événement pendant 48 heures et désactive le webhook.",
  90003: "Trop de livraisons ont échoué. BigCommerce suspend toutes les livraisons vers cette adresse.",
};

export const exceptionText: typeof english.exceptionText = (code) =>
  MEANINGS[code] ?? `Une livraison a échoué. BigCommerce donne le code ${code} comme raison.`;
