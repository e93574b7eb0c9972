"use client";

import { Text } from "@bigcommerce/big-design";
import { Choice } from "#components/ui/form/choice.tsx";
import { Group } from "#components/ui/form/fields.tsx";

interface Props<Value extends string> {
  label: string;
  /** Names of the values, in the order in which they are offered. */
  names: Readonly<Record<Value, string>>;
  value: Value;
  isFixed: boolean;
  onChange: (value: Value) => void;
}

/** One of a few, with its name above it. */
export function Labeled<Value extends string>({ label, names, value, isFixed, onChange }: Props<Value>) {
  return (
    <Group>
      <Text bold marginBottom="none">
        {label}
      </Text>
      <Choice
        isDisabled={isFixed}
        label={label}
        // The options are the names' own keys.
        onChange={(next) => onChange(next as Value)}
        options={Object.entries<string>(names).map(([own, name]) => ({ value: own, label: name }))}
        value={value}
      />
    </Group>
  );
}
