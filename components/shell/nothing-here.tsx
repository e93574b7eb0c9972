"use client";

import { usePathname } from "next/navigation";
import { ButtonLink } from "#components/ui/links.tsx";
import * as englishStates from "#lib/messages/en/states.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { pagePath } from "#lib/client/paths.ts";
import { FullPage } from "./full-page.tsx";

/** Nothing is here; inside a store there is a way back to its overview. */
export function NothingHere() {
  const { NOT_FOUND } = useWords(englishStates);
  const store = /^\/s\/([a-z0-9]+)(?:\/|$)/.exec(usePathname())?.[1];
  return (
    <FullPage
      action={store && <ButtonLink href={pagePath(store, "overview")}>{NOT_FOUND.overview}</ButtonLink>}
      text={NOT_FOUND.text}
      title={NOT_FOUND.title}
      variant="404"
    />
  );
}
