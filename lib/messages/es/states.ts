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
  title: "Autorice de nuevo la aplicación",
  text: "Vuelva a abrirla y confirme. Hasta entonces no podemos comprobar ni corregir webhooks.",
};

export const OFFLINE: typeof english.OFFLINE = {
  title: "No tiene conexión",
  text: "Nos reconectamos automáticamente.",
};

export const TODO_BANNER: typeof english.TODO_BANNER = {
  title: (count) => plural(count, "1 cosa por hacer", `${count} cosas por hacer`),
  text: (sentences) =>
    `${sentences[0] ?? ""}.${sentences.length > 1 ? ` Y ${sentences.length - 1} más.` : ""}`,
  viewWebhooks: "Ver webhooks",
  viewTodo: "Ir al resumen",
};

export const RATE_LIMITED: typeof english.RATE_LIMITED = {
  title: "Se alcanzó el límite de API de su tienda",
  text: (seconds) =>
    seconds === null ? "Seguimos en un momento." : `Seguimos en ${counted(seconds, "segundo", "segundos")}.`,
};

export const NOT_FOUND: typeof english.NOT_FOUND = {
  title: "Esta página no existe",
  text: "Puede que la dirección haya cambiado.",
  overview: "Ir al resumen",
};

export const BREAK: typeof english.BREAK = {
  title: "Algo ha fallado por nuestra parte",
  text: (reference) =>
    reference === undefined
      ? "El resto de la aplicación funciona."
      : `Referencia ${reference}. El resto de la aplicación funciona.`,
  whole: "Algo ha fallado por nuestra parte",
  wholeText: (reference) =>
    reference === undefined
      ? "Vuelva a cargar la página. Si se repite, contacte con el soporte."
      : `Vuelva a cargar la página. Si se repite, indique al soporte la referencia ${reference}.`,
};
