"use client";

import { createContext, useContext, type ReactNode } from "react";

/** Where whoever runs the app wants people to find help, and what they promise. */
export interface HelpAddresses {
  helpUrl: string;
  supportUrl: string;
  privacyUrl: string;
  termsUrl: string;
}

const HelpContext = createContext<HelpAddresses>({
  helpUrl: "",
  supportUrl: "",
  privacyUrl: "",
  termsUrl: "",
});

/** Gives everything below it the addresses of help and support, which are settings of the server. */
export function HelpProvider({ addresses, children }: { addresses: HelpAddresses; children: ReactNode }) {
  return <HelpContext value={addresses}>{children}</HelpContext>;
}

export function useHelpAddresses(): HelpAddresses {
  return useContext(HelpContext);
}
