import type * as english from "#lib/messages/en/views.ts";

export const area = "views";

export const VIEWS: typeof english.VIEWS = {
  open: "Vistas guardadas",
  openNamed: (name) => `Vista: ${name}`,
  text: "Solo usted ve sus vistas. Use «Copiar enlace» para compartir una.",
  copyLinkNamed: (name) => `Copiar enlace a ${name}`,
  copyLinkHere: "Copiar enlace a lo que se muestra",
  none: "Ponga filtros y guárdelos aquí con un nombre.",
  slow: "Sus vistas tardan más de lo habitual en cargar.",
  show: (name) => `Mostrar ${name}`,
  rename: "Cambiar nombre",
  renameNamed: (name) => `Cambiar el nombre de ${name}`,
  delete: "Eliminar",
  deleteNamed: (name) => `Eliminar ${name}`,
  newName: (name) => `Nombre nuevo de ${name}`,
  name: "Nombre de esta vista",
  save: "Guardar vista",
  saveName: "Guardar nombre",
  saved: (name) => `${name} se ha guardado.`,
  deleted: (name) => `${name} se ha eliminado.`,
  characters: (used, max) => `${used} de ${max} caracteres`,
  needsName: "Introduzca un nombre",
};
