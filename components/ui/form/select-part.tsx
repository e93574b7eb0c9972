"use client";

import { Select } from "@bigcommerce/big-design";

/** BigDesign's select, in a file of its own so that it loads after the page. */
export function SelectPart({ label, options, value, onChange, isDisabled = false }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      disabled={isDisabled}
      filterable={false}
      onOptionChange={(next) => next !== undefined && onChange(next)}
      options={options.map(({ value: own, label: content }) => ({ content, value: own }))}
      value={value}
    />
  );
}

export interface ChoiceProps {
  /** Names the field; not shown. */
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
  isDisabled?: boolean;
  /** As wide as its longest option, rather than as its place. */
  isFitted?: boolean;
}
