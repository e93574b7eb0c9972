import type * as english from "#lib/messages/en/exceptions.ts";

export const area = "exceptions";

export const EXCEPTIONS: typeof english.EXCEPTIONS = {
  title: "Probleme bei der Zustellung",
  text: "Ereignisse, die BigCommerce in den letzten 7 Tagen nicht zustellen konnte.",
  list: "Probleme bei der Zustellung, neueste zuerst",
  store: "Ein gelöschter Webhook",
};

// Source: BigCommerce docs, webhook events, store/hook/deliveryException.
const MEANINGS: Readonly<Record<number, string>> = {
  90001: "BigCommerce konnte ein Ereignis nicht zustellen und versucht es erneut.",
  90002: "BigCommerce konnte ein Ereignis 48 Stunden lang nicht zustellen und schaltet den Webhook aus.",
  90003: "Zu viele Zustellungen sind gescheitert. BigCommerce pausiert alle Zustellungen an diese Adresse.",
};

export const exceptionText: typeof english.exceptionText = (code) =>
  MEANINGS[code] ?? `Eine Zustellung ist gescheitert. BigCommerce nennt als Grund den Code ${code}.`;
