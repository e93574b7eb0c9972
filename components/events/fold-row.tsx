"use client";

import { Checkbox } from "@bigcommerce/big-design";
import { ExpandLessIcon, ExpandMoreIcon } from "@bigcommerce/big-design-icons";
import { memo } from "react";
import { useTechnicalDetails } from "#components/shell/store-context.tsx";
import { useSelection } from "#components/ui/table/selection.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { EventFold } from "#lib/client/log/fold-events.ts";
import { EventBadges } from "./event-badges.tsx";
import { AboutButton, EventLink, EventRow } from "./event-row.tsx";
import { EventTime } from "./event-time.tsx";
import { Code, FoldButton, Line } from "./parts.tsx";

interface FoldRowProps {
  fold: EventFold;
  /** Whether its events are shown one by one. */
  isUnfolded: boolean;
  /** The open event, if it is one of these. */
  openId: string | null;
  onFold: (key: string) => void;
  onOpen: (id: string) => void;
  onAbout: (resource: string) => void;
}

/** What one action made: one row that says it best, and the others behind a button. */
export const FoldRow = memo(function FoldRow(props: FoldRowProps) {
  const { fold, isUnfolded, openId, onFold, onOpen, onAbout } = props;
  const { EVENTS } = useWords(englishEvents);
  const isTechnical = useTechnicalDetails();
  const { key, lead, events } = fold;
  return (
    <>
      <div className="event-row" data-open={openId !== null && !isUnfolded} role="row">
        <div className="select" role="cell">
          <FoldBox fold={fold} />
        </div>
        <div className="when" role="cell">
          <EventTime event={events[0] ?? lead} />
        </div>
        <div className="event" role="cell">
          <Line>
            {isUnfolded ? (
              <span>{lead.summary}</span>
            ) : (
              <EventLink event={lead} isOpen={openId !== null} onOpen={onOpen} />
            )}
            <FoldButton aria-expanded={isUnfolded} onClick={() => onFold(key)} type="button">
              {EVENTS.events(events.length)}
              <VisuallyHidden>{lead.summary}</VisuallyHidden>
              {isUnfolded ? <ExpandLessIcon size="medium" /> : <ExpandMoreIcon size="medium" />}
            </FoldButton>
            {!isUnfolded && <EventBadges events={events} />}
          </Line>
          {isTechnical && !isUnfolded && <Code as="div">{lead.scope}</Code>}
          <div className="narrow">
            <EventTime event={events[0] ?? lead} />
          </div>
        </div>
        <div className="about" role="cell">
          <AboutButton event={lead} onAbout={onAbout} />
        </div>
      </div>
      {isUnfolded &&
        events.map((event) => (
          <EventRow
            key={event.id}
            isMember
            event={event}
            isOpen={event.id === openId}
            onAbout={onAbout}
            onOpen={onOpen}
          />
        ))}
    </>
  );
});

/** Selects all events of one action. */
function FoldBox({ fold: { lead, events } }: { fold: EventFold }) {
  const { COMMON } = useWords(englishCommon);
  const { EVENTS } = useWords(englishEvents);
  const { selected, setAll } = useSelection();
  const chosen = events.filter(({ id }) => selected.has(id)).length;
  return (
    <span style={{ position: "relative" }}>
      <Checkbox
        checked={chosen === events.length}
        hiddenLabel
        isIndeterminate={chosen > 0 && chosen < events.length}
        label={COMMON.selectNamed(`${lead.summary}, ${EVENTS.events(events.length)}`)}
        onChange={() =>
          setAll(
            events.map(({ id }) => id),
            chosen < events.length,
          )
        }
      />
    </span>
  );
}
