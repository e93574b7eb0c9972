import type * as english from "#lib/messages/en/keeper.ts";
import { counted } from "./plural.ts";

export const area = "keeper";

export const KEEPER: typeof english.KEEPER = {
  title: "Reparación automática",
  text: "Keeper arregla los webhooks que faltan, están desactivados o van a la dirección equivocada, hasta 3 veces al día cada uno.",
  storeLabel: "Arreglar problemas automáticamente",
  mends: "Activada. Arreglamos los problemas en cuanto los vemos.",
  tells: "Desactivada. Le avisamos de los problemas, y usted los arregla.",
  some: (count) => `Desactivada para ${counted(count, "webhook", "webhooks")}.`,
  failed: "No se ha cambiado nada",
  slow: "La reparación automática tarda más de lo habitual en cargar.",
  rowName: "Reparación automática",
  rowMends: "Activada",
  rowTells: "Desactivada. Le avisamos de los problemas, y usted los arregla.",
  rowStore: "Desactivada para toda la tienda. El propietario la activa en Configuración.",
};
