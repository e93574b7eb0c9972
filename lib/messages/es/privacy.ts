import type * as english from "#lib/messages/en/privacy.ts";
import type { ErasurePreview } from "#lib/contract/privacy.ts";
import { counted, plural } from "./plural.ts";

export const area = "privacy";

const events = (count: number) => counted(count, "evento", "eventos");
const amounts = ({ events: ofEvents, states }: ErasurePreview) =>
  [
    ...(ofEvents > 0 ? [events(ofEvents)] : []),
    ...(states > 0 ? [counted(states, "estado conocido", "estados conocidos")] : []),
  ].join(" y ");

export const PRIVACY: typeof english.PRIVACY = {
  slow: "Lo que vale para los datos personales tarda más de lo habitual en cargar.",
  ownerOnly: "Solo el propietario de la tienda puede cambiarlo.",
  failed: "Se queda como estaba.",

  staffLabel: "El equipo ve los datos personales",
  staffSee:
    "Todas las personas con acceso a esta aplicación ven nombres, direcciones, correos y números de teléfono.",
  staffDoNotSee:
    "Solo el propietario ve nombres, direcciones, correos y números de teléfono. Los demás ven que cambiaron.",

  retention: "Días que se conservan los eventos",
  retentionRange: (most) => `De 1 a ${most}. Lo más antiguo se elimina en menos de una hora.`,
  retentionFault: (most) => `Introduzca un número entero de 1 a ${most}.`,
  counting: "Contando lo que se eliminaría…",
  wouldGo: (count, days) =>
    count === 0
      ? `Ahora ningún evento tiene más de ${counted(days, "día", "días")}.`
      : `Se ${plural(count, "eliminaría", "eliminarían")} ${events(count)} de más de ${counted(days, "día", "días")}, con lo que cambió entonces. Nada los recupera.`,
  save: "Guardar",
  saving: "Guardando…",
  saved: "Guardado.",
  shortenQuestion: (days) => `¿Conservar los eventos solo ${counted(days, "día", "días")}?`,
  shorten: "Eliminar eventos más antiguos",

  erase: "Borrar datos",
  eraseText:
    "Borra para siempre los eventos sobre una cosa de su tienda y lo que se sabe de ella. De un cliente, también lo que sus pedidos decían de él.",
  eraseOwnerOnly: "Solo el propietario de la tienda puede borrar datos.",
  kind: "Tipo",
  number: "Número",
  numberHelp: "Aparece en el registro y en la dirección de su página en el panel de control.",
  numberFault: "Introduzca un número o un ID tal como aparece en el registro.",
  look: "Mostrar lo que se conserva",
  looking: "Buscando…",
  found: (preview, thing) =>
    amounts(preview) === ""
      ? `No se conserva nada sobre ${thing}.`
      : `Se conserva sobre ${thing}: ${amounts(preview)}.`,
  eraseThis: "Borrar",
  eraseQuestion: (thing) => `¿Borrar ${thing}?`,
  eraseWarning: "Nada lo recupera. El historial dice que se borró algo, no de quién era.",
  typeNumber: (id) => `Escriba ${id} para confirmar`,
  notErased: "No se borró nada.",
  noWorker:
    "Espera: no hay ningún servicio en segundo plano en marcha. Quien gestiona esta aplicación debe iniciar uno.",
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
