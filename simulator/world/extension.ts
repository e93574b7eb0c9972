/** An App Extension: an entry in the menu of each row of a list, named as GraphQL Admin names it. */
export interface SimulatedExtension {
  /** `bc/store/appExtension/7`. */
  id: string;
  storeHash: string;
  clientId: string;
  model: string;
  context: string;
  /** With `${id}` where the row's id belongs. */
  url: string;
  label: { defaultValue: string; locales: { localeCode: string; value: string }[] };
}
