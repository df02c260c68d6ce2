import type { BaselineDraft } from '../../ModelwatchQuery';
import { t } from '../../text';

type TimedBaseline = Extract<BaselineDraft, { kind: 'previous' | 'seasonal' }>;

export interface Comparison {
  readonly value: string;
  readonly label: string;
  readonly description: string;
  readonly baseline: TimedBaseline;
}

/** What numbers over time are usually compared with; each is a baseline with its fields filled in. */
export function comparisons(): Comparison[] {
  return [
    {
      value: 'yesterday',
      label: t('baseline.yesterday', 'Yesterday'),
      description: t('baseline.yesterdayIs', 'Same time one day earlier'),
      baseline: { kind: 'previous', offset: '1d' },
    },
    {
      value: 'lastWeek',
      label: t('baseline.lastWeek', 'Last week'),
      description: t('baseline.lastWeekIs', 'Same time one week earlier'),
      baseline: { kind: 'previous', offset: '7d' },
    },
    {
      value: 'weeks',
      label: t('baseline.weeks', 'Median of weeks'),
      description: t('baseline.weeksIs', 'Median of the same time in the last four weeks'),
      baseline: { kind: 'seasonal', period: '1w', count: 4 },
    },
    {
      value: 'days',
      label: t('baseline.days', 'Median of days'),
      description: t('baseline.daysIs', 'Median of the same time of day on the last seven days'),
      baseline: { kind: 'seasonal', period: '1d', count: 7 },
    },
  ];
}

/** Which of them a baseline is; undefined where it is one of its own. */
export function comparisonOf(baseline: BaselineDraft): Comparison | undefined {
  return comparisons().find(({ baseline: usual }) => keyOf(usual) === keyOf(baseline));
}

function keyOf(baseline: BaselineDraft): string {
  switch (baseline.kind) {
    case 'previous':
      return baseline.offset === '1w' ? 'previous 7d' : `previous ${baseline.offset}`;
    case 'seasonal':
      return `seasonal ${baseline.period ?? '1w'} ${baseline.count ?? 4}`;
    default:
      return baseline.kind;
  }
}
