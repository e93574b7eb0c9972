import type * as english from "#lib/messages/en/exceptions.ts";

export const area = "exceptions";

export const EXCEPTIONS: typeof english.EXCEPTIONS = {
  title: "BigCommerce informa",
  text: "Lo que BigCommerce ha dicho en los últimos siete días sobre los eventos que no pudo entregar.",
  list: "Avisos de BigCommerce, del más reciente al más antiguo",
  store: "Un webhook que ya no existe",
};

// Source: BigCommerce docs, webhook events, store/hook/deliveryException.
const MEANINGS: Readonly<Record<number, string>> = {
  90001: "No se pudo entregar un evento. BigCommerce lo envía de nuevo.",
  90002: "No se pudo entregar un evento en 48 horas. BigCommerce desactiva el webhook.",
  90003: "Han fallado demasiadas entregas. BigCommerce pausa un tiempo todas las entregas a esta dirección.",
};

export const exceptionText: typeof english.exceptionText = (code) =>
  MEANINGS[code] ?? `Ha fallado una entrega, por un motivo que BigCommerce llama ${code}.`;
