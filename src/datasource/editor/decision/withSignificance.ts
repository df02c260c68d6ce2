import type { Significance } from '../../../query/driftDecision';
import type { QueryDraft } from '../../ModelwatchQuery';
import { withDecision } from './withDecision';

/** An alert rule looks again and again, a panel over time at many windows, everything else once. */
export function recommendedSignificance({ format, window = 'range' }: QueryDraft): Significance {
  return format === 'alert' ? 'sequential' : window === 'range' ? 'iid' : 'calibrated';
}

/**
 * A draft with another significance method. What that can't do without is set where it is missing: windows of a duration,
 * and a baseline of several seasons. Keys that belong to another method are left out.
 */
export function withSignificance(draft: QueryDraft, significance: Significance): QueryDraft {
  const { falseAlarmEvery, calibration, exclude, marks } = draft.decision ?? {};
  const changed = withDecision(draft, {
    significance: significance === 'iid' ? undefined : significance,
    falseAlarmEvery: significance === 'sequential' ? falseAlarmEvery : undefined,
    calibration: significance === 'iid' ? undefined : calibration,
    exclude: significance === 'iid' ? undefined : exclude,
    marks: significance === 'iid' ? undefined : marks,
  });
  if (significance === 'iid') {
    return changed;
  }
  const { cluster: _, ...rest } = changed;
  const kind = draft.baseline?.kind;
  const hasSeasons = kind === 'seasonal' || kind === 'window' || kind === 'selection';
  return {
    ...rest,
    window: (draft.window ?? 'range') === 'range' ? '1h' : draft.window,
    baseline: hasSeasons ? draft.baseline : { kind: 'seasonal', period: '1w', count: 4 },
    tests: 'auto',
  };
}
