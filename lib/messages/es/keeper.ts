import type * as english from "#lib/messages/en/keeper.ts";
import { counted } from "./plural.ts";

export const area = "keeper";

export const KEEPER: typeof english.KEEPER = {
  title: "Reparación automática",
  text: "Esta aplicación pone en orden los webhooks que faltan, están desactivados o van a otro lugar: como máximo una vez por hora y tres veces al día cada uno.",
  storeLabel: "Reparar automáticamente",
  mends: "Esta aplicación repara por sí sola lo que usted ha activado.",
  tells:
    "Esta aplicación no cambia nada por sí sola. Muestra lo que requiere su atención, con el botón que ayuda.",
  some: (count) => `Para ${counted(count, "webhook", "webhooks")} solo avisa.`,
  ownerOnly: "Solo el propietario de la tienda puede cambiarlo.",
  failed: "Se queda como estaba.",
  slow: "Lo que esta aplicación hace por sí sola tarda más de lo habitual en cargar.",
  rowLabel: (title) => `Reparar automáticamente ${title}`,
  rowName: "Reparación automática",
  rowMends: "Activada",
  rowTells: "Desactivada: esta aplicación solo avisa de lo que va mal.",
  rowStore: "Desactivada para toda la tienda, en Configuración.",
};
