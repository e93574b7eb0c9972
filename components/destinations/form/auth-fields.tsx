"use client";

import { Group } from "#components/ui/form/fields.tsx";
import * as englishForm from "#lib/messages/en/destination-form.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { emptyFields } from "./auth-draft.ts";
import { KeyFields } from "./key-fields.tsx";
import { Labeled } from "./labeled.tsx";
import type { MoreProps } from "./part.ts";

/** How requests prove themselves besides their signature. What is saved is never shown again. */
export function AuthFields({ draft, edit, isFixed, kept }: MoreProps) {
  const { FORM } = useWords(englishForm);
  const kind = draft.auth?.kind ?? kept.auth;
  if (kind === "aws" || kind === "google") return null;
  return (
    <Group>
      <Labeled
        isFixed={isFixed}
        label={FORM.auth}
        names={FORM.auths}
        onChange={(next) => edit({ auth: { kind: next, fields: emptyFields(next) } })}
        value={kind}
      />
      <KeyFields
        draft={draft}
        edit={edit}
        isFixed={isFixed}
        isKept={draft.auth === null && kept.auth !== "none"}
        kind={kind}
      />
    </Group>
  );
}
