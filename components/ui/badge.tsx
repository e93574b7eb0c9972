"use client";

import { Badge as BareBadge } from "@bigcommerce/big-design";
import styled from "styled-components";
import type { BadgeWords } from "#lib/messages/badge.ts";

// BigDesign's own breaks between its words wherever a column is narrow.
const OneLine = styled.span`
  display: inline-flex;
  vertical-align: middle;
  white-space: nowrap;
`;

/** A state in a word or two, in one line whatever the room. */
export function Badge({ label, variant }: BadgeWords) {
  return (
    <OneLine>
      <BareBadge label={label} variant={variant} />
    </OneLine>
  );
}
