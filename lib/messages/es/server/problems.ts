import type { PROBLEMS as english } from "#lib/messages/en/server/problems.ts";
import { DESTINATION_PROBLEMS } from "./destinations.ts";

export const PROBLEMS: typeof english = {
  ...DESTINATION_PROBLEMS,
  UNEXPECTED: {
    title: "Algo ha fallado por nuestra parte",
    detail: "Algo ha fallado de nuestro lado. Inténtelo de nuevo; si sigue así, indíquenos la referencia.",
  },
  BIGCOMMERCE_UNREACHABLE: {
    title: "BigCommerce no está disponible",
    detail: "No pudimos terminarlo. Inténtelo de nuevo dentro de un minuto.",
  },
  SESSION_ENDED: {
    title: "Su sesión ha terminado",
    detail: "Abra de nuevo la aplicación desde el menú Aplicaciones de su tienda.",
  },
  ACCESS_WITHDRAWN: {
    title: "Ya no tiene acceso",
    detail: "Pida al propietario de la tienda acceso a Keeper.",
  },
  STORE_UNINSTALLED: {
    title: "La aplicación se quitó de esta tienda",
    detail: "Instale de nuevo la aplicación para continuar.",
  },
  WEBHOOKS_OWNER_ONLY: {
    title: "Aquí solo el propietario cambia los webhooks",
    detail:
      "El propietario de esta tienda no deja que nadie más cambie los webhooks. Pídale que lo haga, o que lo permita en Configuración, Privacidad y datos.",
  },
  OWNER_ONLY: {
    title: "Solo el propietario puede hacerlo",
    detail: "Pida al propietario de la tienda que lo haga.",
  },
  FORBIDDEN_ORIGIN: {
    title: "Esta solicitud no la hizo la aplicación",
    detail: "Solo se aceptan cambios desde las páginas de la aplicación.",
  },
  INVALID_INPUT: { title: "Revise los datos", detail: "Algo no encaja." },
  INPUT_TOO_LARGE: {
    title: "Esto es demasiado",
    detail: "La solicitud es mayor de lo que acepta la aplicación.",
  },
  INPUT_TOO_SLOW: {
    title: "Esto tardó demasiado",
    detail: "La solicitud no llegó completa a tiempo. Inténtelo de nuevo.",
  },
  OVERLOADED: {
    title: "Demasiado a la vez",
    detail:
      "Se le pide a la aplicación más de lo que puede responder a la vez. Inténtelo de nuevo en unos segundos.",
  },
  NOT_FOUND: { title: "Esto no existe", detail: "Aquí no hay nada, o ya no." },
  METHOD_NOT_ALLOWED: { title: "Esto no se puede hacer aquí", detail: "La dirección no acepta este método." },
  NEEDS_REAUTHORISATION: {
    title: "Autorice de nuevo la aplicación",
    detail: "Vuelva a abrirla y confirme. Hasta entonces no podemos comprobar ni corregir webhooks.",
  },
  BIGCOMMERCE_RATE_LIMITED: {
    title: "Límite de API alcanzado",
    detail: "Se alcanzó el límite de API de su tienda. Inténtelo de nuevo en un momento.",
  },
  BIGCOMMERCE_FORBIDDEN: {
    title: "La tienda no lo ha concedido",
    detail:
      "A la aplicación le falta un permiso para esto. Ábrala desde el menú Aplicaciones y confirme lo que pide.",
  },
  BIGCOMMERCE_UNREADABLE: {
    title: "La respuesta de BigCommerce no se puede leer",
    detail:
      "La respuesta de BigCommerce no fue la esperada, así que no cambiamos nada. Si esto continúa, contacte con el soporte.",
  },
  STORE_NOT_FOUND: {
    title: "BigCommerce no encuentra esta tienda",
    detail:
      "Quizá la tienda esté cerrada, suspendida o se haya trasladado. Mírela en BigCommerce y vuelva a comprobar.",
  },
  CHECK_REFUSED: {
    title: "No se pudieron comprobar los webhooks",
    detail:
      "BigCommerce se negó a mostrar los webhooks de su tienda. No se cambió nada. Inténtelo más tarde.",
  },
  BIGCOMMERCE_NOT_FOUND: {
    title: "BigCommerce no encuentra esto",
    detail: "Ya no existe, o la tienda está cerrada. Mírelo en BigCommerce y vuelva a intentarlo.",
  },
  BIGCOMMERCE_REFUSED: {
    title: "BigCommerce lo ha rechazado",
    detail: "BigCommerce no acepta este cambio. Compruebe los webhooks e inténtelo de nuevo.",
  },
  BIGCOMMERCE_CONFLICT: {
    title: "BigCommerce ya tiene otra cosa",
    detail: "Los webhooks de BigCommerce han cambiado entretanto. Compruébelos e inténtelo de nuevo.",
  },
  RATE_LIMITED: {
    title: "Demasiadas solicitudes",
    detail:
      "Llegaron demasiadas solicitudes a la vez, así que no se hizo nada con esta. Espere un minuto e inténtelo de nuevo.",
  },
  CHECK_RUNNING: { title: "Ya se está comprobando", detail: "Keeper ya está comprobando sus webhooks." },
  VIEW_NAME_TAKEN: {
    title: "Nombre ya utilizado",
    detail: "Elija otro nombre para esta vista.",
  },
  TOO_MANY_VIEWS: {
    title: "Límite de vistas alcanzado",
    detail: "Elimine una vista que ya no use y guarde después esta.",
  },
  SEARCH_TIMED_OUT: {
    title: "La búsqueda tardó demasiado",
    detail: "Elija un período más corto.",
  },
  RUN_UNDER_WAY: {
    title: "Hay otros cambios en curso",
    detail: "Espere a que terminen los cambios en curso o cancélelos.",
  },
  ERASURE_UNDER_WAY: {
    title: "Se está borrando otra cosa",
    detail: "Espere a que termine y pida después esto.",
  },
  NOTHING_TO_ERASE: {
    title: "No hay nada que borrar",
    detail: "No se conserva nada al respecto. Compruebe el tipo y el número.",
  },
  RETENTION_TOO_LONG: {
    title: "Los eventos no se conservan tanto tiempo",
    detail: "No conservamos los eventos tanto tiempo. Elija menos días.",
  },
};
