"use client";

import type { ReactNode } from "react";
import { Box, Flex, Modal, Text } from "@bigcommerce/big-design";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { Button } from "#components/ui/form/button.tsx";

/**
 * The dialog itself, loaded when one opens. The buttons are in the body: the ones of the part's own would switch its
 * focus trap off.
 */
export function ConfirmDialogModal(props: ConfirmDialogProps) {
  const { COMMON } = useWords(englishCommon);
  const {
    isOpen,
    title,
    text,
    confirmLabel,
    isDestructive = false,
    isReady = true,
    onCancel,
    onConfirm,
    children,
  } = props;

  return (
    <Modal header={title} isOpen={isOpen} onClose={onCancel} variant="dialog">
      {text !== undefined && <Text>{text}</Text>}
      {children}
      <Box paddingBottom="xLarge" paddingTop="medium">
        <Flex flexGap="8px" flexWrap="wrap" justifyContent="flex-end">
          <Button onClick={onCancel} variant="subtle">
            {COMMON.cancel}
          </Button>
          <Button
            actionType={isDestructive ? "destructive" : "normal"}
            disabled={!isReady}
            onClick={onConfirm}
          >
            {confirmLabel}
          </Button>
        </Flex>
      </Box>
    </Modal>
  );
}

export interface ConfirmDialogProps {
  isOpen: boolean;
  title: string;
  text?: string;
  confirmLabel: string;
  isDestructive?: boolean;
  /** Whether the confirming button works, such as after typing a name. */
  isReady?: boolean;
  onCancel: () => void;
  onConfirm: () => void;
  children?: ReactNode;
}
