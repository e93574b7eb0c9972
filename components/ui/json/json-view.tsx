"use client";

import { useMemo, useRef, useState } from "react";
import styled from "styled-components";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { Button } from "#components/ui/form/button.tsx";
import { saveFile } from "#lib/client/export/save-file.ts";
import { CopyButton } from "./copy-button.tsx";
import { jsonTokens, layOut } from "./json-tokens.ts";

/** Beyond this many characters colours cost more than they help. */
const COLOURED_MAX = 64 * 1024;

const Code = styled.pre<{ $wraps: boolean }>`
  background: ${({ theme }) => theme.colors.secondary10};
  border: 1px solid ${({ theme }) => theme.colors.secondary30};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  font-size: 13px;
  line-height: 1.5;
  margin: 0;
  max-height: 480px;
  overflow: auto;
  overflow-wrap: ${({ $wraps }) => ($wraps ? "anywhere" : "normal")};
  padding: 12px;
  white-space: ${({ $wraps }) => ($wraps ? "pre-wrap" : "pre")};
  b {
    color: ${({ theme }) => theme.colors.primary60};
    font-weight: 400;
  }
  i {
    color: ${({ theme }) => theme.colors.success60};
    font-style: normal;
  }
`;

const Tools = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 4px;
  justify-content: flex-end;
  padding-bottom: 4px;
`;

/**
 * Shows JSON for reading: indented, in two colours, with copy and download (of the text as given) and a switch for long
 * lines. Text that is no JSON is shown as it is, and so is what is nested too deeply. `name` says what it is, such as "Payload".
 */
export function JsonView({ name, text }: { name: string; text: string }) {
  const { COMMON } = useWords(englishCommon);
  const [wraps, setWraps] = useState(false);
  const code = useRef<HTMLPreElement>(null);
  const { tokens, isAsItCame } = useMemo(() => {
    const shown = layOut(text);
    const isColoured = shown.text.length <= COLOURED_MAX;
    return {
      tokens: isColoured ? jsonTokens(shown.text) : [{ kind: "plain" as const, text: shown.text }],
      isAsItCame: shown.isAsItCame,
    };
  }, [text]);

  return (
    <div>
      {isAsItCame && <p>{COMMON.notLaidOut}</p>}
      <Tools>
        <Button
          aria-label={COMMON.downloadNamed(name)}
          onClick={() => saveFile(new Blob([text], { type: "text/plain" }), `${name.toLowerCase()}.txt`)}
          variant="subtle"
        >
          {COMMON.download}
        </Button>
        <CopyButton name={COMMON.copyNamed(name)} source={code} text={text} />
        <Button aria-pressed={wraps} onClick={() => setWraps(!wraps)} variant="subtle">
          {COMMON.wrap}
        </Button>
      </Tools>
      <Code ref={code} $wraps={wraps} aria-label={name} role="region" tabIndex={0}>
        {tokens.map((token, index) => {
          const key = `${index}`; // a token has no identity beyond its place
          if (token.kind === "name") return <b key={key}>{token.text}</b>;
          if (token.kind === "value") return <i key={key}>{token.text}</i>;
          return token.text;
        })}
      </Code>
    </div>
  );
}
