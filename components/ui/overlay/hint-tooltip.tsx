"use client";

import { Tooltip } from "@bigcommerce/big-design";
import type { ReactElement } from "react";

/** BigDesign's tooltip, in a file of its own so that it loads when a first hint is on the page. */
export default function HintTooltip({ text, trigger }: { text: string; trigger: ReactElement }) {
  return <Tooltip trigger={trigger}>{text}</Tooltip>;
}
