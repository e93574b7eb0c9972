"use client";

import styled from "styled-components";
import { ConfirmDialogModal } from "#components/ui/overlay/confirm-dialog-modal.tsx";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import * as englishWebhookDetails from "#lib/messages/en/webhook-details.ts";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { Asked } from "./use-turning.ts";
import type { Turning } from "./turning.ts";

/** Names that are told; more would hide the buttons. */
const NAMES_MAX = 24;

/** One after the other, as in a sentence: in a column of their own, sixty would fill the screen. */
const Names = styled.ul`
  color: ${({ theme }) => theme.colors.secondary60};
  font-size: 14px;
  line-height: 20px;
  list-style: none;
  margin: 0;
  padding: 0;
  li {
    display: inline;
  }
  li:not(:last-child)::after {
    content: ", ";
  }
`;

/** Asks the one question that is open, with the names of the event types that it is about. */
export function QuestionDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const { titleOf } = useWords(englishCatalogue);
  const { DETAILS } = useWords(englishWebhookDetails);
  const { WEBHOOKS } = useWords(englishWebhooks);
  const { title, text, confirm, names } =
    asked.kind === "remove"
      ? {
          title: DETAILS.removeAsk(asked.stray.scope),
          text: asked.stray.isOfOthers ? DETAILS.removeOfOthersText : DETAILS.removeText,
          confirm: WEBHOOKS.remove,
          names: [],
        }
      : turnQuestion(DETAILS, asked.turning, asked.set, titleOf);
  return (
    <ConfirmDialogModal
      confirmLabel={confirm}
      isOpen
      onCancel={onClose}
      onConfirm={() => {
        onClose();
        asked.run();
      }}
      text={text}
      title={title}
    >
      {names.length > 1 && (
        <Names aria-label={DETAILS.typesAsked} role="list">
          {names.slice(0, NAMES_MAX).map((name) => (
            <li key={name}>{name}</li>
          ))}
          {names.length > NAMES_MAX && <li>{DETAILS.moreNames(names.length - NAMES_MAX)}</li>}
        </Names>
      )}
    </ConfirmDialogModal>
  );
}

/** What is asked before event types are turned on or off. Pure. */
function turnQuestion(
  words: typeof englishWebhookDetails.DETAILS,
  { wanted, scopes, replaced, repeats, isBusy }: Turning,
  set: { title: string; isOn: number } | undefined,
  titleOf: (scope: string) => string,
) {
  const count = scopes.length;
  const names = scopes.map(titleOf);
  if (!wanted)
    return {
      title: set ? words.askOffSet(set.title) : words.askOff(count),
      text: words.askOffText,
      confirm: words.turnOff,
      names,
    };
  if (replaced.length > 0)
    return {
      title:
        names.length === 1 && names[0] !== undefined
          ? words.askReplace(names[0], replaced.length)
          : words.askReplaceMany(replaced.length),
      text: words.replaceText,
      confirm: words.replace,
      names: replaced.map(titleOf),
    };
  const told = [
    set ? words.setText(count, set.isOn) : "",
    repeats.length > 0 ? words.repeatsText(repeats.length, count) : "",
    isBusy ? words.busyText : "",
  ];
  return {
    title: set ? words.askOnSet(set.title) : words.askOn(count),
    text: told.filter(Boolean).join(" "),
    confirm: words.turnOn,
    names,
  };
}
