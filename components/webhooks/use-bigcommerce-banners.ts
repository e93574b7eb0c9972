"use client";

import { useEffect, useMemo, useState } from "react";
import { useBanner } from "#components/shell/banners.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishStates from "#lib/messages/en/states.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useAlerts } from "#lib/client/api/use-alerts.ts";
import { watchProblems } from "#lib/client/fetcher/request.ts";
import { PROBLEM_CODES } from "#lib/contract/values/problems.ts";
import type { SubscriptionList } from "#lib/contract/subscriptions.ts";

/**
 * Says on top of the page that BigCommerce is out of reach or asked to slow down, for as long as it is so.
 * Answers whether BigCommerce is out of reach, or the app has to be accepted again, so that nothing is offered which cannot
 * work; and whether anything is wrong, as far as that is known without the list.
 */
export function useBigCommerceBanners(
  list: Pick<SubscriptionList, "checkFailure" | "checkedAt"> | undefined,
  again: () => void,
): { isUnreachable: boolean; mustAccept: boolean; isTroubled: boolean } {
  const { COMMON } = useWords(englishCommon);
  const { RATE_LIMITED } = useWords(englishStates);
  const failure = list?.checkFailure;
  const isUnreachable = failure?.code === PROBLEM_CODES.bigcommerceUnreachable;
  const { store } = useStore();
  const { list: todo } = useAlerts(store);
  const mustAccept =
    failure?.code === PROBLEM_CODES.needsReauthorisation ||
    todo?.alerts.some(({ cause }) => cause === "needs_reauthorisation") === true;
  const { sentence, help } = failure ?? {};
  const seconds = useRateLimit(list?.checkedAt);
  const isLimited = seconds !== null || failure?.code === PROBLEM_CODES.bigcommerceRateLimited;

  useBanner(
    "unreachable",
    useMemo(
      () =>
        isUnreachable && sentence !== undefined && help !== undefined
          ? {
              type: "info" as const,
              header: sentence.replace(/\.$/, ""),
              text: help,
              action: { text: COMMON.tryAgain, onClick: again },
            }
          : null,
      [again, help, isUnreachable, sentence, COMMON],
    ),
  );
  useBanner(
    "rate-limit",
    useMemo(
      () =>
        isLimited
          ? { type: "info" as const, header: RATE_LIMITED.title, text: RATE_LIMITED.text(seconds) }
          : null,
      [isLimited, seconds, RATE_LIMITED],
    ),
  );
  return { isUnreachable, mustAccept, isTroubled: todo !== undefined && todo.alerts.length > 0 };
}

/**
 * Seconds until BigCommerce takes requests again, counting down; null when nobody was asked to wait.
 * @param checkedAt When BigCommerce last answered: a later answer ends the wait, whatever is left of it.
 */
function useRateLimit(checkedAt: string | null | undefined): number | null {
  const [seconds, setSeconds] = useState<number | null>(null);
  const [answeredAt, setAnsweredAt] = useState(checkedAt);
  if (answeredAt !== checkedAt) {
    setAnsweredAt(checkedAt);
    setSeconds(null);
  }
  useEffect(
    () =>
      watchProblems(({ code, retryAfterSeconds }) => {
        if (code === PROBLEM_CODES.bigcommerceRateLimited) setSeconds(Math.ceil(retryAfterSeconds ?? 10));
      }),
    [],
  );
  useEffect(() => {
    if (seconds === null) return;
    const timer = setTimeout(() => setSeconds(seconds > 1 ? seconds - 1 : null), 1_000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return seconds;
}
