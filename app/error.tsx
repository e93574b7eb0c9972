"use client";

import { Content } from "#components/shell/content.tsx";
import { Footer } from "#components/shell/footer.tsx";
import { Button } from "#components/ui/form/button.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishStates from "#lib/messages/en/states.ts";
import { useWords } from "#components/i18n/use-messages.ts";

/**
 * A page failed while rendering. Says nothing of why: the digest finds it in the log. Plain, because it comes along with
 * every page and must not need anything that may fail to load.
 */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const { COMMON } = useWords(englishCommon);
  const { BREAK } = useWords(englishStates);
  return (
    <Content>
      <h1>{BREAK.whole}</h1>
      <p>{BREAK.wholeText(error.digest)}</p>
      <Button onClick={reset}>{COMMON.tryAgain}</Button>
      <Footer isCentered />
    </Content>
  );
}
