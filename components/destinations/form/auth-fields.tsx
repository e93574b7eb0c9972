"use client";

import { FormGroup, Input } from "@bigcommerce/big-design";
import { Group } from "#components/ui/form/fields.tsx";
import * as englishForm from "#lib/messages/en/destination-form.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { AuthKind } from "#lib/contract/values/destinations.ts";
import { Labeled } from "./labeled.tsx";
import type { MoreProps } from "./part.ts";

type FieldName = keyof typeof englishForm.FORM.authFields;

const FIELDS: Readonly<Record<AuthKind, readonly FieldName[]>> = {
  none: [],
  bearer: ["token"],
  basic: ["user", "password"],
  header: ["name", "value"],
  oauth: ["tokenUrl", "clientId", "clientSecret", "scope"],
};
const SECRET: ReadonlySet<FieldName> = new Set(["token", "password", "value", "clientSecret"]);

/** How requests prove themselves besides their signature. What is saved is never shown again. */
export function AuthFields({ draft, edit, isFixed, kept }: MoreProps) {
  const { FORM } = useWords(englishForm);
  const kind = draft.auth?.kind ?? kept.auth;
  const fields = draft.auth?.fields ?? {};
  const isKept = draft.auth === null && kept.auth !== "none";
  const empty = (of: AuthKind) => Object.fromEntries(FIELDS[of].map((name) => [name, ""]));
  return (
    <Group>
      <Labeled
        isFixed={isFixed}
        label={FORM.auth}
        names={FORM.auths}
        onChange={(next) => edit({ auth: { kind: next, fields: empty(next) } })}
        value={kind}
      />
      {FIELDS[kind].map((name) => (
        <FormGroup key={name}>
          <Input
            autoComplete="off"
            disabled={isFixed}
            label={FORM.authFields[name]}
            onChange={(event) =>
              edit({ auth: { kind, fields: { ...empty(kind), ...fields, [name]: event.target.value } } })
            }
            type={SECRET.has(name) ? "password" : "text"}
            value={fields[name] ?? ""}
            {...(isKept && { description: FORM.authKept })}
          />
        </FormGroup>
      ))}
    </Group>
  );
}
