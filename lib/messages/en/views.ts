export const area = "views";

/** Texts about saved views of the log. */
export const VIEWS = {
  open: "Saved views",
  openNamed: (name: string) => `View: ${name}`,
  text: "Only you see your views. Use Copy link to share one.",
  copyLinkNamed: (name: string) => `Copy link to ${name}`,
  copyLinkHere: "Copy link to what's shown",
  none: "Set filters, then save them here under a name.",
  slow: "Your views are taking longer than usual to load.",
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
  characters: (used: number, max: number) => `${used} of ${max} characters`,
  needsName: "Enter a name",
};
