import type * as english from "#lib/messages/en/exceptions.ts";

export const area = "exceptions";

export const EXCEPTIONS: typeof english.EXCEPTIONS = {
  title: "BigCommerce signale",
  text: "Ce que BigCommerce a dit, au cours des sept derniers jours, des événements qu’il n’a pas pu livrer.",
  list: "Avis de BigCommerce, du plus récent au plus ancien",
  store: "Un webhook qui n’existe plus",
};

// Source: BigCommerce docs, webhook events, store/hook/deliveryException.
const MEANINGS: Readonly<Record<number, string>> = {
  90001: "Un événement n’a pas pu être livré. BigCommerce le renvoie.",
  90002: "Un événement n’a pas pu être livré en 48 heures. BigCommerce désactive le webhook.",
  90003:
    "Trop de livraisons ont échoué. BigCommerce suspend un moment toutes les livraisons vers cette adresse.",
};

export const exceptionText: typeof english.exceptionText = (code) =>
  MEANINGS[code] ?? `Une livraison a échoué, pour une raison que BigCommerce appelle ${code}.`;
