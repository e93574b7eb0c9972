"use client";

import { Box, Flex, Modal, Text } from "@bigcommerce/big-design";
import type { ReactNode } from "react";
import { COMMON } from "#components/words/common.ts";
import { Button } from "./button.tsx";

interface ConfirmDialogProps {
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

/**
 * Asks before something happens. Focus starts on Cancel, Escape cancels, and focus returns to where it was. The
 * buttons are in the body: the ones of the part's own would switch its focus trap off.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
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
