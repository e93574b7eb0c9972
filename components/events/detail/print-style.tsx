"use client";

import { createGlobalStyle } from "styled-components";

/** On paper an open event stands alone: what it is marked with is printed, with its heading and without its buttons. */
export const PrintStyle = createGlobalStyle`
  @media print {
    body:has(.event-print) :not(:has(.event-print), .event-print, .event-print *, [role="dialog"]:has(.event-print) *) {
      display: none !important;
    }
    [role="dialog"]:has(.event-print) {
      border: 0 !important;
      box-shadow: none !important;
      overflow: visible !important;
      padding: 0 !important;
      position: static !important;
      width: auto !important;
    }
    [role="dialog"]:has(.event-print) button {
      display: none !important;
    }
    .event-print pre {
      max-height: none !important;
      overflow: visible !important;
      white-space: pre-wrap !important;
    }
  }
`;
