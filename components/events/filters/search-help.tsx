"use client";

import styled from "styled-components";
import * as englishSearch from "#lib/messages/en/search.ts";
import { useWords } from "#components/i18n/use-messages.ts";

const Help = styled.details`
  margin-top: 8px;
  summary {
    color: ${({ theme }) => theme.colors.primary};
    cursor: pointer;
    min-height: 24px;
    width: fit-content;
  }
  dl {
    margin: 4px 0 8px;
  }
  dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
  }
  dt {
    flex: 0 0 200px;
  }
  dd {
    margin: 0;
  }
  code {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    font-size: 13px;
  }
`;

/** What can be typed into the search box. */
export function SearchHelp() {
  const { SEARCH_HELP, SEARCH_TERMS } = useWords(englishSearch);
  return (
    <Help>
      <summary>{SEARCH_HELP}</summary>
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
