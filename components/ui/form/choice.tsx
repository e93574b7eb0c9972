"use client";

import dynamic from "next/dynamic";
import { Placeholder } from "#components/ui/placeholder.tsx";

export interface ChoiceProps {
  /** Names the field; not shown. */
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
}

/** One of a few. The part behind it is large, so the page is shown before it is there and its place is kept free. */
export const Choice = dynamic<ChoiceProps>(
  () => import("./select-part.tsx").then((module) => module.SelectPart),
  {
    loading: () => <Placeholder $height="36px" />,
    ssr: false,
  },
);
