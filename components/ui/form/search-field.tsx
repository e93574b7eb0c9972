"use client";

import { SearchIcon } from "@bigcommerce/big-design-icons";
import { useEffect, useRef, type FormEvent } from "react";
import styled from "styled-components";
import { Button } from "./button.tsx";
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
  /** Hears of Enter and of the button; without it there is no button, because typing alone finds. */
  onSubmit?: (text: string) => void;
}

const Form = styled.form`
  align-items: center;
  display: flex;
  gap: 12px;
  position: relative;
  > svg {
    left: 8px;
    pointer-events: none;
    position: absolute;
  }
  > input {
    appearance: none;
    background: ${({ theme }) => theme.colors.white};
    border: 1px solid ${({ theme }) => theme.colors.secondary30};
    border-radius: ${({ theme }) => theme.borderRadius.normal};
    box-sizing: border-box;
    color: ${({ theme }) => theme.colors.secondary70};
    flex: 1;
    font: inherit;
    height: 36px;
    line-height: 24px;
    min-width: 0;
    padding: 0 12px 0 40px;
    text-overflow: ellipsis;
  }
  > input::placeholder {
    color: ${({ theme }) => theme.colors.secondary60};
    opacity: 1;
  }
`;

/**
 * A search field that keeps its text itself: while a page is busy, a field that React holds to a state takes letters back
 * that are typed before the state has followed. Our own, in BigDesign's looks: the part of that name brings forms and file
 * uploads along, 10 KB of a screen's script.
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
  const form = useRef<HTMLFormElement>(null);
  /** Texts that were told and have not come back as the value. */
  const told = useRef<string[]>([]);
  const shown = useRef(value);
  const field = () => form.current?.querySelector("input");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit?.(field()?.value.trim() ?? "");
  };

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
    <Form ref={form} onSubmit={submit} role="search">
      <SearchIcon color="secondary50" />
      <input
        aria-label={label}
        autoComplete="off"
        defaultValue={value}
        id={id}
        maxLength={maxLength}
        onChange={(event) => {
          if (!onType) return;
          told.current.push(event.target.value);
          onType(event.target.value);
        }}
        placeholder={placeholder}
        type="search"
      />
      {onSubmit && (
        <Button type="submit" variant="secondary">
          {COMMON.search}
        </Button>
      )}
    </Form>
  );
}
