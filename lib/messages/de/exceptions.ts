import type * as english from "#lib/messages/en/exceptions.ts";

export const area = "exceptions";

export const EXCEPTIONS: typeof english.EXCEPTIONS = {
  title: "BigCommerce meldet",
  text: "Was BigCommerce in den letzten sieben Tagen über Ereignisse gesagt hat, die es nicht zustellen konnte.",
  list: "Hinweise von BigCommerce, neueste zuerst",
  store: "Ein Webhook, den es nicht mehr gibt",
};

// Source: BigCommerce docs, webhook events, store/hook/deliveryException.
const MEANINGS: Readonly<Record<number, string>> = {
  90001: "Ein Ereignis konnte nicht zugestellt werden. BigCommerce sendet es noch einmal.",
  90002: "Ein Ereignis konnte 48 Stunden lang nicht zugestellt werden. BigCommerce schaltet den Webhook ab.",
  90003:
    "Zu viele Zustellungen sind gescheitert. BigCommerce pausiert eine Weile alle Zustellungen an diese Adresse.",
};

export const exceptionText: typeof english.exceptionText = (code) =>
  MEANINGS[code] ?? `Eine Zustellung ist gescheitert, aus einem Grund, den BigCommerce ${code} nennt.`;
