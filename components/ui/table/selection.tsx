"use client";

import { Checkbox } from "@bigcommerce/big-design";
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { Column } from "./data-table.tsx";
import { afterToggle } from "./ranges.ts";

interface Selection {
  selected: ReadonlySet<string>;
  toggle: (id: string, isRange: boolean) => void;
  /** Selects all of these, or none of them. */
  setAll: (ids: readonly string[], isSelected: boolean) => void;
  clear: () => void;
}

const SelectionContext = createContext<Selection>({
  selected: new Set(),
  toggle: () => undefined,
  setAll: () => undefined,
  clear: () => undefined,
});

/** What is selected, by id, so that refreshed rows stay selected. */
export function useSelection(): Selection {
  return useContext(SelectionContext);
}

/** Keeps a selection of ids for the tables below it. `order` is the order on the screen, for ranges with shift. */
export function SelectionProvider({ order, children }: { order: readonly string[]; children: ReactNode }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const latestOrder = useRef(order);
  useEffect(() => {
    latestOrder.current = order;
  });

  const toggle = useCallback((id: string, isRange: boolean) => {
    const from = isRange ? anchor.current : null;
    setSelected((now) => afterToggle(now, latestOrder.current, id, from));
    anchor.current = id;
  }, []);
  const setAll = useCallback((ids: readonly string[], isSelected: boolean) => {
    setSelected((now) => {
      if (isSelected) return new Set([...now, ...ids]);
      const left = new Set(ids);
      return new Set([...now].filter((id) => !left.has(id)));
    });
  }, []);
  const clear = useCallback(() => setSelected(new Set()), []);
  const selection = useMemo(() => ({ selected, toggle, setAll, clear }), [selected, toggle, setAll, clear]);
  return <SelectionContext value={selection}>{children}</SelectionContext>;
}

/**
 * The first column of a table whose rows can be selected. Make it once: a new one mounts every box anew.
 * @param header What the column is called. @param idOf the row's id. @param nameOf the row in words, for "Select Order created".
 */
export function selectionColumn<T>(
  header: string,
  idOf: (row: T) => string,
  nameOf: (row: T) => string,
): Column<T> {
  return {
    hash: "selection",
    header,
    hideHeader: true,
    width: 24,
    render: (row: T) => <SelectionBox id={idOf(row)} name={nameOf(row)} />,
  };
}

/** The box of one row, for tables that are no `DataTable`. */
export function SelectionBox({ id, name }: { id: string; name: string }) {
  const { COMMON } = useWords(englishCommon);
  const { selected, toggle } = useSelection();
  const isShift = useRef(false);
  return (
    <span
      onClickCapture={(event) => (isShift.current = event.shiftKey)}
      onKeyDownCapture={(event) => (isShift.current = event.shiftKey)}
      style={{ position: "relative" }}
    >
      <Checkbox
        checked={selected.has(id)}
        hiddenLabel
        label={COMMON.selectNamed(name)}
        onChange={() => toggle(id, isShift.current)}
      />
    </span>
  );
}

/**
 * One box for many rows: ticked when all are selected, half ticked when some are.
 * @param label Names what it selects, such as "Select all of Orders". @param isLabelShown Whether that stands beside it.
 */
export function SelectAllBox({
  ids,
  label,
  isLabelShown = false,
}: {
  ids: readonly string[];
  label: string;
  isLabelShown?: boolean;
}) {
  const { selected, setAll } = useSelection();
  const count = ids.filter((id) => selected.has(id)).length;
  const isAll = ids.length > 0 && count === ids.length;
  return (
    <span style={{ position: "relative" }}>
      <Checkbox
        checked={isAll}
        disabled={ids.length === 0}
        hiddenLabel={!isLabelShown}
        isIndeterminate={count > 0 && !isAll}
        label={label}
        onChange={() => setAll(ids, !isAll)}
      />
    </span>
  );
}
