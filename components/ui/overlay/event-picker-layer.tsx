"use client";

import { Box, Checkbox, Input, Popover, Text } from "@bigcommerce/big-design";
import { useEffect, useRef, useState } from "react";
import styled from "styled-components";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { Button } from "#components/ui/form/button.tsx";

const Scroll = styled.div`
  max-height: 320px;
  overflow-y: auto;
  position: relative;
`;

const Group = styled.fieldset`
  border: 0;
  margin: 0 0 12px;
  padding: 0;
  legend {
    font-weight: 600;
    padding: 4px 0;
  }
`;

type BodyProps = Omit<EventPickerProps, "label">;

interface LayerProps extends BodyProps {
  anchor: HTMLElement | null;
  onClose: () => void;
}

/** What the picker's button opens, loaded when it does. */
export function EventPickerLayer({ anchor, onClose, ...body }: LayerProps) {
  return (
    <Popover anchorElement={anchor} isOpen label="" onClose={onClose} placement="bottom-start">
      <PickerBody {...body} />
    </Popover>
  );
}

/** Is the dialog itself: the part around it promises one to its button and then forgets the role. */
function PickerBody({ title, groups, value, onChange, nothingFound }: BodyProps) {
  const { COMMON } = useWords(englishCommon);
  const [find, setFind] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const needle = find.trim().toLowerCase();
  const shown = groups
    .map((group) => ({
      ...group,
      options: group.options.filter((option) =>
        `${option.label} ${option.value}`.toLowerCase().includes(needle),
      ),
    }))
    .filter(({ options }) => options.length > 0);
  const toggle = (one: string) =>
    onChange(value.includes(one) ? value.filter((kept) => kept !== one) : [...value, one]);

  return (
    <Box aria-label={title} role="dialog" style={{ width: "min(320px, 80vw)" }}>
      <Input
        ref={field}
        aria-label={COMMON.find}
        onChange={(event) => setFind(event.target.value)}
        placeholder={COMMON.find}
        type="search"
        value={find}
      />
      <Scroll aria-label={COMMON.find} role="group" tabIndex={0}>
        {shown.length === 0 && <Text marginTop="small">{nothingFound}</Text>}
        {shown.map((group) => (
          <Group key={group.name}>
            <legend>{group.name}</legend>
            {group.options.map((option) => (
              <Checkbox
                key={option.value}
                checked={value.includes(option.value)}
                description={option.value}
                label={option.label}
                onChange={() => toggle(option.value)}
              />
            ))}
          </Group>
        ))}
      </Scroll>
      {value.length > 0 && (
        <Button marginTop="small" onClick={() => onChange([])} variant="subtle">
          {COMMON.clearAll}
        </Button>
      )}
    </Box>
  );
}

export interface PickerGroup {
  name: string;
  options: readonly { value: string; label: string }[];
}

export interface EventPickerProps {
  /** On the button, such as "Event types: all". */
  label: string;
  /** Names the layer, such as "Choose event types". */
  title: string;
  groups: readonly PickerGroup[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** Shown when nothing matches what was typed. */
  nothingFound: string;
}
