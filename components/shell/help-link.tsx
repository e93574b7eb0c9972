"use client";

import { ExternalLink } from "#components/ui/external-link.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { GuideChapter } from "#lib/contract/values/guide.ts";
import { useHelpAddresses } from "./help-addresses.tsx";

/** The chapter of the guide about what is beside it. A guide of the operator's own may have such places, or shows its top. */
export function HelpLink({ chapter }: { chapter: GuideChapter }) {
  const { GUIDE_LINKS } = useWords(englishCommon);
  const { helpUrl } = useHelpAddresses();
  const href = helpUrl.includes("#") ? helpUrl : `${helpUrl}#${chapter}`;
  return (
    <ExternalLink href={href} isInText>
      {GUIDE_LINKS[chapter]}
    </ExternalLink>
  );
}
