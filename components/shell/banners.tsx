"use client";

import { Message } from "@bigcommerce/big-design";
import { createContext, useContext, useLayoutEffect, useMemo, useState, type ReactNode } from "react";
import styled from "styled-components";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { mostImportant, type BannerKind } from "./banner-order.ts";
import { BannerHold } from "./banner-hold.tsx";

export interface Banner {
  kind: BannerKind;
  type: "info" | "warning" | "error";
  header: string;
  text: string;
  action?: { text: string; onClick: () => void };
  /** A link of the banner; `target` "_top" replaces the whole window, which is how the app is opened again. */
  link?: { text: string; href: string; target: "_top" | "_blank" };
  /** Absent where the banner goes away by itself. */
  onClose?: () => void;
}

interface BannerBoard {
  banners: ReadonlyMap<BannerKind, Banner>;
  put: (kind: BannerKind, banner: Banner | null) => void;
  /** Whether it is known what the frame has to say. */
  isSettled: boolean;
  settle: () => void;
}

const BoardContext = createContext<BannerBoard>({
  banners: new Map(),
  put: () => undefined,
  isSettled: true,
  settle: () => undefined,
});

interface ProviderProps {
  /** Whether a banner is to be expected, where the page's request told who it is. */
  awaitsBanner: boolean;
  children: ReactNode;
}

/** Collects what wants to be said on top of the page; `BannerSlot` says the most important of it. */
export function BannersProvider({ awaitsBanner, children }: ProviderProps) {
  const [isSettled, setSettled] = useState(!awaitsBanner);
  const [banners, setBanners] = useState<ReadonlyMap<BannerKind, Banner>>(new Map());
  const put = useMemo<BannerBoard["put"]>(
    () => (kind, banner) =>
      setBanners((before) => {
        if (banner === null && !before.has(kind)) return before;
        const after = new Map(before);
        if (banner) after.set(kind, banner);
        else after.delete(kind);
        return after;
      }),
    [],
  );
  const board = useMemo(
    () => ({ banners, put, isSettled, settle: () => setSettled(true) }),
    [banners, isSettled, put],
  );
  return <BoardContext value={board}>{children}</BoardContext>;
}

/** Puts a banner up while its owner is on the page and wants it (`null` takes it down). Memoize the banner. */
export function useBanner(kind: BannerKind, banner: Omit<Banner, "kind"> | null): void {
  const { put } = useContext(BoardContext);
  // Before the browser draws what the banner is about, so that nothing is drawn without it first.
  useLayoutEffect(() => {
    put(kind, banner && { ...banner, kind });
    return () => put(kind, null);
  }, [banner, kind, put]);
}

/** Says, once it is so, that the frame has put up what it has to say. Call it after `useBanner`. */
export function useBannersSettled(isKnown: boolean): void {
  const { settle } = useContext(BoardContext);
  useLayoutEffect(() => {
    if (isKnown) settle();
  }, [isKnown, settle]);
}

const Place = styled.div`
  margin-bottom: 16px;
`;

/**
 * Where the one banner stands.
 * @param isAwaited Whether the screen still finds out whether it has something to say.
 */
export function BannerSlot({ isAwaited }: { isAwaited: boolean }) {
  const { COMMON } = useWords(englishCommon);
  const { banners, isSettled } = useContext(BoardContext);
  const banner = mostImportant(banners.values());
  if (!isSettled || isAwaited) return <BannerHold />;
  if (!banner) return null;
  const { type, header, text, action, link, onClose } = banner;
  return (
    <Place data-banner>
      <Message
        {...(action && { actions: [{ text: action.text, onClick: action.onClick }] })}
        header={header}
        localization={{ close: COMMON.closeMessage }}
        messages={[{ text, ...(link && { link }) }]}
        {...(onClose && { onClose })}
        type={type}
      />
    </Place>
  );
}
