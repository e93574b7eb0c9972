"use client";

import { StatusMessage } from "@bigcommerce/big-design";
import { ExternalLink } from "#components/ui/external-link.tsx";
import { TopWindowLink } from "#components/ui/links.tsx";
import { useNoToasts } from "#components/ui/toasts.tsx";
import { MARKETPLACE_URL } from "#lib/messages/addresses.ts";
import * as englishNoEntry from "#lib/messages/en/no-entry.ts";
import * as englishStates from "#lib/messages/en/states.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { ApiProblem } from "#lib/client/fetcher/request.ts";
import { PROBLEM_CODES } from "#lib/contract/values/problems.ts";
import { Content } from "./content.tsx";
import { Footer } from "./footer.tsx";
import { useStore } from "./store-context.tsx";

interface Props {
  problem: ApiProblem;
  /** Where the app opens again; known for every store, whether anybody is recognised or not. */
  reopenUrl: string;
}

/** The whole page when this person, or this store, has no way in. */
export function NoEntry({ problem, reopenUrl }: Props) {
  // Their "Undo" would only be refused.
  useNoToasts();
  return (
    <Content>
      <Words problem={problem} reopenUrl={reopenUrl} />
      <Footer isCentered />
    </Content>
  );
}

/** Whether an address is that of the control panel and not of the app's page in it, whose number is not known then. */
const isPanelsFront = (url: string) => url.endsWith("/manage/");

function Words({ problem, reopenUrl }: Props) {
  const { ACCESS_WITHDRAWN, STORE_UNINSTALLED } = useWords(englishNoEntry);
  const { SESSION_ENDED } = useWords(englishStates);
  const { session } = useStore();
  if (problem.code === PROBLEM_CODES.storeUninstalled) {
    return (
      <StatusMessage
        actions={
          isPanelsFront(reopenUrl) ? (
            <ExternalLink href={MARKETPLACE_URL}>{STORE_UNINSTALLED.open}</ExternalLink>
          ) : (
            <TopWindowLink $isPrimary href={reopenUrl}>
              {STORE_UNINSTALLED.reinstall}
            </TopWindowLink>
          )
        }
        heading={STORE_UNINSTALLED.title}
        message={STORE_UNINSTALLED.text(session?.eventRetentionDays)}
        size="page"
        variant="warning"
      />
    );
  }
  if (problem.code === PROBLEM_CODES.accessWithdrawn) {
    const { title, text } = ACCESS_WITHDRAWN;
    return <StatusMessage heading={title} message={text} size="page" variant="unauthorized" />;
  }
  return (
    <StatusMessage
      actions={
        <TopWindowLink $isPrimary href={reopenUrl}>
          {SESSION_ENDED.reopen}
        </TopWindowLink>
      }
      heading={SESSION_ENDED.title}
      message={SESSION_ENDED.text}
      size="page"
      variant="unauthorized"
    />
  );
}
