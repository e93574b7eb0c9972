"use client";

import { createContext, useContext, type ReactNode } from "react";

/** Where whoever runs the app wants people to find help. */
interface HelpAddresses {
  helpUrl: string;
  supportUrl: string;
}

const HelpContext = createContext<HelpAddresses>({ helpUrl: "", supportUrl: "" });

/** Gives everything below it the addresses of help and support, which are settings of the server. */
export function HelpProvider({ helpUrl, supportUrl, children }: HelpAddresses & { children: ReactNode }) {
  return <HelpContext value={{ helpUrl, supportUrl }}>{children}</HelpContext>;
}

export function useHelpAddresses(): HelpAddresses {
  return useContext(HelpContext);
}
