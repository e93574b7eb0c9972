"use client";

import { cloneElement, lazy, Suspense, useId, type ReactElement } from "react";
import { useIsMounted } from "#components/ui/use-media.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

const HintTooltip = lazy(() => import("./hint-tooltip.tsx"));

/**
 * A short explanation on hover and focus, read out with its trigger. The tooltip is only there after the first
 * rendering, because it touches `document` while rendering. The trigger must take a ref and event handlers.
 */
export function Hint({
  text,
  children,
}: {
  text: string;
  children: ReactElement<{ "aria-describedby"?: string }>;
}) {
  const id = useId();
  const isMounted = useIsMounted();
  const trigger = cloneElement(children, { "aria-describedby": id });
  return (
    <span style={{ position: "relative" }}>
      {isMounted ? (
        <Suspense fallback={trigger}>
          <HintTooltip text={text} trigger={trigger} />
        </Suspense>
      ) : (
        trigger
      )}
      <VisuallyHidden id={id}>{text}</VisuallyHidden>
    </span>
  );
}
