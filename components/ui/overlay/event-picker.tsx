"use client";

import type { EventPickerProps } from "./event-picker-layer.tsx";
import { ExpandMoreIcon } from "@bigcommerce/big-design-icons";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "#components/ui/form/button.tsx";

const EventPickerLayer = dynamic(() =>
  import("./event-picker-layer.tsx").then((module) => module.EventPickerLayer),
);

/** Several of many event types: a find field and grouped checkboxes behind a button. */
export function EventPicker({ label, title, groups, value, onChange, nothingFound }: EventPickerProps) {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const [isOpen, setIsOpen] = useState(false);

  const close = () => {
    setIsOpen(false);
    anchor?.focus();
  };

  return (
    <>
      <Button
        ref={setAnchor}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        iconRight={<ExpandMoreIcon />}
        onClick={() => setIsOpen(!isOpen)}
        variant="secondary"
      >
        {label}
      </Button>
      {isOpen && (
        <EventPickerLayer
          anchor={anchor}
          groups={groups}
          nothingFound={nothingFound}
          onChange={onChange}
          onClose={close}
          title={title}
          value={value}
        />
      )}
    </>
  );
}
