import { z } from "zod";
import { LANGUAGES } from "./values/languages.ts";
import { SETUP_STEPS } from "./values/setup.ts";

/** Most views that a person keeps of one store. */
export const VIEWS_MAX = 50;

const Name = z.string().trim().min(1).max(60);

/** `POST /s/{storeHash}/api/views`; a name that the person uses already is given to the new query. */
export const ViewSave = z.object({
  name: Name,
  /** The query of the log's address with its `?`; empty for the plain log. The browser reads it, and what is malformed in it counts as absent. */
  query: z
    .string()
    .max(4_000)
    .regex(/^(\?[\w\-.~%+*=&]*)?$/, "must be a query"),
});
export type ViewSave = z.infer<typeof ViewSave>;

/** `PATCH /s/{storeHash}/api/views/{id}` */
export const ViewRename = z.object({ name: Name });

export const SavedViewView = z.object({ id: z.string(), name: z.string(), query: z.string() });
export type SavedViewView = z.infer<typeof SavedViewView>;

/** Every answer of these routes: all views of the person in this store, by name. */
export const SavedViews = z.object({ views: z.array(SavedViewView) });
export type SavedViews = z.infer<typeof SavedViews>;

/** How a person wants the app to be in this store; a `language` of null is the control panel's. */
export const Preferences = z.object({
  usesKeys: z.boolean(),
  /** Whether the person sees what only a developer needs. */
  showsTechnicalDetails: z.boolean(),
  /** How far the person came in setting the app up. */
  setup: z.enum(SETUP_STEPS),
  language: z.enum(LANGUAGES).nullable(),
});
export type Preferences = z.infer<typeof Preferences>;

/** `PUT /s/{storeHash}/api/preferences`: what is left out stays. */
export const PreferencesChange = Preferences.partial();
export type PreferencesChange = z.infer<typeof PreferencesChange>;
