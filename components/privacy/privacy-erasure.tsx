"use client";

import { FormGroup, InlineMessage, Input, Select, Small, Text } from "@bigcommerce/big-design";
import { useEffect, useRef, useState } from "react";
import { Buttons, Fields, Group } from "#components/ui/form/fields.tsx";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import { Meter } from "#components/ui/chart/meter.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishPrivacy from "#lib/messages/en/privacy.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import type { ErasurePreview, ErasureTarget, PrivacyView } from "#lib/contract/privacy.ts";
import { useAskedTarget } from "./use-asked-target.ts";

interface PrivacyErasureProps {
  privacy: PrivacyView;
  isFixed: boolean;
  onPreview: (target: ErasureTarget) => Promise<ErasurePreview>;
  onErase: (target: ErasureTarget) => Promise<void>;
}

const ID = /^[\w.-]{1,100}$/;

/** Erases all about one thing, once it was said how much that is. How far it is stays on the page after a reload. */
export function PrivacyErasure({ privacy, isFixed, onPreview, onErase }: PrivacyErasureProps) {
  const { erasedText, erasingText, PRIVACY } = useWords(englishPrivacy);
  const { erasure, isWorkerThere } = privacy;
  const outcome = useRef<HTMLDivElement>(null);
  const isUnderWay = erasure !== null && erasure.endedAt === null;
  const erase = async (target: ErasureTarget) => {
    await onErase(target);
    // The button that was pressed is gone with the form.
    outcome.current?.focus();
  };
  return (
    <Fields>
      <div ref={outcome} tabIndex={-1}>
        {isUnderWay && (
          <Group>
            <Meter
              done={Math.min(erasure.events + erasure.states, erasure.found)}
              label={erasingText(erasure)}
              total={erasure.found}
            />
            {!isWorkerThere && <InlineMessage messages={[{ text: PRIVACY.noWorker }]} type="warning" />}
          </Group>
        )}
        {erasure !== null && erasure.endedAt !== null && (
          <div role="status">
            <Text marginBottom="none">{erasedText(erasure)}</Text>
            <Small color="secondary60" marginBottom="none">
              {erasure.askedBy} · <RelativeTime iso={erasure.endedAt} />
            </Small>
          </div>
        )}
      </div>
      {!isUnderWay && <EraseForm isFixed={isFixed} onErase={erase} onPreview={onPreview} />}
    </Fields>
  );
}

function EraseForm({
  isFixed,
  onPreview,
  onErase,
}: Pick<PrivacyErasureProps, "isFixed" | "onPreview" | "onErase">) {
  const { resourceLabel } = useWords(englishCatalogue);
  const { PRIVACY, THINGS } = useWords(englishPrivacy);
  const toast = useToast();
  const asked = useAskedTarget();
  const [type, setType] = useState(asked?.type ?? "customer");
  const [typedId, setTypedId] = useState(asked?.id ?? "");
  const [isFaulty, setIsFaulty] = useState(false);
  const [found, setFound] = useState<{ target: ErasureTarget; preview: ErasurePreview } | null>(null);
  const [confirmation, setConfirmation] = useState<string | null>(null);
  const target = { type, id: typedId.trim() };
  const form = useRef<HTMLDivElement>(null);

  // Whoever comes from an event sees at once what there is about its thing; nothing is erased by an address.
  useEffect(() => {
    if (!asked) return;
    form.current?.scrollIntoView({ block: "center" });
    let isGone = false;
    const show = (preview: ErasurePreview) => {
      if (!isGone) setFound({ target: asked, preview });
    };
    onPreview(asked).then(show, () => undefined);
    return () => {
      isGone = true;
    };
  }, [asked, onPreview]);

  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (problem) {
      const text = problem instanceof ApiProblem ? problem.message : "";
      toast({ type: "error", header: PRIVACY.notErased, text });
    }
  };
  const look = () =>
    attempt(async () => {
      setFound(null);
      setIsFaulty(!ID.test(target.id));
      if (ID.test(target.id)) setFound({ target, preview: await onPreview(target) });
    });
  const erase = () =>
    attempt(async () => {
      setConfirmation(null);
      if (found) await onErase(found.target);
    });
  const kinds = Object.entries(THINGS).map(([value, content]) => ({ value, content }));
  if (!(type in THINGS)) kinds.push({ value: type, content: type.replaceAll("_", " ") });
  const thing = found ? resourceLabel(found.target) : "";
  const isAny = found !== null && found.preview.events + found.preview.states > 0;

  return (
    <Group ref={form}>
      <FormGroup>
        <Select
          disabled={isFixed}
          filterable={false}
          label={PRIVACY.kind}
          onOptionChange={(next) => {
            if (next !== undefined) setType(next);
            setFound(null);
          }}
          options={kinds}
          value={type}
        />
      </FormGroup>
      <FormGroup>
        <Input
          description={PRIVACY.numberHelp}
          disabled={isFixed}
          error={isFaulty ? PRIVACY.numberFault : undefined}
          label={PRIVACY.number}
          maxLength={100}
          onChange={(event) => {
            setTypedId(event.target.value);
            setFound(null);
          }}
          value={typedId}
        />
      </FormGroup>
      <div role="status">
        {found && (
          <InlineMessage
            messages={[{ text: PRIVACY.found(found.preview, thing) }]}
            type={isAny ? "warning" : "info"}
          />
        )}
      </div>
      <Buttons>
        <AsyncButton
          disabled={isFixed}
          label={PRIVACY.look}
          onClick={look}
          variant="secondary"
          workingLabel={PRIVACY.looking}
        />
        {isAny && (
          <Button
            actionType="destructive"
            disabled={isFixed}
            onClick={() => setConfirmation("")}
            variant="secondary"
          >
            {PRIVACY.eraseThis}
          </Button>
        )}
      </Buttons>
      <ConfirmDialog
        confirmLabel={PRIVACY.eraseThis}
        isDestructive
        isOpen={confirmation !== null}
        isReady={confirmation?.trim() === found?.target.id}
        onCancel={() => setConfirmation(null)}
        onConfirm={() => void erase()}
        text={`${found ? PRIVACY.found(found.preview, thing) : ""} ${PRIVACY.eraseWarning}`}
        title={PRIVACY.eraseQuestion(thing)}
      >
        <Input
          label={PRIVACY.typeNumber(found?.target.id ?? "")}
          onChange={(event) => setConfirmation(event.target.value)}
          value={confirmation ?? ""}
        />
      </ConfirmDialog>
    </Group>
  );
}
