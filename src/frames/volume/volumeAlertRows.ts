import type { VolumeResult } from '../../evaluate/Result';
import { describeVolume } from '../../verdict/volume/describeVolume';
import { abnormalSince } from '../alert/abnormalSince';
import type { AlertRow } from '../alert/AlertRow';
import { sinceDetails } from '../alert/sinceDetails';
import { seriesName } from '../seriesOf';
import { volumeSegmentLabels } from './volumeSegments';
import { volumeSeries, type VolumeSeries } from './volumeSeries';

/** A row for each measure and segment, of the newest window. */
export function volumeAlertRows({ verdicts, baseline }: VolumeResult): AlertRow[] {
  return volumeSeries(verdicts).map((series) => rowOf(series, baseline.description));
}

function rowOf(series: VolumeSeries, baseline: string): AlertRow {
  const { verdicts } = series;
  const last = verdicts[verdicts.length - 1];
  const since = abnormalSince(verdicts);
  return {
    name: seriesName(series),
    labels: { feature: series.feature, ...volumeSegmentLabels(series.segment) },
    severity: last.severity,
    score: last.score,
    since: since.since,
    details: {
      verdict: last.verdict,
      reason: describeVolume(last),
      next_step: '',
      baseline,
      ...sinceDetails(since),
      from: String(last.window.from),
      to: String(last.window.to),
    },
  };
}
