"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { useRef } from "react";
import styled from "styled-components";
import { CopyButton } from "#components/ui/json/copy-button.tsx";

const Line = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  margin-top: 8px;
  code {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    min-width: 0;
    overflow-wrap: anywhere;
  }
`;

interface Props {
  secret: string;
  /** Null where what stands above says it. */
  header: string | null;
  text: string;
  copy: string;
}

/** A secret that was just made. It is on this page alone, until the page is left. */
export function SecretOnce({ secret, header, text, copy }: Props) {
  const code = useRef<HTMLElement>(null);
  return (
    <div>
      <InlineMessage {...(header !== null && { header })} messages={[{ text }]} type="info" />
      <Line>
        <code ref={code}>{secret}</code>
        <CopyButton label={copy} name={copy} source={code} text={secret} variant="secondary" />
      </Line>
    </div>
  );
}
