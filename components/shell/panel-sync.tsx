"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { useSWRConfig } from "swr";
import * as englishStates from "#lib/messages/en/states.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { PanelChannel } from "#lib/client/control-panel/panel.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import { leave, watchSessionEnd } from "#lib/client/fetcher/session-end.ts";
import { PROBLEM_CODES } from "#lib/contract/values/problems.ts";
import { allowsFraming } from "#lib/contract/values/frame-sources.ts";

/** What counts as somebody being here. */
const ACTIVITIES = ["mousemove", "mousedown", "keydown", "touchstart"] as const;

interface Props {
  store: string;
  /** Called when the person ended the session, here or by logging out of the control panel. */
  onEnd: (problem: ApiProblem) => void;
}

/** Keeps session and control panel in step, and takes everything off the screen once the person has left. Shows nothing. */
export function PanelSync({ store, onEnd }: Props) {
  const { SESSION_ENDED } = useWords(englishStates);
  const { mutate } = useSWRConfig();
  const pathname = usePathname();
  const channel = useRef<PanelChannel | null>(null);
  const wentBack = useRef(false);

  useEffect(
    () =>
      watchSessionEnd(() => {
        // Without its data no screen has anything left to show, to whoever comes next.
        void mutate(() => true, undefined, { revalidate: false });
        const { title, text: detail } = SESSION_ENDED;
        onEnd(new ApiProblem({ title, detail, status: 401, code: PROBLEM_CODES.sessionEnded }));
      }),
    [mutate, onEnd, SESSION_ENDED],
  );

  useEffect(() => {
    const panel = window.parent;
    if (panel === window) return;
    const opened = new PanelChannel({
      post: (line, targetOrigin) => panel.postMessage(line, targetOrigin),
      isAllowed: (origin) => allowsFraming(allowedSources(), origin),
      onLogout: () => void leave(store),
    });
    channel.current = opened;
    const hear = (event: MessageEvent<unknown>) => {
      if (event.source === panel) opened.receive(event);
    };
    const notice = (event: Event) => opened.noticeActivity(event.timeStamp);
    const goBack = () => (wentBack.current = true);
    window.addEventListener("message", hear);
    window.addEventListener("popstate", goBack);
    for (const name of ACTIVITIES) document.addEventListener(name, notice, { passive: true });
    opened.open();
    return () => {
      channel.current = null;
      window.removeEventListener("message", hear);
      window.removeEventListener("popstate", goBack);
      for (const name of ACTIVITIES) document.removeEventListener(name, notice);
    };
  }, [store]);

  const isFirst = useRef(true);
  useEffect(() => {
    const type = isFirst.current ? "normal" : wentBack.current ? "popState" : "pushState";
    isFirst.current = false;
    wentBack.current = false;
    channel.current?.showPage(`${window.location.origin}${pathname}`, type);
  }, [pathname]);
  return null;
}

/** Who may frame this page: the very sources that its policy names, which no script can read there. */
function allowedSources(): string {
  return document.querySelector<HTMLMetaElement>("meta[name='frame-ancestors']")?.content ?? "";
}
