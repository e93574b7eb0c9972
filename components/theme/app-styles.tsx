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
  /* Forced colors drop backgrounds and shadows, of which a switch, a meter and a drawing consist. */
  @media (forced-colors: active) {
    input[role="switch"] + label {
      border: 1px solid ButtonText;
      forced-color-adjust: none;
      background: ButtonFace;
    }
    input[role="switch"] + label::before { background: ButtonText; }
    input[role="switch"]:checked + label { background: Highlight; border-color: Highlight; }
    input[role="switch"]:checked + label::before { background: HighlightText; box-shadow: 0 0 0 1px Highlight; }
    input[role="switch"]:disabled + label { border-color: GrayText; }
    input[role="switch"]:disabled + label::before { background: GrayText; }
    [role="progressbar"] { border: 1px solid ButtonText; }
    [role="progressbar"] > * { background: Highlight; forced-color-adjust: none; }
    [aria-pressed="true"] { outline: 2px solid Highlight; outline-offset: -3px; }
    main svg text { fill: CanvasText; }
  }
`;
