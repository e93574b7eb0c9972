"use client";

import type { ButtonProps } from "@bigcommerce/big-design";
import { useEffect, useState, type RefObject } from "react";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { Button } from "#components/ui/form/button.tsx";
import { copyText, type CopyOutcome } from "./copy.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

/** How long the button says what it did, in milliseconds. */
const SAYS_MS = 3_000;

interface CopyButtonProps {
  text: string;
  /** The button's full name, such as "Copy webhook ID". */
  name: string;
  label?: string;
  variant?: ButtonProps["variant"];
  /** What is selected for copying by hand when the browser refuses. */
  source?: RefObject<HTMLElement | null>;
}

/** Copies a text and says so, on the button and to assistive technology. */
export function CopyButton({ text, name, label, variant = "subtle", source }: CopyButtonProps) {
  const { COMMON } = useWords(englishCommon);
  const [outcome, setOutcome] = useState<CopyOutcome | null>(null);

  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SAYS_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const said = outcome === null ? null : outcome === "copied" ? COMMON.copied : COMMON.copyByHand;
  return (
    <span style={{ position: "relative" }}>
      <Button
        aria-label={name}
        onClick={() => void copyText(text, source?.current ?? null).then(setOutcome)}
        variant={variant}
      >
        {said ?? label ?? COMMON.copy}
      </Button>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </span>
  );
}
