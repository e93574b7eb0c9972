"use client";

import { Select } from "@bigcommerce/big-design";
import type { ChoiceProps } from "./choice.tsx";

/** BigDesign's select, in a file of its own so that it loads after the page. */
export function SelectPart({ label, options, value, onChange }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      filterable={false}
      onOptionChange={(next) => next !== undefined && onChange(next)}
      options={options.map(({ value: own, label: content }) => ({ content, value: own }))}
      value={value}
    />
  );
}
