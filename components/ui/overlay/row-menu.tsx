"use client";

import type { MenuItem } from "./row-menu-list.tsx";
import { MoreHorizIcon } from "@bigcommerce/big-design-icons";
import dynamic from "next/dynamic";
import { useId, useState } from "react";
import { Button } from "#components/ui/form/button.tsx";

const RowMenuList = dynamic(() => import("./row-menu-list.tsx").then((module) => module.RowMenuList));

/**
 * A menu behind a button, with arrow keys, Home, End and Escape. It lies at a fixed place over the page, so that a
 * scroll region does not cut it; scrolling closes it.
 */
export function RowMenu({ name, items }: { name: string; items: readonly MenuItem[] }) {
  const [isOpen, setIsOpen] = useState(false);
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const id = useId();

  const close = () => {
    setIsOpen(false);
    button?.focus();
  };

  return (
    <>
      <Button
        ref={setButton}
        aria-controls={isOpen ? id : undefined}
        aria-expanded={isOpen}
        aria-haspopup="menu"
        iconOnly={<MoreHorizIcon title={name} />}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={(event) => event.key === "ArrowDown" && (event.preventDefault(), setIsOpen(true))}
        variant="subtle"
      />
      {isOpen && (
        <RowMenuList
          anchor={button}
          close={close}
          dismiss={() => setIsOpen(false)}
          id={id}
          items={items}
          name={name}
        />
      )}
    </>
  );
}
