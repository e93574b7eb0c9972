"use client";

import dynamic from "next/dynamic";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishForm from "#lib/messages/en/destination-form.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { MoreProps } from "./part.ts";

const PreviewPart = dynamic(() => import("./preview-part.tsx").then((module) => module.PreviewPart), {
  loading: () => <Placeholder $height="240px" />,
  ssr: false,
});

/** Shows what would be sent, for whoever may change that. */
export function PreviewPanel(props: Pick<MoreProps, "draft" | "kept" | "isFixed">) {
  const { FORM } = useWords(englishForm);
  if (props.isFixed) return null;
  return (
    <Panel description={FORM.previewText} title={FORM.preview}>
      <PreviewPart {...props} />
    </Panel>
  );
}
