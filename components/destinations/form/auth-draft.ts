import type { AuthKind } from "#lib/contract/values/destinations.ts";
import type * as english from "#lib/messages/en/destination-form.ts";

type FieldName = keyof typeof english.FORM.authFields;

/** What is typed of a way to prove oneself; fields of other ways stay empty. */
export interface AuthDraft {
  kind: AuthKind;
  fields: Readonly<Record<string, string>>;
}

/** What each way is made of, as the contract names it. */
export const AUTH_FIELDS: Readonly<Record<AuthKind, readonly FieldName[]>> = {
  none: [],
  bearer: ["token"],
  basic: ["user", "password"],
  header: ["name", "value"],
  oauth: ["tokenUrl", "clientId", "clientSecret", "scope"],
  aws: ["accessKeyId", "secretAccessKey", "endpoint"],
  google: ["serviceAccount", "endpoint"],
};

export const isOptional = (name: FieldName): boolean => name === "scope" || name === "endpoint";

/** A way of which nothing is typed yet. Pure. */
export const emptyFields = (kind: AuthKind): Record<string, string> =>
  Object.fromEntries(AUTH_FIELDS[kind].map((name) => [name, ""]));

/** Whether something that is needed is not typed. Pure. */
export const lacksField = ({ kind, fields }: AuthDraft): boolean =>
  AUTH_FIELDS[kind].some((name) => !isOptional(name) && (fields[name] ?? "").trim() === "");
