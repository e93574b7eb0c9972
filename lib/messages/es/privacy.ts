import type * as english from "#lib/messages/en/privacy.ts";
import type { ErasurePreview } from "#lib/contract/privacy.ts";
import { counted, plural } from "./plural.ts";

export const area = "privacy";

const events = (count: number) => counted(count, "evento", "eventos");
const amounts = ({ events: ofEvents, states }: ErasurePreview) =>
  [
    ...(ofEvents > 0 ? [events(ofEvents)] : []),
    ...(states > 0 ? [counted(states, "versión guardada", "versiones guardadas")] : []),
  ].join(" y ");

export const PRIVACY: typeof english.PRIVACY = {
  slow: "La privacidad tarda más de lo habitual en cargar.",
  failed: "No se ha cambiado nada",

  staffLabel: "El equipo puede ver datos de clientes",
  staffSee:
    "Todas las personas que pueden abrir Keeper ven nombres, direcciones, correos y números de teléfono.",
  staffDoNotSee:
    "Solo el propietario ve nombres, direcciones, correos y números de teléfono. El equipo ve que cambiaron.",

  staffChangesLabel: "El equipo puede cambiar webhooks",
  staffChange: "El equipo activa, desactiva y arregla webhooks.",
  staffDoNotChange: "El equipo ve webhooks y eventos. Solo el propietario cambia webhooks.",

  retention: "Guardar los eventos (días)",
  retentionRange: (most) => `De 1 a ${most}. Los eventos más antiguos se eliminan en menos de una hora.`,
  retentionFault: (most) => `Introduzca un número entero de 1 a ${most}.`,
  counting: "Contando lo que se eliminaría…",
  wouldGo: (count, days) =>
    count === 0
      ? `Ahora ningún evento tiene más de ${counted(days, "día", "días")}.`
      : `Esto elimina ${events(count)}. No se puede deshacer.`,
  save: "Guardar",
  saving: "Guardando…",
  saved: "Guardado.",
  shortenQuestion: (days) => `¿Conservar los eventos solo ${counted(days, "día", "días")}?`,
  shorten: "Eliminar eventos más antiguos",

  erase: "Borrar datos",
  eraseText: "Elimine para siempre todo lo que guardamos sobre un cliente, un pedido o un producto.",
  kind: "Tipo",
  number: "ID",
  numberHelp: "Aparece en el registro y en la dirección de su página en el panel de control.",
  numberFault: "Introduzca el ID tal como lo muestra el registro.",
  look: "Vista previa",
  looking: "Cargando…",
  found: (preview, thing) =>
    amounts(preview) === ""
      ? `No se conserva nada sobre ${thing}.`
      : `Se conserva sobre ${thing}: ${amounts(preview)}.`,
  eraseThis: "Borrar",
  eraseQuestion: (thing) => `¿Borrar ${thing}?`,
  eraseWarning: "No se puede deshacer. El registro de actividad no dirá de quién eran los datos.",
  typeNumber: (id) => `Escriba ${id} para confirmar`,
  notErased: "No se borró nada",
  noWorker: "Esperando a nuestro servicio en segundo plano. Si esto dura, contacte con el soporte.",
};

export const THINGS: typeof english.THINGS = {
  customer: "Cliente",
  order: "Pedido",
  cart: "Carrito",
  subscriber: "Suscriptor",
  product: "Producto",
  variant: "Variante",
  category: "Categoría",
  shipment: "Envío",
  company: "Empresa",
  company_user: "Usuario de empresa",
  quote: "Presupuesto",
};

export const erasingText: typeof english.erasingText = ({ events: gone, states, found }) =>
  `Borrando: ${Math.min(gone + states, found)} de ${found}`;

export const erasedText: typeof english.erasedText = (erasure) => {
  const { type, cameAgain } = erasure;
  const done = `Borrado (${THINGS[type] ?? type}): ${amounts(erasure) || "nada"}.`;
  return cameAgain === 0
    ? done
    : `${done} BigCommerce volvió a enviar ${events(cameAgain)}; también se ${plural(cameAgain, "borró", "borraron")}.`;
};
