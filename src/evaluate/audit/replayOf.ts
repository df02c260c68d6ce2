import type { Mark } from '../../query/marks/mark';
import { episodesOf } from '../../statistics/time/episodes';
import { describeReason } from '../../verdict/describeReason';
import type { FeatureVerdict } from '../../verdict/Verdict';
import type { WindowedVerdict } from '../Result';
import type { Fired, Replay } from './AuditResult';
import { type Episode, precisionOf } from './precisionOf';
import { gapOf, type Look, rateOf, type RateTerms } from './rateOf';

/** What a rule over these verdicts would have done, window by window. */
export function replayOf(verdicts: readonly WindowedVerdict[], terms: RateTerms, marks: readonly Mark[] = []): Replay {
  const byWindow = new Map<number, WindowedVerdict[]>();
  for (const verdict of verdicts) {
    const at = verdict.window?.from ?? 0;
    byWindow.set(at, [...(byWindow.get(at) ?? []), verdict]);
  }
  const windows = [...byWindow].sort(([a], [b]) => a - b).map(([, own]) => own);
  const looks = windows.map(lookOf);
  const episodes = episodesOf(
    looks.map((look) => look === 'alarm'),
    gapOf(terms.windowDays)
  );
  const fired = episodes.map(({ start, end, alarms }): Fired => {
    const drifted = windows[start].filter(({ verdict }) => verdict === 'drift').sort((a, b) => weight(b) - weight(a));
    const [first] = drifted;
    return {
      from: first.window?.from ?? 0,
      to: windows[end][0].window?.to ?? 0,
      alarms,
      feature: first.comparison.feature,
      segment: first.comparison.segment,
      reason: describeReason(first),
      others: drifted.length - 1,
    };
  });
  const marked = episodes.map(({ start, end }): Episode => {
    const own = windows.slice(start, end + 1).flat();
    const drifted = own.filter(({ verdict }) => verdict === 'drift').map(({ comparison }) => comparison);
    return { range: { from: own[0].window?.from ?? 0, to: windows[end][0].window?.to ?? 0 }, drifted };
  });
  return { ...rateOf([looks], terms), fired, marked: precisionOf(marked, marks) };
}

/** A look is undecided where none of its features could have alarmed, whatever its values. */
export function lookOf(verdicts: ReadonlyArray<Pick<FeatureVerdict, 'verdict' | 'pAdjusted' | 'overTime'>>): Look {
  if (verdicts.some(({ verdict }) => verdict === 'drift')) {
    return 'alarm';
  }
  return verdicts.some(couldAlarm) ? 'quiet' : 'undecided';
}

/** Also without a verdict for lack of power: a larger change would have been told. */
function couldAlarm({ pAdjusted, overTime }: Pick<FeatureVerdict, 'pAdjusted' | 'overTime'>): boolean {
  return overTime === undefined ? pAdjusted !== null : overTime.score !== null && overTime.limit !== null;
}

function weight({ effectSize, threshold }: WindowedVerdict): number {
  return (effectSize ?? 0) / threshold;
}
