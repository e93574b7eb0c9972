"use client";

import { Fragment, type MouseEvent } from "react";
import styled from "styled-components";
import { useTechnicalDetails } from "#components/shell/store-context.tsx";
import type { WebhookRow } from "./rows.ts";
import { useWebhooks } from "./webhooks-context.tsx";

const Name = styled.a`
  color: ${({ theme }) => theme.colors.primary};
  display: inline-block;
  padding: 2px 0;
  text-decoration: none;
  &:hover {
    color: ${({ theme }) => theme.colors.primary60};
    text-decoration: underline;
  }
`;

const Code = styled.code`
  color: ${({ theme }) => theme.colors.secondary60};
  display: block;
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  font-size: 12px;
  overflow-wrap: break-word;
`;

const Remark = styled.span`
  display: block;
  font-size: 14px;
  line-height: 20px;
`;

/** A scope or an address, which breaks after its slashes before it breaks inside a word. */
export function Scope({ children }: { children: string }) {
  const parts = children.split(/(?<=\/)/);
  return (
    <Code>
      {parts.map((part, index) => (
        // A part has no identity beyond its place.
        <Fragment key={`${index}`}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </Code>
  );
}

/** The id of a row's link, where focus returns when its details close. */
export const rowLinkId = (scope: string): string => `webhook-${scope}`;

/** The event type's name, which opens its details, with what is to be said of it. */
export function EventCell(row: WebhookRow) {
  const { hrefOf, openDetail } = useWebhooks();
  const showsTechnicalDetails = useTechnicalDetails();
  const open = (event: MouseEvent) => {
    // A new tab is the browser's business.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    openDetail(row.id);
  };
  return (
    <>
      <Name href={hrefOf(row.id)} id={rowLinkId(row.id)} onClick={open}>
        {row.title}
      </Name>
      {showsTechnicalDetails && <Scope>{row.id}</Scope>}
      {row.foundIn !== undefined && <Remark>{row.foundIn}</Remark>}
      {row.view?.health.severity && !row.isInRun && <Remark>{row.view.health.sentence}</Remark>}
    </>
  );
}
