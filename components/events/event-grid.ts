"use client";

import styled from "styled-components";

/** The list of events: what lies over it stays within it. Narrows by the room that it has, not by the window. */
export const Region = styled.div`
  --row-height: 51px;
  container-type: inline-size;
  // Cut rather than scrolled: within something that scrolls, a day's heading would not stay at the window's edge.
  overflow-x: clip;
  position: relative;
  // Tinted rather than faded: faded text cannot be read any more.
  &[data-stale="true"] [role="cell"] {
    background: ${({ theme }) => theme.colors.secondary10};
  }
  &[data-technical="true"] {
    --row-height: 55px;
  }
`;

/**
 * Its rows. A grid rather than a table: rows of a table cannot be left out of layout while nobody sees them, and of these there may
 * be thousands.
 */
export const Grid = styled.div`
  --columns: 28px 140px minmax(0, 1fr) 170px;
  [role="row"] {
    display: grid;
    grid-template-columns: var(--columns);
  }
  [role="columnheader"] {
    border-bottom: 1px solid ${({ theme }) => theme.colors.secondary30};
    color: ${({ theme }) => theme.colors.secondary60};
    font-size: 14px;
    line-height: 20px;
    padding: 3px 8px;
  }
  .event-row {
    border-bottom: 1px solid ${({ theme }) => theme.colors.secondary20};
    contain-intrinsic-size: auto var(--row-height);
    content-visibility: auto;
    // Below the day that stays at the edge, above the bar of what is selected.
    scroll-margin: 44px 0 72px;
  }
  [role="cell"] {
    box-sizing: border-box;
    min-height: 44px;
    padding: 6px 8px;
  }
  [role="row"].day {
    background: ${({ theme }) => theme.colors.white};
    border-bottom: 1px solid ${({ theme }) => theme.colors.secondary20};
    display: block;
    font-weight: 600;
    line-height: 20px;
    padding: 5px 8px 3px;
    position: sticky;
    top: 0;
    z-index: 1;
  }
  [data-open="true"] {
    background: ${({ theme }) => theme.colors.primary10};
  }
  [data-open="true"] :is(a, button) {
    color: ${({ theme }) => theme.colors.secondary70};
  }
  [data-member="true"] .event {
    border-left: 2px solid ${({ theme }) => theme.colors.secondary30};
    padding-left: 14px;
  }
  .select {
    position: relative;
  }
  .narrow {
    display: none;
  }
  @container (max-width: 719px) {
    --columns: 28px 130px minmax(0, 1fr) 130px;
  }
  @container (max-width: 559px) {
    --columns: 28px minmax(0, 1fr) 30%;
    .when {
      display: none;
    }
    .narrow {
      display: block;
    }
  }
`;
