"use client";

import { COMMON } from "#components/words/common.ts";
import { BREAK } from "#components/words/states.ts";

/** The shell itself failed, so nothing of it is used here: plain words and the browser's own looks. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
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
