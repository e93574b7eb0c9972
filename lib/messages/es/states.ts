import type * as english from "#lib/messages/en/states.ts";
import { counted, plural } from "./plural.ts";

export const area = "states";

export const SESSION_ENDED: typeof english.SESSION_ENDED = {
  title: "Su sesión ha terminado",
  text: "Abra de nuevo la aplicación desde el menú Aplicaciones de su tienda.",
  textWhileWorking: "Abra de nuevo la aplicación para continuar. Nada de lo que guardó se ha perdido.",
  reopen: "Reabrir aplicación",
};

export const NEEDS_REAUTHORISATION: typeof english.NEEDS_REAUTHORISATION = {
  title: "La tienda debe volver a aceptar esta aplicación",
  text: "Abra la aplicación desde el menú Aplicaciones y confirme. Hasta entonces, los webhooks siguen como están.",
};

export const OFFLINE: typeof english.OFFLINE = {
  title: "No tiene conexión",
  text: "Nos reconectamos automáticamente.",
};

export const ALERT_BANNER: typeof english.ALERT_BANNER = {
  title: (count) => plural(count, "Hay 1 alerta abierta", `Hay ${count} alertas abiertas`),
  text: (sentences) =>
    `${sentences[0] ?? ""}${sentences.length > 1 ? ` Y ${sentences.length - 1} más.` : ""}`,
  review: "Revisar alertas",
};

export const BIGCOMMERCE_SLOW: typeof english.BIGCOMMERCE_SLOW = {
  title: "BigCommerce tarda más de lo habitual en responder",
  text: "Sus eventos siguen llegando. Lo reintentamos cada minuto.",
};

export const RATE_LIMITED: typeof english.RATE_LIMITED = {
  title: "BigCommerce nos pidió ir más despacio",
  text: (seconds) =>
    seconds === null ? "Seguimos en un momento." : `Seguimos en ${counted(seconds, "segundo", "segundos")}.`,
};

export const NOT_FOUND: typeof english.NOT_FOUND = {
  title: "Esta página no existe",
  text: "Puede que la dirección haya cambiado.",
  overview: "Ir al resumen",
};

export const BREAK: typeof english.BREAK = {
  title: "Esta parte se toma un descanso",
  text: (reference) =>
    reference === undefined
      ? "El resto de la aplicación funciona."
      : `Referencia ${reference}. El resto de la aplicación funciona.`,
  whole: "Esta aplicación se toma un descanso",
  wholeText: (reference) =>
    reference === undefined
      ? "Sus eventos siguen llegando."
      : `Referencia ${reference}. Sus eventos siguen llegando.`,
};
