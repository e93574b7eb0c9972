"use client";

import { useEffect, useRef } from "react";
import styled from "styled-components";
import * as englishSearch from "#lib/messages/en/search.ts";
import { useWords } from "#components/i18n/use-messages.ts";

/** Over the list rather than above it: it is there only while nothing is typed yet. */
const Help = styled.section`
  background: ${({ theme }) => theme.colors.white};
  border: 1px solid ${({ theme }) => theme.colors.secondary30};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  box-shadow: 0 2px 12px rgb(49 52 64 / 20%);
  font-size: 14px;
  left: 0;
  line-height: 20px;
  min-width: min(420px, calc(100vw - 64px));
  padding: 12px 16px;
  pointer-events: none;
  position: absolute;
  top: 40px;
  z-index: 4;
  h2 {
    font-size: 14px;
    font-weight: 600;
    line-height: 20px;
    margin: 0 0 4px;
  }
  dl {
    margin: 0;
  }
  dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    padding: 2px 0;
  }
  dt {
    flex: 0 0 170px;
  }
  dd {
    margin: 0;
  }
  code {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    font-size: 13px;
  }
`;

/** What can be typed into the search box. Escape puts it away. */
export function SearchHelp({ onClose }: { onClose: () => void }) {
  const { SEARCH_HELP, SEARCH_TERMS } = useWords(englishSearch);
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    const listen = ({ key }: KeyboardEvent) => key === "Escape" && latest.current();
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <Help aria-label={SEARCH_HELP}>
      <h2>{SEARCH_HELP}</h2>
      <dl>
        {SEARCH_TERMS.map(({ term, text }) => (
          <div key={term}>
            <dt>
              <code>{term}</code>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Help>
  );
}
