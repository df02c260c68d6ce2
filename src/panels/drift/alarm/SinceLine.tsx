import React, { useEffect, useState } from 'react';
import type { TimeZone } from '@grafana/schema';
import { timeFormatter, writeWindow } from '../../shared/timeWords';
import type { ChangePoint } from '../model/readChangePoint';

interface Props {
  /** Asks for the change point; null: none, undefined: it can't be asked for. */
  ask: () => Promise<ChangePoint | null | undefined>;
  timeZone: TimeZone;
  /** Called once a change point is found. */
  onFound?: (point: ChangePoint) => void;
}

type State = { readonly kind: 'asking' | 'none' | 'unasked' } | { readonly kind: 'failed'; readonly message: string };

/** Since when a feature has been different: its change point, asked for when an alarm is clicked. */
export function SinceLine({ ask, timeZone, onFound }: Props) {
  const [state, setState] = useState<State | ChangePoint>({ kind: 'asking' });
  useEffect(() => {
    let isOver = false;
    ask().then(
      (found) => {
        if (!isOver) {
          setState(found ?? { kind: found === null ? 'none' : 'unasked' });
          if (found) {
            onFound?.(found);
          }
        }
      },
      (error: unknown) => {
        if (!isOver) {
          setState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
        }
      }
    );
    return () => {
      isOver = true;
    };
    // Asked once for each alarm: the parent gives another key where another one is clicked.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return <div role="status">{inWords(state, timeZone)}</div>;
}

function inWords(state: State | ChangePoint, timeZone: TimeZone): React.ReactNode {
  switch (state.kind) {
    case 'asking':
      return 'Looking for the change point…';
    case 'none':
      return 'No change point found: the level did not change for long enough to tell since when.';
    case 'unasked':
      return null;
    case 'failed':
      return `The change point can't be found: ${state.message}`;
    default:
      return (
        <>
          <strong>Since {timeFormatter([state.time], timeZone)(state.time)}</strong>
          {`: ${state.figure === '' ? 'the level' : state.figure} changed${state.kind === 'gradual' ? ' gradually' : ''}`}
          {state.earliest !== null && state.latest !== null && state.latest > state.earliest
            ? ` (95% confidence: ${writeWindow(state.earliest, state.latest, timeZone)})`
            : ''}
          .
        </>
      );
  }
}
