"use client";

import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishStates from "#lib/messages/en/states.ts";
import { useWords } from "#components/i18n/use-messages.ts";

/** The shell itself failed, so nothing of it is used here: plain words and the browser's own looks. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const { COMMON } = useWords(englishCommon);
  const { BREAK } = useWords(englishStates);
  return (
    <html lang="en">
      <body>
        <main>
          <h1>{BREAK.whole}</h1>
          <p>{BREAK.wholeText(error.digest)}</p>
          <button onClick={reset} type="button">
            {COMMON.tryAgain}
          </button>
        </main>
      </body>
    </html>
  );
}
