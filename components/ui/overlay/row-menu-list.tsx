"use client";

import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from "react";
import { createPortal } from "react-dom";
import styled from "styled-components";

const List = styled.div`
  background: ${({ theme }) => theme.colors.white};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  box-shadow: 0 2px 12px rgb(49 52 64 / 20%);
  max-height: 60vh;
  min-width: 160px;
  overflow-y: auto;
  padding: 4px 0;
  position: fixed;
  z-index: ${({ theme }) => theme.zIndex.popover};
`;

const Item = styled.button<{ $isDestructive: boolean }>`
  background: none;
  border: 0;
  color: ${({ theme, $isDestructive }) => ($isDestructive ? theme.colors.danger50 : theme.colors.secondary70)};
  cursor: pointer;
  display: block;
  font: inherit;
  min-height: 36px;
  padding: 4px 16px;
  text-align: left;
  width: 100%;
  &:hover,
  &:focus {
    background: ${({ theme }) => theme.colors.secondary20};
  }
  &[aria-disabled="true"] {
    color: ${({ theme }) => theme.colors.secondary60};
    cursor: not-allowed;
  }
`;

interface RowMenuListProps {
  id: string;
  name: string;
  items: readonly MenuItem[];
  anchor: HTMLElement | null;
  /** Closes and returns focus to the button. */
  close: () => void;
  /** Closes and leaves focus where it is. */
  dismiss: () => void;
}

/** The open menu itself, loaded when one opens. Focus starts on its first item. */
export function RowMenuList({ id, name, items, anchor, close, dismiss }: RowMenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];

  useLayoutEffect(() => {
    const menu = list.current;
    if (!menu || !anchor) return;
    const { top, bottom, right } = anchor.getBoundingClientRect();
    const isBelow = bottom + menu.offsetHeight < window.innerHeight || top < menu.offsetHeight;
    menu.style.top = `${isBelow ? bottom + 4 : top - menu.offsetHeight - 4}px`;
    menu.style.left = `${Math.max(8, right - menu.offsetWidth)}px`;
    rows()[0]?.focus({ preventScroll: true });
  }, [anchor]);

  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      const target = event.target as Node; // a pointer event of a document comes from a node of it
      if (!list.current?.contains(target) && !anchor?.contains(target)) dismiss();
    };
    // The button's taking focus may have scrolled just before: that scroll is told only now, and moves nothing.
    const openedAt = anchor?.getBoundingClientRect().top;
    const onScroll = () => {
      if (anchor?.getBoundingClientRect().top !== openedAt) dismiss();
    };
    document.addEventListener("pointerdown", onPointer);
    window.addEventListener("scroll", onScroll, true);
    window.addEventListener("resize", dismiss);
    return () => {
      document.removeEventListener("pointerdown", onPointer);
      window.removeEventListener("scroll", onScroll, true);
      window.removeEventListener("resize", dismiss);
    };
  }, [anchor, dismiss]);

  const onKeyDown = (event: KeyboardEvent) => {
    const all = rows();
    const now = all.findIndex((row) => row === document.activeElement);
    const target = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: all.length - 1 }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      all[(target + all.length) % all.length]?.focus();
    } else if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };

  return createPortal(
    <List ref={list} aria-label={name} id={id} onKeyDown={onKeyDown} role="menu">
      {items.map(({ id: itemId, label, isDestructive = false, isDisabled = false, onChoose }) => (
        <Item
          key={itemId}
          $isDestructive={isDestructive}
          aria-disabled={isDisabled}
          onClick={() => {
            if (isDisabled) return;
            close();
            onChoose();
          }}
          role="menuitem"
          tabIndex={-1}
          type="button"
        >
          {label}
        </Item>
      ))}
    </List>,
    document.body,
  );
}

export interface MenuItem {
  id: string;
  label: string;
  isDestructive?: boolean;
  isDisabled?: boolean;
  onChoose: () => void;
}
