import type * as english from "#lib/messages/en/exceptions.ts";

export const area = "exceptions";

export const EXCEPTIONS: typeof english.EXCEPTIONS = {
  title: "Problemas de entrega",
  text: "Eventos que BigCommerce no pudo entregar en los últimos 7 días.",
  list: "Problemas de entrega, del más reciente al más antiguo",
  store: "Un webhook eliminado",
};

// Source: BigCommerce docs, webhook events, store/hook/deliveryException.
const MEANINGS: Readonly<Record<number, string>> = {
  90001: "BigCommerce no pudo entregar un evento y lo intenta de nuevo.",
  90002: "BigCommerce no pudo entregar un evento durante 48 horas y desactiva el webhook.",
  90003: "Han fallado demasiadas entregas. BigCommerce pausa todas las entregas a esta dirección.",
};

export const exceptionText: typeof english.exceptionText = (code) =>
  MEANINGS[code] ?? `Ha fallado una entrega. BigCommerce da como motivo el código ${code}.`;
