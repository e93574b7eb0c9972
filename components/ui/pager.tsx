"use client";

import styled from "styled-components";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/words/use-words.ts";
import { Button } from "./button.tsx";
import { Choice } from "./choice.tsx";

interface PagerProps {
  /** What is paged, such as "Events": names the landmark. */
  name: string;
  pageSize: number;
  pageSizes: readonly number[];
  onPageSizeChange: (size: number) => void;
  /** Goes to newer rows; null on the first page. */
  onNewer: (() => void) | null;
  /** Goes to older rows; null on the last page. */
  onOlder: (() => void) | null;
}

const Row = styled.nav`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  justify-content: space-between;
  padding: 12px 0 0;
`;

const Side = styled.div`
  align-items: center;
  display: flex;
  gap: 8px;
  > div {
    width: 96px;
  }
`;

/** Newer, older and how many rows: pages by cursor have no numbers. */
export function Pager({ name, pageSize, pageSizes, onPageSizeChange, onNewer, onOlder }: PagerProps) {
  const { COMMON } = useWords(englishCommon);
  return (
    <Row aria-label={`${name}: ${COMMON.pages}`}>
      <Side>
        <span aria-hidden>{COMMON.rowsPerPage}</span>
        <div>
          <Choice
            label={COMMON.rowsPerPage}
            onChange={(size) => onPageSizeChange(Number(size))}
            options={pageSizes.map((size) => ({ label: String(size), value: String(size) }))}
            value={String(pageSize)}
          />
        </div>
      </Side>
      <Side>
        <Button disabled={!onNewer} onClick={() => onNewer?.()} variant="secondary">
          {COMMON.newer}
        </Button>
        <Button disabled={!onOlder} onClick={() => onOlder?.()} variant="secondary">
          {COMMON.older}
        </Button>
      </Side>
    </Row>
  );
}
