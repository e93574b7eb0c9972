"use client";

import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { SWRConfig } from "swr";
import { LocaleContext } from "#components/ui/locale.tsx";
import { usableLocale } from "#lib/messages/format/time.ts";
import { pagePath } from "#lib/client/paths.ts";
import { watchPerson } from "#lib/client/fetcher/person.ts";
import { ApiProblem, watchProblems } from "#lib/client/fetcher/request.ts";
import { useSession } from "#lib/client/api/use-session.ts";
import type { SetupStep } from "#lib/contract/values/setup.ts";
import { PROBLEM_CODES } from "#lib/contract/values/problems.ts";
import { BannersProvider } from "./banners.tsx";
import { Content } from "./content.tsx";
import { Footer } from "./footer.tsx";
import { FrameBanners } from "./frame-banners.tsx";
import { NavigationProvider } from "./navigation.tsx";
import { PanelSync } from "./panel-sync.tsx";
import { SkipLink } from "./skip-link.tsx";
import { StoreContext } from "./store-context.tsx";
import { useSessionLanguage } from "./use-session-language.ts";

// Rarely shown, and its illustrations are large.
const NoEntry = dynamic(() => import("./no-entry.tsx").then((module) => module.NoEntry));

const ChangesElsewhere = dynamic(() =>
  import("./changes-elsewhere.ts").then((module) => module.ChangesElsewhere),
);

/** Codes after which no further request makes sense. */
const FINAL = new Set<string>([
  PROBLEM_CODES.sessionEnded,
  PROBLEM_CODES.accessWithdrawn,
  PROBLEM_CODES.storeUninstalled,
]);
/** Faults that a repetition may mend; the rest would only be refused again. */
const mayRetry = (error: unknown) =>
  !(error instanceof ApiProblem) || error.status === 0 || error.status === 429 || error.status >= 500;

interface FrameProps {
  store: string;
  /** Where the app opens again. */
  reopenUrl: string;
  /** Whether the person sees technical details, where the page's request told who it is; the session tells in any case. */
  showsTechnicalDetails: boolean;
  /** How far the person came in setting the app up, likewise. */
  setup: SetupStep;
  /** Whether a banner is to be expected, likewise. */
  awaitsBanner: boolean;
  children: ReactNode;
}

/**
 * Everything around a store's pages: how data is read, who is here, the banner, the footer. Once the session has
 * ended nothing is asked any more; what is on the screen stays. Once it is another person's, nothing stays.
 */
export function StoreFrame({ store, awaitsBanner, children, ...known }: FrameProps) {
  const [ended, setEnded] = useState<ApiProblem | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const isPaused = useRef(false);

  useEffect(
    () =>
      watchPerson(() => {
        isPaused.current = true;
        setLeaving(true);
        // Loaded anew, so that nothing is left in memory; without the query, which may say what the other looked for.
        window.location.replace(pagePath(store, "overview"));
      }),
    [store],
  );

  useEffect(
    () =>
      watchProblems((problem) => {
        if (!FINAL.has(problem.code)) return;
        isPaused.current = true;
        setEnded(problem);
      }),
    [],
  );
  const config = useMemo(
    () => ({ isPaused: () => isPaused.current, shouldRetryOnError: mayRetry, errorRetryInterval: 10_000 }),
    [],
  );

  if (isLeaving) return null;
  return (
    <SWRConfig value={config}>
      <BannersProvider awaitsBanner={awaitsBanner}>
        <NavigationProvider>
          <SkipLink />
          <PanelSync onEnd={setEnded} store={store} />
          <Session {...known} ended={ended} store={store}>
            {children}
          </Session>
        </NavigationProvider>
      </BannersProvider>
    </SWRConfig>
  );
}

type SessionProps = Omit<FrameProps, "awaitsBanner"> & { ended: ApiProblem | null };

function Session({ store, reopenUrl, ended, children, ...known }: SessionProps) {
  const { data: session } = useSession(store);
  const language = useSessionLanguage(session);
  // Before anybody was recognised there is nothing on the screen worth keeping.
  const isFullPage = ended !== null && (!session || ended.code !== PROBLEM_CODES.sessionEnded);
  const showsTechnicalDetails = session?.user.showsTechnicalDetails ?? known.showsTechnicalDetails;
  const setup = session?.user.setup ?? known.setup;
  const state = useMemo(
    () => ({ store, session, hasEnded: ended !== null, showsTechnicalDetails, setup }),
    [store, session, ended, showsTechnicalDetails, setup],
  );
  // The log has a line of its own. Before the session is known there is nothing to follow with.
  const isLog = usePathname().startsWith(pagePath(store, "events"));
  const isFollowing = session !== undefined && ended === null && !isLog;
  const locale = useMemo(
    () => usableLocale(session?.user.locale ?? null, language, session?.store.timezone ?? null),
    [session, language],
  );

  return (
    <StoreContext value={state}>
      <LocaleContext value={locale}>
        {isFullPage ? (
          <NoEntry problem={ended} reopenUrl={session?.store.reopenUrl ?? reopenUrl} />
        ) : (
          <Content>
            <FrameBanners hasEnded={ended !== null} session={session} />
            {isFollowing && <ChangesElsewhere store={store} />}
            {children}
            <Footer />
          </Content>
        )}
      </LocaleContext>
    </StoreContext>
  );
}
