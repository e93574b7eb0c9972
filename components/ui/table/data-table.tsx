"use client";

import type { TableColumn } from "@bigcommerce/big-design";
import { memo, type ReactElement } from "react";
import styled from "styled-components";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

type Row = { id?: string | number; [key: string]: unknown };

/** A column in BigDesign's terms, as far as we use them. */
export interface Column<T> extends Pick<
  TableColumn<T>,
  "hash" | "header" | "hideHeader" | "align" | "width" | "render"
> {
  /** Narrower frames leave the column out. */
  showFrom?: "tablet" | "desktop";
}

interface DataTableProps<T extends Row> {
  /** Names the scroll region and the table. */
  name: string;
  /** Defined at module level: each `render` is a component, and a new one would remount its cells and lose focus. */
  columns: readonly Column<T>[];
  /** Undefined while the first rows load: placeholder rows stand in. */
  items: readonly T[] | undefined;
  keyField?: string;
  /** Rows shown while the first ones load. */
  placeholderRows?: number;
  /** New rows are on their way and the old ones stay, tinted. */
  isBusy?: boolean;
  /** Stands below the header when there are no rows. */
  empty?: ReactElement;
}

// Positioned, because BigDesign hides its checkboxes absolutely: without it they would widen the whole page.
const Region = styled.div`
  overflow-x: auto;
  position: relative;
  /* Tinted rather than faded: faded text cannot be read any more. */
  &[data-stale="true"] td {
    background: ${({ theme }) => theme.colors.secondary10};
  }
`;

const Grid = styled.table`
  border-collapse: separate;
  border-spacing: 0;
  color: ${({ theme }) => theme.colors.secondary70};
  width: 100%;
  th,
  td {
    border-bottom: 1px solid ${({ theme }) => theme.colors.secondary30};
    box-sizing: border-box;
    padding: 12px;
    text-align: left;
  }
  th {
    border-top: 1px solid ${({ theme }) => theme.colors.secondary30};
    font-weight: 600;
    position: relative;
    white-space: nowrap;
  }
  th:first-child,
  td:first-child {
    padding-left: 16px;
  }
  th:last-child,
  td:last-child {
    padding-right: 16px;
  }
  [data-align="right"] {
    text-align: right;
  }
  [data-align="center"] {
    text-align: center;
  }
  @media (max-width: 719px) {
    [data-from="tablet"] {
      display: none;
    }
  }
  @media (max-width: 1024px) {
    [data-from="desktop"] {
      display: none;
    }
  }
`;

/**
 * A table in a scroll region of its own, with placeholder rows while it loads. Our own, in BigDesign's looks: the part of
 * that name brings row dragging and paging menus along, 39 KB of a screen's script.
 */
export function DataTable<T extends Row>(props: DataTableProps<T>) {
  const { name, columns, items, keyField = "id", placeholderRows = 8, isBusy = false, empty } = props;
  return (
    <Region
      aria-busy={isBusy || items === undefined}
      aria-label={name}
      data-stale={isBusy}
      role="region"
      tabIndex={0}
    >
      <Grid aria-label={name}>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.hash} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {items === undefined
            ? Array.from({ length: placeholderRows }, (_, row) => (
                <PlaceholderRow key={row} columns={columns} />
              ))
            : items.map((item, index) => (
                <ItemRow key={keyOf(item[keyField], index)} columns={columns} item={item} />
              ))}
        </tbody>
      </Grid>
      {items?.length === 0 && empty}
    </Region>
  );
}

const keyOf = (key: unknown, index: number) =>
  typeof key === "string" || typeof key === "number" ? key : index;

/** What every cell of a column has, head and body alike. */
const layoutOf = <T,>({ align, showFrom, width }: Column<T>) => ({
  "data-align": align,
  "data-from": showFrom,
  ...(width !== undefined && { style: { width } }),
});

function HeaderCell<T>({ column }: { column: Column<T> }) {
  const { header, hideHeader } = column;
  return (
    <th scope="col" {...layoutOf(column)}>
      {hideHeader ? <VisuallyHidden>{header}</VisuallyHidden> : header}
    </th>
  );
}

function PlaceholderRow<T>({ columns }: { columns: readonly Column<T>[] }) {
  return (
    <tr>
      {columns.map((column) => (
        <td key={column.hash} {...layoutOf(column)}>
          <Placeholder $width="80%" />
        </td>
      ))}
    </tr>
  );
}

interface ItemRowProps<T> {
  columns: readonly Column<T>[];
  item: T;
}

function AnyItemRow<T extends Row>({ columns, item }: ItemRowProps<T>) {
  return (
    <tr>
      {columns.map((column) => {
        const Cell = column.render;
        return (
          <td key={column.hash} {...layoutOf(column)}>
            <Cell {...item} />
          </td>
        );
      })}
    </tr>
  );
}

// The cast gives back the type parameter that `memo` drops.
const ItemRow = memo(AnyItemRow) as typeof AnyItemRow;
