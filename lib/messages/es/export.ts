import type * as english from "#lib/messages/en/export.ts";
import type { ExportFailure } from "#lib/contract/values/export-formats.ts";
import { plural } from "./plural.ts";

export const area = "exporting";

export const EXPORT: typeof english.EXPORT = {
  title: "Exportar eventos",
  what: "Qué",
  selected: (count) => plural(count, "El evento seleccionado", `Los ${count} eventos seleccionados`),
  found: "Todos los eventos que coinciden",
  foundText: (time) => `Incluye los eventos que aún no se han cargado. Período: ${time}.`,
  format: "Archivo",
  formats: { csv: "CSV, para hojas de cálculo", ndjson: "NDJSON, para programas" },
  formatTexts: {
    csv: "Una línea por evento, horas en UTC, sin cargas útiles.",
    ndjson: "Un objeto JSON por línea, con la carga útil tal como llegó.",
  },
  limit: (gigabytes) =>
    `Un archivo puede tener ${gigabytes} GB, más de un millón de eventos. No cierre Keeper hasta que se guarde.`,
  start: "Exportar los eventos",

  region: "Exportación",
  hide: "Ocultar progreso",
  show: "Mostrar progreso",
  working: "Exportando eventos",
  sofar: (events) => `${events} hasta ahora`,
  of: (events, total, isEstimate) => (isEstimate ? `${events} de unos ${total}` : `${events} de ${total}`),
  stay: "No cierre Keeper hasta que se guarde. Puede seguir trabajando.",
  cancel: "Cancelar exportación",
  cancelled: "La exportación se ha cancelado. No se guardó nada.",
  done: "Exportación guardada",
  doneText: (events, isOne, fileName) =>
    `${events} ${isOne ? "evento guardado" : "eventos guardados"} en ${fileName}.`,
  failed: "No se exportó nada",
};

const FAILURES: Readonly<Record<Exclude<ExportFailure["kind"], "refused">, string>> = {
  cutOff: "Se perdió la conexión. No se guardó nada. Inténtelo de nuevo.",
  ended: "Su acceso terminó antes de completar el archivo. No se guardó nada.",
  tooLarge:
    "El archivo es mayor de lo que puede contener esta página. Elija un período más corto o más filtros.",
  tooMany: "Hay otras exportaciones en curso. Espere a que termine una o cancele una en otra pestaña.",
};

export const exportFailure: typeof english.exportFailure = (failure) =>
  failure.kind === "refused" ? failure.sentence : FAILURES[failure.kind];
