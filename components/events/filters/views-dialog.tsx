"use client";

import { Box, InlineMessage, Input, Modal } from "@bigcommerce/big-design";
import { useState, type SyntheticEvent } from "react";
import styled from "styled-components";
import { CopyLink } from "#components/shell/copy-link.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { focusMain } from "#components/ui/focus-main.ts";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishViews from "#lib/messages/en/views.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { parseEventAddress, type EventFilters } from "#lib/client/log/event-address.ts";
import { pagePath } from "#lib/client/paths.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import { useViews } from "#lib/client/api/use-views.ts";
import type { SavedViewView } from "#lib/contract/views.ts";
import { Aside, Line, TextButton } from "#components/events/parts.tsx";

const List = styled.ul`
  list-style: none;
  margin: 8px 0 16px;
  padding: 0;
  li {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    justify-content: space-between;
    padding: 4px 0;
  }
`;

const Fields = styled.form`
  align-items: end;
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  > :first-child {
    flex: 1 1 200px;
  }
`;

/** As many as the server takes. */
const NAME_CHARS_MAX = 60;

interface ViewsDialogProps {
  /** The address's query of what is shown now. */
  query: string;
  onShow: (filters: EventFilters) => void;
  onClose: () => void;
}

/** A person's saved views: to show, to name, to delete, and to add what is shown now. */
export function ViewsDialog({ query, onShow, onClose }: ViewsDialogProps) {
  const { COMMON } = useWords(englishCommon);
  const { VIEWS } = useWords(englishViews);
  const { store } = useStore();
  const { views, error, save, rename, remove } = useViews(store);
  const toast = useToast();
  const [renamed, setRenamed] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  /** Does one of the changes, and says in the dialog why it was refused. */
  const attempt = async (change: () => Promise<unknown>): Promise<boolean> => {
    setFault(null);
    try {
      await change();
      return true;
    } catch (problem) {
      setFault(problem instanceof ApiProblem ? problem.message : VIEWS.slow);
      return false;
    }
  };
  const drop = async ({ id, name, query: kept }: SavedViewView) => {
    if (!(await attempt(() => remove(id)))) return;
    const undo = { text: COMMON.undo, onClick: () => void attempt(() => save(name, kept)) };
    toast({ type: "success", text: VIEWS.deleted(name), action: undo });
  };

  return (
    <Modal header={VIEWS.open} isOpen onClose={onClose} variant="dialog">
      <Aside>{VIEWS.text}</Aside>
      {(fault ?? (error !== undefined && VIEWS.slow)) && (
        <InlineMessage marginVertical="small" messages={[{ text: fault ?? VIEWS.slow }]} type="error" />
      )}
      {views?.length === 0 && <p>{VIEWS.none}</p>}
      <List aria-label={VIEWS.open}>
        {views?.map((view) => (
          <li key={view.id}>
            {renamed === view.id ? (
              <NameForm
                key={view.id}
                initial={view.name}
                label={VIEWS.newName(view.name)}
                onName={async (name) => (await attempt(() => rename(view.id, name))) && setRenamed(null)}
                submit={VIEWS.saveName}
              />
            ) : (
              <>
                <TextButton
                  aria-label={VIEWS.show(view.name)}
                  onClick={() => {
                    onClose();
                    onShow(parseEventAddress(new URLSearchParams(view.query)));
                    focusMain();
                  }}
                  type="button"
                >
                  {view.name}
                </TextButton>
                <Line>
                  <CopyLink
                    name={VIEWS.copyLinkNamed(view.name)}
                    path={`${pagePath(store, "events")}${view.query}`}
                  />
                  <Button
                    aria-label={VIEWS.renameNamed(view.name)}
                    onClick={() => setRenamed(view.id)}
                    variant="subtle"
                  >
                    {VIEWS.rename}
                  </Button>
                  <Button
                    aria-label={VIEWS.deleteNamed(view.name)}
                    onClick={() => void drop(view)}
                    variant="subtle"
                  >
                    {VIEWS.delete}
                  </Button>
                </Line>
              </>
            )}
          </li>
        ))}
      </List>
      <NameForm
        initial=""
        label={VIEWS.name}
        onName={async (name) => {
          if (await attempt(() => save(name, query))) toast({ type: "success", text: VIEWS.saved(name) });
        }}
        submit={VIEWS.save}
      />
      <Box paddingVertical="large" style={{ textAlign: "right" }}>
        <CopyLink
          name={VIEWS.copyLinkHere}
          path={`${pagePath(store, "events")}${query}`}
          variant="secondary"
        />{" "}
        <Button onClick={onClose} variant="secondary">
          {COMMON.close}
        </Button>
      </Box>
    </Modal>
  );
}

interface NameFormProps {
  initial: string;
  label: string;
  submit: string;
  onName: (name: string) => Promise<unknown>;
}

function NameForm({ initial, label, submit, onName }: NameFormProps) {
  const { VIEWS } = useWords(englishViews);
  const [name, setName] = useState(initial);
  const [isMissing, setIsMissing] = useState(false);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    const given = name.trim();
    setIsMissing(given === "");
    if (given !== "") void onName(given).then(() => setName(initial));
  };
  return (
    <Fields onSubmit={send}>
      <Input
        description={VIEWS.characters(name.length, NAME_CHARS_MAX)}
        error={isMissing ? VIEWS.needsName : undefined}
        label={label}
        maxLength={NAME_CHARS_MAX}
        onChange={(event) => setName(event.target.value)}
        value={name}
      />
      <Button type="submit" variant="secondary">
        {submit}
      </Button>
    </Fields>
  );
}
