"use client";

import { GlobalStyles } from "@bigcommerce/big-design";
import { createTheme } from "@bigcommerce/big-design-theme";
import type { ReactNode } from "react";
import { ThemeProvider } from "styled-components";
import { RepairObserver } from "#components/ui/repair-observer.tsx";
import { ToastsProvider } from "#components/ui/toasts.tsx";
import { AppStyles } from "./app-styles.tsx";
import { StyleRegistry } from "./style-registry.tsx";

const own = createTheme();
/** BigDesign's, with what stands in for its font until that is here; `app/fonts.css` has it. */
const theme = {
  ...own,
  typography: {
    ...own.typography,
    fontFamily: own.typography.fontFamily.replace(",", ', "Source Sans 3 Stand-in",'),
  },
};

/** Everything a page needs around it: styles, theme, toasts. `styleNonce` is the request's, from the proxy. */
export function ThemeRoot({ styleNonce, children }: { styleNonce: string | undefined; children: ReactNode }) {
  return (
    <StyleRegistry nonce={styleNonce}>
      <ThemeProvider theme={theme}>
        <GlobalStyles />
        <AppStyles />
        <ToastsProvider>{children}</ToastsProvider>
        <RepairObserver />
      </ThemeProvider>
    </StyleRegistry>
  );
}
