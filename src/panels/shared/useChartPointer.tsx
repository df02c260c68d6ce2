import React, { type FocusEvent, type KeyboardEvent, type MouseEvent, useState } from 'react';
import { PanelTooltip } from './PanelTooltip';

interface Settings<Entry> {
  title: string;
  entries: readonly Entry[];
  /** What a screen reader says of an entry. */
  describe: (entry: Entry) => string;
  tooltip: (entry: Entry) => React.ReactNode;
  /** The entry at a place in the chart, in pixels; −1 for none. */
  find: (x: number, y: number) => number;
  /** Where in the chart the tooltip stands when the keyboard is used. */
  place: (entry: Entry, index: number) => { x: number; y: number };
}

interface Pointed {
  readonly index: number;
  readonly position: { x: number; y: number };
}

/** One bar or bin at a time, by pointer or arrow keys: to assistive technology the chart is a slider over its entries. */
export function useChartPointer<Entry>({ title, entries, describe, tooltip, find, place }: Settings<Entry>) {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [reached, setReached] = useState(0);
  const index = pointed !== null && pointed.index < entries.length ? pointed.index : null;
  const current = Math.min(index ?? reached, entries.length - 1);

  const goTo = (element: Element, wanted: number) => {
    const next = Math.min(Math.max(wanted, 0), entries.length - 1);
    if (next >= 0) {
      const box = element.getBoundingClientRect();
      const at = place(entries[next], next);
      setReached(next);
      setPointed({ index: next, position: { x: box.left + at.x, y: box.top + at.y } });
    }
  };
  const handlers = {
    role: 'slider',
    tabIndex: 0,
    'aria-label': title,
    'aria-valuemin': 0,
    'aria-valuemax': Math.max(0, entries.length - 1),
    'aria-valuenow': Math.max(0, current),
    'aria-valuetext': entries[current] === undefined ? 'empty' : describe(entries[current]),
    onMouseMove: (event: MouseEvent) => {
      const box = event.currentTarget.getBoundingClientRect();
      const found = find(event.clientX - box.left, event.clientY - box.top);
      setPointed(found < 0 ? null : { index: found, position: { x: event.clientX, y: event.clientY } });
    },
    onMouseLeave: () => setPointed(null),
    onBlur: (_: FocusEvent) => setPointed(null),
    onKeyDown: (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      if (step !== undefined) {
        event.preventDefault();
        goTo(event.currentTarget, index === null && Math.abs(step) === 1 ? reached : current + step);
      } else if (event.key === 'Escape') {
        setPointed(null);
      }
    },
  };
  return {
    index,
    handlers,
    tooltip: pointed !== null && index !== null && (
      <PanelTooltip position={pointed.position}>{tooltip(entries[index])}</PanelTooltip>
    ),
  };
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};
