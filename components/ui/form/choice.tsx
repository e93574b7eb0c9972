"use client";

import type { ChoiceProps } from "./select-part.tsx";
import dynamic from "next/dynamic";
import { Placeholder } from "#components/ui/placeholder.tsx";

/** The part behind it is large, so the page is shown before it is there and its place is kept free. */
const SelectPart = dynamic<ChoiceProps>(
  () => import("./select-part.tsx").then((module) => module.SelectPart),
  {
    loading: () => <Placeholder $height="36px" />,
    ssr: false,
  },
);

/** Room beside the text of a select: its padding, border and arrow. */
const BESIDE_TEXT = "64px";

/** One of a few. */
export function Choice({ isFitted = false, ...props }: ChoiceProps) {
  if (!isFitted) return <SelectPart {...props} />;
  const characters = Math.max(...props.options.map(({ label }) => label.length));
  return (
    <div style={{ maxWidth: "100%", width: `calc(${characters}ch + ${BESIDE_TEXT})` }}>
      <SelectPart {...props} />
    </div>
  );
}
