"use client";

import { createGlobalStyle } from "styled-components";

/**
 * What BigDesign leaves to the app: the ground colour, a focus ring that can be seen (its own is a tint of 1.3:1),
 * readable text on hovered buttons (4.5:1 on their tint), and wrapping of long words.
 */
export const AppStyles = createGlobalStyle`
  html { -webkit-text-size-adjust: 100%; }
  body {
    background-color: ${({ theme }) => theme.colors.secondary10};
    color: ${({ theme }) => theme.colors.secondary70};
    overflow-wrap: break-word;
  }
  :where(a, button, input, select, textarea, summary, [tabindex]):focus-visible,
  button.bd-button:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary};
    outline-offset: 2px;
  }
  h1[tabindex]:focus, h2[tabindex]:focus, main:focus, [role="dialog"]:focus { outline: none; }
  input[type="checkbox"]:focus-visible + label,
  input[type="radio"]:focus-visible + label {
    outline: 2px solid ${({ theme }) => theme.colors.primary};
    outline-offset: 2px;
    border-radius: 2px;
  }
  button.bd-button:not([data-variant="primary"]):not([data-destructive]):not([disabled]):is(:hover, :focus, :active) {
    color: ${({ theme }) => theme.colors.primary60};
  }
  /* Rows of buttons have gaps; the part's own margins between neighbours would come on top of them. */
  button.bd-button[data-variant] + button.bd-button[data-variant] {
    margin-left: 0;
    margin-top: 0;
  }
  button.bd-button[data-destructive]:not([data-variant="primary"]):not([disabled]):is(:hover, :focus, :active) {
    color: ${({ theme }) => theme.colors.danger60};
  }
`;
