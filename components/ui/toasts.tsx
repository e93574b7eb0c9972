"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import styled from "styled-components";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { focusMain } from "./focus-main.ts";

/** How long good news stays, in milliseconds, alone and with something to choose. Bad news stays until it is closed. */
const STAYS_MS = { alone: 6_000, withActions: 10_000 };
/** More than this would cover the page; the oldest goes. */
const TOASTS_MAX = 4;

interface ToastAction {
  text: string;
  onClick: () => void;
}

export interface Toast {
  type: "success" | "info" | "warning" | "error";
  /** What it is about: of several about the same, only the newest is shown. */
  subject?: string;
  /** A heading, for news that need a reason below. */
  header?: string;
  text: string;
  /** One way on, such as "Undo" or "Try again". Taking it closes the toast. */
  action?: ToastAction;
  /** Another way on. */
  otherAction?: ToastAction;
}

interface ShownToast extends Toast {
  id: number;
}

interface Toasts {
  show: (toast: Toast) => void;
  closeAll: () => void;
}

const ToastContext = createContext<Toasts>({ show: () => undefined, closeAll: () => undefined });

/** Shows a short message at the edge of the screen. The function stays the same from rendering to rendering. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext).show;
}

/** Takes away what earlier work left at the edge of the screen, once the component that asks for it is shown. */
export function useNoToasts(): void {
  const { closeAll } = useContext(ToastContext);
  useEffect(closeAll, [closeAll]);
}

const Region = styled.div`
  align-content: end;
  /* Above the bar of what is selected. */
  bottom: 72px;
  display: grid;
  gap: 8px;
  justify-items: end;
  left: 16px;
  pointer-events: none;
  position: fixed;
  right: 16px;
  /* Of one size, full or empty: a region that grew would count as a jump of the page. */
  top: 0;
  z-index: 1080;
  > div {
    display: grid;
    gap: 8px;
    max-width: 420px;
    width: 100%;
  }
  /*
   * Where there is room, over the title: the switches and links of a list are below it, a screen's buttons to its right and
   * the sections above it.
   */
  @media (min-width: 720px) {
    align-content: start;
    justify-items: center;
    top: 52px;
    /* A banner is right below the title: what is taller than the title would lie on it. */
    body:has([data-banner]) & {
      align-content: end;
    }
  }
  /* Beside an open drawer, whose own buttons are at that edge. */
  @media (min-width: 1025px) {
    body:has([data-drawer]) & {
      right: calc(min(560px, 65vw) + 16px);
    }
  }
`;

const Card = styled.div`
  background: ${({ theme }) => theme.colors.white};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  box-shadow: 0 2px 12px rgb(49 52 64 / 20%);
  pointer-events: auto;
`;

/** Holds the toasts of everything below it. */
export function ToastsProvider({ children }: { children: ReactNode }) {
  const { COMMON } = useWords(englishCommon);
  const [toasts, setToasts] = useState<ShownToast[]>([]);
  const nextId = useRef(1);
  const show = useCallback((toast: Toast) => {
    const id = nextId.current++;
    const isOther = ({ subject }: Toast) => subject === undefined || subject !== toast.subject;
    setToasts((shown) => [...shown.filter(isOther).slice(1 - TOASTS_MAX), { ...toast, id }]);
  }, []);
  const close = useCallback(
    (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
    [],
  );
  const context = useMemo(() => ({ show, closeAll: () => setToasts([]) }), [show]);
  const [urgent, calm] = useMemo(
    () => [toasts.filter(({ type }) => type === "error"), toasts.filter(({ type }) => type !== "error")],
    [toasts],
  );

  return (
    <ToastContext value={context}>
      {children}
      <Region aria-label={COMMON.notifications} role="region">
        <div role="alert">
          {urgent.map((toast) => (
            <ToastCard key={toast.id} close={close} toast={toast} />
          ))}
        </div>
        <div role="status">
          {calm.map((toast) => (
            <ToastCard key={toast.id} close={close} toast={toast} />
          ))}
        </div>
      </Region>
    </ToastContext>
  );
}

function ToastCard({ toast, close }: { toast: ShownToast; close: (id: number) => void }) {
  const { COMMON } = useWords(englishCommon);
  const { id, type, header, text } = toast;
  const actions = [toast.action, toast.otherAction].filter((action) => action !== undefined);
  const staysMs = actions.length > 0 ? STAYS_MS.withActions : STAYS_MS.alone;
  const [isHeld, setIsHeld] = useState(false);
  const card = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (isHeld || type === "error") return;
    const timer = setTimeout(() => close(id), staysMs);
    return () => clearTimeout(timer);
  }, [close, id, isHeld, staysMs, type]);

  // The part calls itself an alert; the region around it already says how urgent it is, and twice would be read twice.
  useEffect(() => {
    card.current?.querySelector('[role="alert"]')?.removeAttribute("role");
  });

  const dismiss = () => {
    // The focused button goes away with its toast; focus must not fall to the body.
    if (card.current?.contains(document.activeElement)) focusMain();
    close(id);
  };

  return (
    <Card
      ref={card}
      onBlur={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
    >
      <InlineMessage
        {...(header !== undefined && { header })}
        {...(actions.length > 0 && {
          actions: actions.map((action) => ({
            text: action.text,
            onClick: () => {
              dismiss();
              action.onClick();
            },
          })),
        })}
        localization={{ close: COMMON.closeMessage }}
        messages={[{ text }]}
        onClose={dismiss}
        type={type}
      />
    </Card>
  );
}
