export const area = "views";

/** Texts about saved views of the log. */
export const VIEWS = {
  open: "Saved views",
  openNamed: (name: string) => `View: ${name}`,
  text: "Views are yours alone. To share one, send its address.",
  none: "Set filters, then save them here under a name.",
  slow: "Your views take longer than usual to load.",
  show: (name: string) => `Show ${name}`,
  rename: "Rename",
  renameNamed: (name: string) => `Rename ${name}`,
  delete: "Delete",
  deleteNamed: (name: string) => `Delete ${name}`,
  newName: (name: string) => `New name of ${name}`,
  name: "Name of this view",
  save: "Save view",
  saveName: "Save name",
  saved: (name: string) => `${name} is saved.`,
  deleted: (name: string) => `${name} is deleted.`,
  needsName: "Enter a name",
};
