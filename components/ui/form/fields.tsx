"use client";

import styled from "styled-components";

/** Groups of fields, one below the other. */
export const Fields = styled.div`
  display: grid;
  gap: 20px;
  max-width: 640px;
  min-width: 0;
`;

/** A field with what belongs to it below. */
export const Group = styled.div`
  display: grid;
  gap: 8px;
  min-width: 0;
`;

/** Buttons in a row. */
export const Buttons = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
`;
