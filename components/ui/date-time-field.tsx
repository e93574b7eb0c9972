"use client";

import { FormGroup, Input } from "@bigcommerce/big-design";

interface DateTimeFieldProps {
  label: string;
  /** ISO 8601; null while empty. */
  value: string | null;
  onChange: (value: string | null) => void;
  error?: string | undefined;
}

/** A day and a time of day, in the person's own time zone. BigDesign's date picker shifts days between zones. */
export function DateTimeField({ label, value, onChange, error }: DateTimeFieldProps) {
  return (
    // The group prints the error; the field alone would only turn red.
    <FormGroup>
      <Input
        {...(error !== undefined && { error })}
        label={label}
        onChange={(event) => onChange(isoOf(event.target.value))}
        type="datetime-local"
        value={localText(value)}
      />
    </FormGroup>
  );
}

function isoOf(text: string): string | null {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** `2026-08-20T10:56` on the person's own clock, as the field wants it; "" for none. */
function localText(iso: string | null): string {
  if (iso === null) return "";
  const time = new Date(iso);
  const shifted = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
