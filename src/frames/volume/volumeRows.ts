import type { VolumeResult, WindowedVolume } from '../../evaluate/Result';
import { describeVolume } from '../../verdict/volume/describeVolume';
import { segmentKey } from '../compareByImportance';
import type { VolumeRow } from './VolumeRow';

/** The rows of a volume result: the worst first, then the furthest off, then by name and time. */
export function volumeRows({ verdicts }: Pick<VolumeResult, 'verdicts'>): VolumeRow[] {
  return [...verdicts].sort(compare).map((verdict) => ({
    time: verdict.window.from,
    time_end: verdict.window.to,
    feature: verdict.measure,
    segment: verdict.segment,
    value: verdict.value,
    expected: verdict.expected,
    low: verdict.low,
    high: verdict.high,
    deviation: verdict.deviation,
    z: verdict.z,
    spread: verdict.spread,
    n_baseline: verdict.past,
    score: verdict.score,
    verdict: verdict.verdict,
    severity: verdict.severity,
    reason: describeVolume(verdict),
  }));
}

function compare(a: WindowedVolume, b: WindowedVolume): number {
  const [first, second] = [a, b].map(({ measure, segment }) => `${measure}\0${segmentKey(segment)}`);
  return (
    (b.severity ?? -1) - (a.severity ?? -1) ||
    (b.score ?? -1) - (a.score ?? -1) ||
    (first < second ? -1 : Number(first > second)) ||
    a.window.from - b.window.from
  );
}
