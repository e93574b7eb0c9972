"use client";

import dynamic from "next/dynamic";
import { Fold } from "#components/ui/fold.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishForm from "#lib/messages/en/destination-form.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { MoreProps } from "./part.ts";

const MoreOptions = dynamic(() => import("./more-options.tsx").then((module) => module.MoreOptions), {
  loading: () => <Placeholder $height="320px" />,
});

/** The developer's part of the form, closed at first. */
export function MoreFold(props: MoreProps) {
  const { FORM } = useWords(englishForm);
  return (
    <Fold title={FORM.more}>
      <MoreOptions {...props} />
    </Fold>
  );
}
