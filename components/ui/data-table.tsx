"use client";

import { Table, type TableColumn } from "@bigcommerce/big-design";
import { useEffect, useMemo, useRef, type ReactElement } from "react";
import styled from "styled-components";
import { Placeholder } from "./placeholder.tsx";

// The element type is not exported by BigDesign; this is its constraint.
type Row = { id?: string | number; [key: string]: unknown };

export interface Sort {
  columnHash: string;
  direction: "ASC" | "DESC";
  onSort: (columnHash: string, direction: "ASC" | "DESC") => void;
}

interface DataTableProps<T extends Row> {
  /** Names the scroll region and the table. */
  name: string;
  /** Defined at module level: a column made anew in each rendering remounts its cells, and a switch in it loses focus. */
  columns: TableColumn<T>[];
  /** Undefined while the first rows load: placeholder rows stand in. */
  items: T[] | undefined;
  keyField?: string;
  sort?: Sort;
  /** Rows shown while the first ones load. */
  placeholderRows?: number;
  /** New rows are on their way and the old ones stay, dimmed. */
  isBusy?: boolean;
  /** Stands below the header when there are no rows. */
  empty?: ReactElement;
}

// Positioned, because BigDesign hides its checkboxes absolutely: without it they would widen the whole page.
const Region = styled.div`
  overflow-x: auto;
  position: relative;
  // Tinted rather than faded: faded text cannot be read any more.
  &[data-stale="true"] td {
    background: ${({ theme }) => theme.colors.secondary10};
  }
  td:first-of-type,
  th:first-of-type {
    padding-left: 16px;
  }
  td:last-of-type,
  th:last-of-type {
    padding-right: 16px;
  }
`;

/** A table in a scroll region of its own, sortable by keyboard, with placeholder rows while it loads. */
export function DataTable<T extends Row>(props: DataTableProps<T>) {
  const { name, columns, items, keyField = "id", sort, placeholderRows = 8, isBusy = false, empty } = props;
  const region = useRef<HTMLDivElement>(null);
  useSortableHeaders(region, columns, sort);

  const standIns = useMemo(
    () => Array.from({ length: placeholderRows }, (_, id) => ({ id })),
    [placeholderRows],
  );
  const standInColumns = useMemo(
    () => columns.map((column): TableColumn<Row> => ({ ...column, render: PlaceholderCell })),
    [columns],
  );
  const sortable = sort && {
    columnHash: sort.columnHash,
    direction: sort.direction,
    onSort: (hash: string, direction: "ASC" | "DESC") => sort.onSort(hash, direction),
  };

  return (
    <Region
      ref={region}
      aria-busy={isBusy || items === undefined}
      aria-label={name}
      data-stale={isBusy}
      role="region"
      tabIndex={0}
    >
      {items === undefined ? (
        <Table aria-label={name} columns={standInColumns} items={standIns} />
      ) : (
        <Table
          aria-label={name}
          columns={columns}
          items={items}
          keyField={keyField}
          {...(empty && { emptyComponent: empty })}
          {...(sortable && { sortable })}
        />
      )}
    </Region>
  );
}

function PlaceholderCell() {
  return <Placeholder $width="80%" />;
}

/** BigDesign's sortable headers answer to clicks only. This gives them focus, keys and a state that can be read out. */
function useSortableHeaders<T>(
  region: React.RefObject<HTMLDivElement | null>,
  columns: TableColumn<T>[],
  sort: Sort | undefined,
): void {
  useEffect(() => {
    if (!sort) return;
    const cells = [...(region.current?.querySelectorAll("th") ?? [])];
    const undo = cells.map((cell, index) => {
      const column = columns[index];
      if (!column?.isSortable) return () => undefined;
      const isSorted = column.hash === sort.columnHash;
      cell.tabIndex = 0;
      cell.setAttribute(
        "aria-sort",
        !isSorted ? "none" : sort.direction === "ASC" ? "ascending" : "descending",
      );
      const press = (event: KeyboardEvent) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        cell.click();
      };
      cell.addEventListener("keydown", press);
      return () => cell.removeEventListener("keydown", press);
    });
    return () => undo.forEach((stop) => stop());
  });
}
