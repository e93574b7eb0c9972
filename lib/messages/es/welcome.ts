import type * as english from "#lib/messages/en/welcome.ts";
import { counted, plural } from "./plural.ts";

export const area = "welcome";

const types = (count: number) => counted(count, "tipo de evento", "tipos de evento");

export const WELCOME: typeof english.WELCOME = {
  title: "Le damos la bienvenida a Webhook Keeper",
  description: "Tres pasos breves y verá lo que ocurre en su tienda.",
  steps: ["Conectar", "Elegir eventos", "Verlos llegar"],
  stepOf: (step) => `Paso ${step} de 3`,
  done: "hecho",
  about: "Qué hace Keeper",
  aboutText:
    "Su tienda envía un mensaje, llamado webhook, cada vez que ocurre algo: un pedido nuevo, un precio modificado, un cliente nuevo. Keeper se asegura de que esos mensajes sigan llegando y le muestra todos.",
  boxes: [
    { name: "Su tienda", does: "envía un mensaje" },
    { name: "Webhook Keeper", does: "lo guarda y lo comprueba" },
    { name: "Usted y sus otros sistemas", does: "ven lo que ha ocurrido" },
  ],
  storeConnected: (name) => (name === null ? "Tienda conectada" : `${name} está conectada`),
  permission: "Permiso para gestionar webhooks",
  noPermission:
    "Keeper necesita permiso para gestionar webhooks. Pida al propietario de la tienda que reinstale la aplicación.",
  address: "Los webhooks están registrados en BigCommerce",
  addressChecking: "Registrando sus primeros webhooks en BigCommerce…",
  choose: "Elegir eventos",
  chooseText: "Lo que la mayoría de las tiendas necesita ya está activado. Añada más ahora o más adelante.",
  legend: "¿De qué quiere enterarse?",
  kept: (count) =>
    plural(
      count,
      "Hemos encontrado 1 webhook de una instalación anterior. Se conserva.",
      `Hemos encontrado ${count} webhooks de una instalación anterior. Se conservan.`,
    ),
  setText: (summary, total, on) => `${summary} ${on ?? "–"} de ${total} activados.`,
  single: "Elegir tipos de evento",
  skip: "Omitir configuración",
  turnOn: "Activar eventos",
  looksGood: "Está bien",
  back: "Atrás",
  turningOn: (done, total) => `Activando ${done} de ${total}`,
  turnedOn: (count) => `${types(count)} ${plural(count, "activado", "activados")}`,
  someFailed: "No hemos podido activar estos",
  watch: "Verlos llegar",
  waiting: "Esperando su primer evento…",
  tip: "Haga un pedido o modifique un producto en su tienda. O envíe un evento de prueba para ver que todo funciona.",
  firstArrived: "Evento recibido",
  viewEvent: "Ver evento",
  overview: "Ir al resumen",
  slow: "Sus webhooks están tardando más de lo habitual en cargar.",
};
