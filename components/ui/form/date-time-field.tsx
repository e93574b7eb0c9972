"use client";

import { FormGroup, Input } from "@bigcommerce/big-design";
import { useLocale } from "#components/ui/locale.tsx";
import { zonedIso, zonedText } from "./zoned.ts";

interface DateTimeFieldProps {
  label: string;
  /** ISO 8601; null while empty. */
  value: string | null;
  onChange: (value: string | null) => void;
  error?: string | undefined;
}

/** A day and a time of day by the store's clock, as every time on the screen. BigDesign's date picker shifts days between zones. */
export function DateTimeField({ label, value, onChange, error }: DateTimeFieldProps) {
  const { timeZone } = useLocale();
  return (
    // The group prints the error; the field alone would only turn red.
    <FormGroup>
      <Input
        {...(error !== undefined && { error })}
        label={label}
        onChange={(event) => onChange(zonedIso(event.target.value, timeZone))}
        type="datetime-local"
        value={zonedText(value, timeZone)}
      />
    </FormGroup>
  );
}
