/** Languages that the app speaks; the first one is spoken to everybody else. No zod here: every page carries this. */
export const LANGUAGES = ["en", "de", "fr", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A language of ours by its name; null for any other text. Pure. */
export const knownLanguage = (text: string | null | undefined): Language | null =>
  LANGUAGES.find((ours) => ours === text) ?? null;

/** What BigCommerce's control panel calls each of them. Source: examples of BigCommerce's docs, App Extensions. */
export const PANEL_LOCALES: Readonly<Record<Language, readonly string[]>> = {
  en: ["en-US"],
  de: ["de-DE"],
  fr: ["fr-FR"],
  es: ["es-ES", "es-MX"],
};
