"use client";

import { useId, type ReactNode } from "react";
import styled from "styled-components";

interface PanelProps {
  title: string;
  description?: string;
  /** Controls at the right of the title. */
  action?: ReactNode;
  /** Absent where title and controls say it all. */
  children?: ReactNode;
}

const Card = styled.section`
  background: ${({ theme }) => theme.colors.white};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  box-shadow: 0 1px 6px rgb(49 52 64 / 20%);
  box-sizing: border-box;
  margin-bottom: 16px;
  min-width: 0;
  padding: 16px;
  @media (min-width: 720px) {
    padding: 20px 24px;
  }
`;

const Head = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  justify-content: space-between;
  h2 {
    font-size: 20px;
    font-weight: 400;
    line-height: 28px;
    margin: 0;
  }
`;

const Body = styled.div`
  margin-top: 12px;
  min-width: 0;
`;

const Description = styled.p`
  color: ${({ theme }) => theme.colors.secondary60};
  flex-basis: 100%;
  margin: 0;
`;

/** A white card with a title, named by it. BigDesign's own takes no controls of ours beside its title. */
export function Panel({ title, description, action, children }: PanelProps) {
  const id = useId();
  return (
    <Card aria-labelledby={id}>
      <Head>
        <h2 id={id}>{title}</h2>
        {action}
        {description !== undefined && <Description>{description}</Description>}
      </Head>
      {children && <Body>{children}</Body>}
    </Card>
  );
}
