import "@fontsource/source-sans-3/300.css";
import "@fontsource/source-sans-3/400.css";
import "@fontsource/source-sans-3/600.css";
import "./fonts.css";
import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { HelpProvider } from "#components/shell/help-addresses.tsx";
import { ThemeRoot } from "#components/theme/theme-root.tsx";
import { WordsProvider } from "#components/i18n/messages-provider.tsx";
import { config } from "#lib/config/config.ts";
import { pageLanguage, pageWords } from "./page-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { COMMON } = (await pageWords()).common;
  return {
    title: { default: COMMON.product, template: `%s – ${COMMON.product}` },
    robots: { index: false },
  };
}

/**
 * The shell of every page. It holds no store data. Reading the request's headers makes each page rendered per request,
 * which its nonces need anyway.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const asked = await headers();
  const language = await pageLanguage();
  const styleNonce = asked.get("x-style-nonce") ?? undefined;
  const frameAncestors = asked.get("x-frame-ancestors") ?? undefined;
  const { links } = config();
  return (
    <html lang={language}>
      {/* styled-components looks here in the browser. Page styles can read it, so scripts have another nonce. */}
      <head>
        {styleNonce !== undefined && <meta content={styleNonce} name="sc-nonce" />}
        {frameAncestors !== undefined && <meta content={frameAncestors} name="frame-ancestors" />}
      </head>
      <body>
        <WordsProvider language={language}>
          <HelpProvider addresses={links}>
            <ThemeRoot styleNonce={styleNonce}>{children}</ThemeRoot>
          </HelpProvider>
        </WordsProvider>
      </body>
    </html>
  );
}
