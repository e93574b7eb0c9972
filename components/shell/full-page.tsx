"use client";

import { StatusMessage, type StatusMessageVariantType } from "@bigcommerce/big-design";
import type { ReactNode } from "react";
import { Footer } from "./footer.tsx";
import { Content } from "./content.tsx";

interface FullPageProps {
  title: string;
  text: string;
  variant: StatusMessageVariantType;
  action?: ReactNode;
}

/** The whole page says one thing, because nothing else can work; help and support stay within reach. */
export function FullPage({ title, text, variant, action }: FullPageProps) {
  return (
    <Content>
      <StatusMessage actions={action} heading={title} message={text} size="page" variant={variant} />
      <Footer isCentered />
    </Content>
  );
}
