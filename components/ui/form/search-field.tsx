"use client";

import { Search } from "@bigcommerce/big-design";
import { useEffect, useRef } from "react";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";

interface SearchFieldProps {
  id: string;
  /** Names the field; not shown. */
  label: string;
  placeholder: string;
  /** What is looked for now. When something else than typing changes it, the field follows. */
  value: string;
  maxLength?: number;
  /** Hears of each letter. */
  onType?: (text: string) => void;
  /** Hears of Enter and of the button. */
  onSubmit?: (text: string) => void;
}

/**
 * A search field that keeps its text itself: while a page is busy, a field that React holds to a state takes letters back
 * that are typed before the state has followed.
 */
export function SearchField({
  id,
  label,
  placeholder,
  value,
  maxLength,
  onType,
  onSubmit,
}: SearchFieldProps) {
  const { COMMON } = useWords(englishCommon);
  const form = useRef<HTMLDivElement>(null);
  /** Texts that were told and have not come back as the value. */
  const told = useRef<string[]>([]);
  const shown = useRef(value);
  const field = () => form.current?.querySelector("input");

  useEffect(() => {
    if (value === shown.current) return;
    shown.current = value;
    const place = told.current.indexOf(value);
    told.current = told.current.slice(place + 1);
    const input = field();
    // What comes back is older than what was typed since.
    if (place === -1 && input) input.value = value;
  }, [value]);

  return (
    <div ref={form}>
      <Search
        aria-label={label}
        defaultValue={value}
        id={id}
        localization={{ search: COMMON.search }}
        maxLength={maxLength}
        onChange={(event) => {
          if (!onType) return;
          told.current.push(event.target.value);
          onType(event.target.value);
        }}
        onSubmit={() => onSubmit?.(field()?.value.trim() ?? "")}
        placeholder={placeholder}
        value={undefined}
      />
    </div>
  );
}
