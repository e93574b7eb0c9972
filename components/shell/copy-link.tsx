"use client";

import type { ButtonProps } from "@bigcommerce/big-design";
import { useWords } from "#components/i18n/use-messages.ts";
import { CopyButton } from "#components/ui/json/copy-button.tsx";
import { shareLink } from "#lib/client/control-panel/share-link.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useStore } from "./store-context.tsx";

interface CopyLinkProps {
  /** A page of the store, query included. */
  path: string;
  /** The button's full name, where several are on a screen. */
  name?: string;
  variant?: ButtonProps["variant"];
}

/** Copies the control panel's address of a page of the app; nothing where that is not known. */
export function CopyLink({ path, name, variant }: CopyLinkProps) {
  const { COMMON } = useWords(englishCommon);
  const { store, session } = useStore();
  const link = shareLink(store, session?.store.reopenUrl, path);
  if (link === null) return null;
  return <CopyButton label={COMMON.copyLink} name={name ?? COMMON.copyLink} text={link} variant={variant} />;
}
