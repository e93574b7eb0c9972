"use client";

import type { ChoiceProps } from "./select-part.tsx";
import dynamic from "next/dynamic";
import { Placeholder } from "#components/ui/placeholder.tsx";

/** One of a few. The part behind it is large, so the page is shown before it is there and its place is kept free. */
export const Choice = dynamic<ChoiceProps>(
  () => import("./select-part.tsx").then((module) => module.SelectPart),
  {
    loading: () => <Placeholder $height="36px" />,
    ssr: false,
  },
);
