"use client";

import type { ReactNode } from "react";
import styled from "styled-components";
import { Screen } from "#components/shell/screen.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { Note } from "#components/ui/note.tsx";
import * as englishSettings from "#lib/messages/en/settings.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { SettingsPageName } from "#lib/client/paths.ts";
import type { GuideChapter } from "#lib/contract/values/guide.ts";
import { SettingsLinks } from "./settings-links.tsx";
import { UnsavedGuard } from "./unsaved-guard.tsx";

const Columns = styled.div`
  min-width: 0;
  @media (min-width: 900px) {
    display: grid;
    gap: 24px;
    grid-template-columns: 184px minmax(0, 1fr);
  }
`;

const Foreword = styled.div`
  margin-bottom: 16px;
`;

/** The guide's chapters about these pages. */
const CHAPTERS: Partial<Record<SettingsPageName, GuideChapter>> = {
  alerts: "alerts",
  privacy: "privacy-and-data",
};

interface SettingsPageProps {
  page: SettingsPageName;
  /** It holds what only the owner changes. */
  isOwners?: boolean;
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of a page under Settings: links to the others beside it, and for staff one line that says what they may not. */
export function SettingsPage({ page, isOwners = true, actions, children }: SettingsPageProps) {
  const { SETTINGS } = useWords(englishSettings);
  const { session } = useStore();
  const isFixed = isOwners && session?.user.isOwner === false;
  return (
    <Screen
      {...(CHAPTERS[page] && { help: CHAPTERS[page] })}
      actions={actions}
      description={SETTINGS.descriptions[page]}
      title={SETTINGS.pageTitle(SETTINGS.pages[page])}
    >
      <Columns>
        <SettingsLinks page={page} />
        <div>
          {isFixed && (
            <Foreword>
              <Note>{SETTINGS.ownerLine}</Note>
            </Foreword>
          )}
          <UnsavedGuard>{children}</UnsavedGuard>
        </div>
      </Columns>
    </Screen>
  );
}
