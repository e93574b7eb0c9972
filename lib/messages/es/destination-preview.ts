import type * as english from "#lib/messages/en/destination-preview.ts";

export const area = "destinationPreview";

const number = new Intl.NumberFormat("es");

export const PREVIEW: typeof english.PREVIEW = {
  event: "Evento",
  example: "Un ejemplo",
  loading: "Cargando la vista previa",
  failed: "No podemos mostrar una vista previa en este momento.",
  again: "Reintentar",
  notYet: {
    types: "Elija tipos de evento para ver una vista previa.",
    filter: "Escriba un objeto JSON como filtro para ver una vista previa.",
    headers: "Escriba un encabezado por línea para ver una vista previa.",
  },
  wanted: "Enviaríamos este evento.",
  notWanted: {
    type: "No enviaríamos este evento: su tipo no está elegido.",
    filter: "No enviaríamos este evento: el filtro lo deja fuera.",
    test: "No enviaríamos este evento: los eventos de prueba se quedan en Keeper.",
  },
  body: "Contenido",
  cut: (bytes) => `Este es el comienzo. El contenido completo tiene ${number.format(bytes)} bytes.`,
  headers: "Dirección y encabezados",
};

const FAILURES: Readonly<Record<string, (code?: string, at?: string) => string>> = {
  TEMPLATE_MISSING: () => "Escriba una plantilla para ver qué produce.",
  TEMPLATE_WRONG: (code, at) =>
    at === undefined
      ? `La plantilla tiene un error${code === undefined ? "" : ` (${code})`}.`
      : `La plantilla tiene un error en el carácter ${at} (${code}).`,
  TEMPLATE_EMPTY: () => "La plantilla no produce nada con este evento.",
  TEMPLATE_TOO_SLOW: () => "La plantilla tarda más de 200 milisegundos.",
  TEMPLATE_TOO_LARGE: () => "Lo que produce la plantilla es demasiado grande.",
};

export const failureText: typeof english.failureText = (failure) => {
  const [name = "", code, at] = failure.split(" ");
  return FAILURES[name]?.(code, at) ?? `No podemos crear esta solicitud (${failure}).`;
};
