"use client";

import { useServerInsertedHTML } from "next/navigation";
import { useState, type ReactNode } from "react";
import { ServerStyleSheet, StyleSheetManager } from "styled-components";

/**
 * Puts the styles of the first rendering into the server's HTML, so that the page is whole before any script runs.
 * In the browser styled-components finds its nonce in `<meta name="sc-nonce">`; giving it to StyleSheetManager there
 * ends the page with its error 17.
 */
export function StyleRegistry({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  const [sheet] = useState(() => new ServerStyleSheet(nonce === undefined ? {} : { nonce }));
  useServerInsertedHTML(() => {
    const css = sheet.getStyleElement();
    sheet.instance.clearTag();
    return <>{css}</>;
  });
  if (typeof window !== "undefined") return <>{children}</>;
  return <StyleSheetManager sheet={sheet.instance}>{children}</StyleSheetManager>;
}
