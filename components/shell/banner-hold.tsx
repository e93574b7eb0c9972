"use client";

import { useEffect, useState } from "react";
import styled from "styled-components";

/** How long a screen waits for its banner, in milliseconds: what is not known by then comes late. */
const HOLD_MS_MAX = 3_000;

const Hold = styled.div`
  & ~ * {
    visibility: hidden;
  }
`;

/**
 * Stands where a banner is expected. How high the banner becomes is not known before its words are, so what follows is not
 * drawn until then: it would be pushed away.
 */
export function BannerHold() {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), HOLD_MS_MAX);
    return () => clearTimeout(timer);
  }, []);
  return isOver ? null : <Hold aria-busy />;
}
