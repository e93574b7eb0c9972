"use client";

import { FullPage } from "#components/shell/full-page.tsx";
import { Button } from "#components/ui/button.tsx";
import { COMMON } from "#components/words/common.ts";
import { BREAK } from "#components/words/states.ts";

/** A page failed while rendering. Says nothing of why: the digest finds it in the log. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <FullPage
      action={<Button onClick={reset}>{COMMON.tryAgain}</Button>}
      text={BREAK.wholeText(error.digest)}
      title={BREAK.whole}
      variant="server-error"
    />
  );
}
