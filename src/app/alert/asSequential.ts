import { isDuration, parseDuration } from '../../query/duration';
import { isTimeExpression, parseTime } from '../../query/time';
import type { StoredQuery } from './alertDraft';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const SEASONAL = { kind: 'seasonal', period: '1w', count: 4 };
/** Fewer weeks of a fixed baseline tell too little of how much windows vary: every window would lack a verdict. */
const FEWEST_WEEKS = 3;

/** Keys of a drift query that say how it decides, as stored. */
export interface DriftDraft extends StoredQuery {
  readonly baseline?: {
    readonly kind?: string;
    readonly from?: string;
    readonly to?: string;
    readonly timeField?: string;
    readonly period?: string;
    readonly exclude?: unknown;
  };
  readonly tests?: unknown;
  readonly cluster?: string;
  readonly decision?: { readonly significance?: string; readonly correction?: string };
}

/**
 * A drift query as a rule asks it that looks again and again: with a promised rate of false alarms. One that can't be asked
 * so stays as it is: data or a baseline without times, a fixed baseline of less than three weeks, rows in clusters, windows
 * that do not fit into a week. A baseline of one earlier window becomes the same time of four weeks, since one window does
 * not tell how much windows vary.
 */
export function asSequential<Draft extends DriftDraft>(draft: Draft, shown: number): Draft {
  const window = isDuration(draft.window ?? 'range') ? draft.window! : shown < 2 * DAY_MS ? '1h' : '1d';
  if (!canBeSequential(draft) || WEEK_MS % parseDuration(window) !== 0) {
    return draft;
  }
  const { correction: _, ...kept } = draft.decision ?? {};
  return {
    ...draft,
    window,
    baseline: tellsVariation(draft.baseline) ? draft.baseline : { ...SEASONAL, ...excluded(draft.baseline) },
    tests: 'auto',
    decision: { ...kept, significance: 'sequential', falseAlarmEvery: '90d' },
  };
}

function canBeSequential({ kind, current, baseline, decision, cluster }: DriftDraft): boolean {
  const isDecided = (decision?.significance ?? 'iid') !== 'iid';
  return kind === 'drift' && !isDecided && cluster === undefined && hasWeeks(baseline) && hasTimes(current);
}

/** Whether a baseline other than one before each window has times, and enough of them. */
function hasWeeks(baseline: DriftDraft['baseline']): boolean {
  switch (baseline?.kind) {
    case 'profile':
    case 'model':
      return false;
    case 'window':
    case 'selection': {
      const { from, to = 'now' } = baseline;
      const now = Date.now();
      return (
        from !== undefined &&
        [from, to].every(isTimeExpression) &&
        parseTime(to, now) - parseTime(from, now) >= FEWEST_WEEKS * WEEK_MS
      );
    }
    default:
      return true;
  }
}

/** What another season left out is left out of this one as well. */
function excluded({ kind, exclude }: DriftDraft['baseline'] = {}) {
  return kind === 'seasonal' && exclude !== undefined ? { exclude } : {};
}

/** Several past windows at the same place of the week. */
function tellsVariation(baseline: DriftDraft['baseline']): boolean {
  const { kind, period = '1w' } = baseline ?? {};
  return kind === 'window' || kind === 'selection' || (kind === 'seasonal' && period === '1w');
}

/** Prometheus has times by itself. */
function hasTimes(current: StoredQuery['current']): boolean {
  return (
    current?.timeField !== undefined ||
    current?.matchers !== undefined ||
    current?.features?.some(({ metric, expr }) => metric !== undefined || expr !== undefined) === true
  );
}
