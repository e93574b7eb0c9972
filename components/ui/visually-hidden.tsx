"use client";

import styled from "styled-components";

/** Text for assistive technology only. Its parent must be positioned, or the page may grow sideways. */
export const VisuallyHidden = styled.span`
  border: 0;
  clip-path: inset(50%);
  height: 1px;
  margin: -1px;
  overflow: hidden;
  padding: 0;
  position: absolute;
  white-space: nowrap;
  width: 1px;
`;
