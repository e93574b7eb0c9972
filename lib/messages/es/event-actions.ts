import type * as english from "#lib/messages/en/event-actions.ts";
import { counted, plural } from "./plural.ts";

export const area = "eventActions";

const events = (count: number) => counted(count, "evento", "eventos");

export const SELECTED: typeof english.SELECTED = {
  count: (count) => `${events(count)} ${plural(count, "seleccionado", "seleccionados")}`,
  copyJson: "Copiar como JSON",
  copyFixtures: "Copiar como fixtures",
  export: "Exportar selección",
  clear: "Borrar selección",
  copied: (count) => `${events(count)} ${plural(count, "copiado", "copiados")}.`,
  working: "Cargando los eventos seleccionados…",
  failed: "Los eventos seleccionados tardan más de lo habitual en cargar.",
  refused: "Su navegador bloqueó la copia. Exporte los eventos.",
  tooMany: (max) => `Puede seleccionar hasta ${max} eventos. Para más, exporte el registro.`,
};

export const EVENT_KEYS: typeof english.EVENT_KEYS = [
  { keys: "/", text: "Buscar" },
  { keys: "j", text: "Evento siguiente" },
  { keys: "k", text: "Evento anterior" },
  { keys: "Enter", text: "Abrir el evento" },
  { keys: "Escape", text: "Cerrar el evento" },
  { keys: "x", text: "Seleccionar el evento" },
  { keys: "e", text: "Exportar eventos" },
  { keys: "p", text: "Pausar o reanudar" },
  { keys: "?", text: "Mostrar estas teclas" },
];
