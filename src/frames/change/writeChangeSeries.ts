import type { ChangeResult, ChangeSeries } from '../../evaluate/Result';
import { formatDuration } from '../../query/duration';
import type { TimeRange } from '../../query/time';
import type { Frame } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { seriesName } from '../seriesOf';
import type { ChangeMeta } from './ChangeMeta';
import { changeLabels } from './changeSegments';
import { describeChange, describeRecurring } from './describeChange';

const LINES = ['value', 'level'] as const;
type Line = (typeof LINES)[number];

const DESCRIPTIONS: Readonly<Record<Line, string>> = {
  value: 'The value of each window; missing where there is none',
  level: 'The level between the changes, without the season',
};

/** `timeseries-multi`: two frames for each series, its values and the level that its changes make, told apart by the label `line`. */
export function writeChangeSeries({ series, windows }: ChangeResult, meta: ResultMeta): Frame[] {
  return series.flatMap((one) => LINES.map((line) => frameOf(one, line, windows, meta)));
}

function frameOf(series: ChangeSeries, line: Line, windows: readonly TimeRange[], meta: ResultMeta): Frame {
  const name = seriesName({ ...series, feature: [series.feature, series.figure].filter(Boolean).join(', ') });
  const shown = line === 'value' ? name : `${name}, level`;
  return {
    name: shown,
    meta: {
      type: 'timeseries-multi',
      typeVersion: [0, 1],
      preferredVisualisationType: 'graph',
      custom: { ...meta, ...(line === 'value' && changeMeta(series, windows)) },
    },
    fields: [
      { name: 'time', kind: 'time', values: windows.map(({ from }) => from) },
      {
        name: line,
        kind: 'number',
        values: line === 'value' ? series.values : series.levels,
        labels: { ...changeLabels(series), line },
        config: {
          displayNameFromDS: shown,
          description: DESCRIPTIONS[line],
          custom: line === 'value' ? { lineWidth: 1, fillOpacity: 0 } : { lineWidth: 2, fillOpacity: 0 },
        },
      },
    ],
  };
}

function changeMeta({ changes, recurring, undecided }: ChangeSeries, windows: readonly TimeRange[]): ChangeMeta {
  const period = recurring === null ? null : recurring.period * (windows[0].to - windows[0].from);
  const pattern =
    recurring === null || period === null ? '' : describeRecurring({ ...recurring, period: formatDuration(period) });
  return {
    kind: 'change',
    changes: changes.map((change) => ({
      kind: change.kind,
      time: change.window.from,
      until: change.kind === 'gradual' ? change.until : change.window.from,
      earliest: change.earliest,
      latest: change.latest,
      isRecent: change.isRecent,
      reason: describeChange(change),
    })),
    period,
    remark: undecided ?? pattern,
  };
}
