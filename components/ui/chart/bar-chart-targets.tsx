"use client";

import NextLink from "next/link";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import styled from "styled-components";
import { nextPlace, stackOf, type Bar, type Place, type Scales } from "./bar-chart-places.ts";

/** A part is at least so high for a pointer, in pixels, however little it is of its bar. */
const PART_HEIGHT_MIN = 6;

const Column = styled.div`
  bottom: 0;
  position: absolute;
  top: 0;
  &:hover {
    background: ${({ theme }) => theme.colors.primary}14;
  }
`;

const Whole = styled(NextLink)`
  bottom: 0;
  position: absolute;
  top: 0;
  &:hover,
  &:focus {
    background: ${({ theme }) => theme.colors.primary}14;
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary};
    outline-offset: -2px;
  }
`;

const Part = styled(NextLink)`
  position: absolute;
  &:hover,
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.secondary70};
  }
`;

interface BarTargetsProps {
  /** Names the links as a group. */
  name: string;
  bars: readonly Bar[];
  scales: Scales;
  place: Place | null;
  onPlace: (place: Place | null) => void;
}

/**
 * Links over the bars. One of them is in the order of Tab, the newest at first; Left and Right go to the next bars, Home and
 * End to the first and the last, Up and Down into the parts of one. Parts are there while their bar is pointed at.
 */
export function BarTargets({ name, bars, scales, place, onPlace }: BarTargetsProps) {
  const group = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Place | null>(null);
  const isToFocus = useRef(false);
  useEffect(() => {
    if (!isToFocus.current) return;
    isToFocus.current = false;
    group.current?.querySelector<HTMLElement>("a[tabindex='0']")?.focus();
  }, [at]);

  const linked = bars.filter(({ href }) => href !== null);
  const here = linked.find(({ id }) => id === at?.id) ?? linked.at(-1);
  const { x, y } = scales;
  const across = ({ id }: Bar) => ({
    left: (x(id) ?? 0) - (x.step() - x.bandwidth()) / 2,
    width: x.step(),
  });

  const move = (event: KeyboardEvent) => {
    if (!here || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextPlace(event.key, linked, {
      id: here.id,
      part: at?.id === here.id ? at.part : undefined,
    });
    if (!next) return;
    event.preventDefault();
    isToFocus.current = true;
    setAt(next);
  };
  const settle = (next: Place) => {
    setAt(next);
    onPlace(next);
  };

  if (linked.length === 0) {
    return bars.map((bar) => (
      <Column
        key={bar.id}
        onPointerEnter={() => onPlace({ id: bar.id })}
        onPointerLeave={() => onPlace(null)}
        style={across(bar)}
      />
    ));
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the links in it take the keys
    <div
      aria-label={name}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || onPlace(null)}
      onKeyDown={move}
      onPointerLeave={() => onPlace(null)}
      ref={group}
      role="group"
    >
      {bars.map((bar) =>
        bar.href === null ? (
          <Column key={bar.id} onPointerEnter={() => onPlace({ id: bar.id })} style={across(bar)} />
        ) : (
          <Whole
            key={bar.id}
            aria-label={bar.text}
            href={bar.href}
            onFocus={() => settle({ id: bar.id })}
            onPointerEnter={() => onPlace({ id: bar.id })}
            prefetch={false}
            style={across(bar)}
            tabIndex={bar === here && (at?.id !== bar.id || at.part === undefined) ? 0 : -1}
          />
        ),
      )}
      {bars
        .filter(({ id }) => id === place?.id || id === at?.id)
        .flatMap((bar) =>
          stackOf(bar, y).map(({ place: part, top, bottom }) => {
            const leads = bar.parts?.[part];
            if (!leads) return null;
            return (
              <Part
                key={`${bar.id} ${part}`}
                aria-label={leads.text}
                href={leads.href}
                onFocus={() => settle({ id: bar.id, part })}
                onPointerEnter={() => onPlace({ id: bar.id, part })}
                prefetch={false}
                style={{
                  height: Math.max(PART_HEIGHT_MIN, bottom - top),
                  left: x(bar.id) ?? 0,
                  top: Math.min(top, bottom - PART_HEIGHT_MIN),
                  width: x.bandwidth(),
                }}
                tabIndex={bar === here && at?.id === bar.id && at.part === part ? 0 : -1}
              />
            );
          }),
        )}
    </div>
  );
}
