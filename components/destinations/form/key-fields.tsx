"use client";

import { FormGroup, Input } from "@bigcommerce/big-design";
import * as englishForm from "#lib/messages/en/destination-form.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { AuthKind } from "#lib/contract/values/destinations.ts";
import { AUTH_FIELDS, emptyFields, isOptional } from "./auth-draft.ts";
import type { PartProps } from "./part.ts";

type FieldName = keyof typeof englishForm.FORM.authFields;

const SECRET: ReadonlySet<FieldName> = new Set([
  "token",
  "password",
  "value",
  "clientSecret",
  "secretAccessKey",
  "serviceAccount",
]);
const HELPED = { endpoint: "endpointHelp", serviceAccount: "serviceAccountHelp" } as const;
const isHelped = (name: FieldName): name is keyof typeof HELPED => Object.hasOwn(HELPED, name);

interface Props extends Pick<PartProps, "draft" | "edit" | "isFixed"> {
  kind: AuthKind;
  /** What is saved is never shown again; what is typed replaces it. */
  isKept: boolean;
  /** Whether nothing is sent without. */
  isRequired?: boolean;
  /** Whether to point at what is empty. */
  isFaulty?: boolean;
}

/** What a way to prove oneself is made of. */
export function KeyFields({
  draft,
  edit,
  isFixed,
  kind,
  isKept,
  isRequired = false,
  isFaulty = false,
}: Props) {
  const { FORM } = useWords(englishForm);
  const fields = draft.auth?.fields ?? {};
  return AUTH_FIELDS[kind].map((name) => {
    const value = fields[name] ?? "";
    const isWrong = isFaulty && value.trim() === "" && !isOptional(name);
    const help = isKept ? FORM.authKept : isHelped(name) ? FORM[HELPED[name]] : undefined;
    return (
      <FormGroup key={name}>
        <Input
          aria-invalid={isWrong}
          autoComplete="off"
          disabled={isFixed}
          label={FORM.authFields[name]}
          required={isRequired && !isOptional(name)}
          onChange={(event) =>
            edit({ auth: { kind, fields: { ...emptyFields(kind), ...fields, [name]: event.target.value } } })
          }
          type={SECRET.has(name) ? "password" : "text"}
          value={value}
          {...(isWrong && { error: FORM.keysFault })}
          {...(help !== undefined && { description: help })}
        />
      </FormGroup>
    );
  });
}
