import type * as english from "#lib/messages/en/welcome.ts";
import { counted, plural } from "./plural.ts";

export const area = "welcome";

const types = (count: number) => counted(count, "tipo de evento", "tipos de evento");

export const WELCOME: typeof english.WELCOME = {
  title: "Le damos la bienvenida a Webhook Keeper",
  description: "Vea cada evento que envía su tienda, en el momento en que ocurre.",
  steps: ["Conectar", "Elegir eventos", "Verlos llegar"],
  stepOf: (step) => `Paso ${step} de 3`,
  done: "hecho",
  connected: "Conectada",
  storeConnected: (name) => (name === null ? "Tienda conectada" : `${name} está conectada`),
  permission: "Permiso para gestionar webhooks",
  noPermission:
    "La aplicación necesita permiso para gestionar webhooks. Pida al propietario de la tienda que la reinstale.",
  address: "BigCommerce acepta la dirección de esta aplicación",
  addressChecking: "Registrando los primeros webhooks en BigCommerce…",
  choose: "Elegir eventos",
  chooseText: "Empiece con un conjunto. Puede cambiarlo en cualquier momento.",
  legend: "¿Qué eventos quiere recibir?",
  onAlready: (titles) => `Ya están activados: ${titles.join(", ")}.`,
  kept: (count) =>
    plural(
      count,
      "Hemos encontrado 1 webhook de una instalación anterior. Se conserva.",
      `Hemos encontrado ${count} webhooks de una instalación anterior. Se conservan.`,
    ),
  presetText: (summary, count, on) => {
    if (on === count) return `${summary} ${types(count)}, todos ya activados.`;
    if (on > 0) return `${summary} ${types(count)}, ${on} ya ${plural(on, "activado", "activados")}.`;
    return `${summary} ${types(count)}.`;
  },
  single: "Elegir tipos de evento sueltos",
  skip: "Omitir por ahora",
  turnOn: "Activar eventos",
  proceed: "Continuar",
  turningOn: (done, total) => `Activando ${done} de ${total}`,
  someFailed: "Estos aún no están activados",
  watch: "Verlos llegar",
  waiting: "Esperando su primer evento…",
  tip: "Edite un producto en otra pestaña para ver un evento aquí.",
  firstArrived: "Ha llegado su primer evento",
  viewEvent: "Ver evento",
  overview: "Ir al resumen",
  slow: "Sus webhooks tardan más de lo habitual en cargar.",
};
