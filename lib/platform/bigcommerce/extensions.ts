import type { StoreApi } from "./client.ts";
import { Refused } from "./errors.ts";
import { asText, Fields, NoAnswer, type Oddities } from "./fields.ts";

// App Extensions: entries in the menus of the control panel's lists. Only GraphQL Admin has them.
// Source: BigCommerce docs, App Extensions (guide and glossary).

/** What an entry is called, by default and in the languages of the control panel. */
export interface ExtensionLabel {
  defaultValue: string;
  locales: readonly { localeCode: string; value: string }[];
}

/** What can be changed of an entry. */
export interface ExtensionChange {
  /** A path of ours, with `${id}` where the row's id belongs. */
  url: string;
  label: ExtensionLabel;
}

/** An entry as it is made. */
export interface NewExtension extends ExtensionChange {
  /** The list: `ORDERS`, `PRODUCTS` or `CUSTOMERS`. */
  model: string;
  /** `PANEL` opens beside the list, `LINK` leaves it. */
  context: string;
}

/** An entry as it is at BigCommerce; null is what cannot be read. */
export interface Extension {
  id: string;
  model: string;
  context: string;
  url: string | null;
  label: ExtensionLabel | null;
}

/** Characters of BigCommerce's own words that an error repeats. */
const MESSAGE_CHARACTERS_MAX = 200;

/**
 * The entries of this app in a store. BigCommerce allows two for each list, which is less than a page.
 * @throws what `StoreApi.call` throws; `OddAnswer` also when one entry cannot be read, since a list with a gap invites a double.
 */
export function listExtensions(api: StoreApi): Promise<Extension[]> {
  const query = `query {
    store { appExtensions { edges { node { id model context url label { defaultValue locales { localeCode value } } } } } }
  }`;
  return ask(api, query, {}, (data, odd) => {
    const extensions = data.within("store")?.within("appExtensions");
    if (!extensions) throw new NoAnswer("data.store.appExtensions");
    return extensions.needList("edges").map(({ value, place }) => {
      const node = Fields.of(value, place, odd)?.within("node");
      const [id, model, context] = ["id", "model", "context"].map((name) => node?.need(name, asText));
      if (!node || !id || !model || !context) throw new NoAnswer(`${place}.node`);
      return { id, model, context, url: node.get("url", asText, null), label: readLabel(node, odd) };
    });
  });
}

function readLabel(node: Fields, odd: Oddities): ExtensionLabel | null {
  const label = node.within("label");
  const defaultValue = label?.get("defaultValue", asText, null) ?? null;
  if (!label || defaultValue === null) return null;
  const locales = label.list("locales").flatMap(({ value, place }) => {
    const locale = Fields.of(value, place, odd);
    const localeCode = locale?.get("localeCode", asText, null) ?? null;
    const text = locale?.get("value", asText, null) ?? null;
    return localeCode === null || text === null ? [] : [{ localeCode, value: text }];
  });
  return { defaultValue, locales };
}

/** Makes an entry; not repeatable, a second call makes a second one. @throws what `StoreApi.call` throws. */
export function createExtension(api: StoreApi, extension: NewExtension): Promise<void> {
  const input = `createAppExtension(input: $input) { appExtension { id } }`;
  return mutate(api, "Create", input, extension, ["createAppExtension", "appExtension", "id"]);
}

/** Changes address and name of an entry; the list stays. Repeatable. @throws what `StoreApi.call` throws. */
export function updateExtension(api: StoreApi, id: string, { url, label }: ExtensionChange): Promise<void> {
  const input = `updateAppExtension(input: $input) { appExtension { id } }`;
  return mutate(api, "Update", input, { id, data: { url, label } }, [
    "updateAppExtension",
    "appExtension",
    "id",
  ]);
}

/** Takes an entry away for good. @throws what `StoreApi.call` throws. */
export function removeExtension(api: StoreApi, id: string): Promise<void> {
  const input = `deleteAppExtension(input: $input) { deletedAppExtensionId }`;
  return mutate(api, "Delete", input, { id }, ["deleteAppExtension", "deletedAppExtensionId"]);
}

/** @param place Where the answer has the id of the entry, which proves that it was done. */
function mutate(
  api: StoreApi,
  verb: "Create" | "Update" | "Delete",
  selection: string,
  input: object,
  place: readonly string[],
): Promise<void> {
  const query = `mutation ($input: ${verb}AppExtensionInput!) { appExtension { ${selection} } }`;
  return ask(api, query, { input }, (data) => {
    const parent = ["appExtension", ...place.slice(0, -1)].reduce<Fields | null>(
      (fields, name) => fields?.within(name) ?? null,
      data,
    );
    if (!parent?.need(place.at(-1) ?? "", asText)) throw new NoAnswer(place.join("."));
  });
}

/** Asks GraphQL Admin. @throws {Refused} when it answers 200 and names an error, besides what `StoreApi.call` throws. */
function ask<T>(
  api: StoreApi,
  query: string,
  variables: object,
  read: (data: Fields, odd: Oddities) => T,
): Promise<T> {
  return api.call(
    "POST",
    "/graphql",
    (answer, odd) => {
      const fields = Fields.ofAnswer(answer, odd);
      const [error] = fields.list("errors");
      if (error) {
        const message = Fields.of(error.value, error.place, odd)?.get("message", asText, null);
        throw new Refused(
          `POST /graphql: ${message?.slice(0, MESSAGE_CHARACTERS_MAX) ?? "an error without words"}`,
        );
      }
      const data = fields.within("data");
      if (!data) throw new NoAnswer("data");
      return read(data, odd);
    },
    { query, variables },
  );
}
