import type { Selection } from '../../query/selection';
import type { TimeRange } from '../../query/time';
import type { Resources } from '../resources';
import { t } from '../text';
import { dataTimes } from './dataTimes';
import type { VariableValue } from './listVariableValues';
import { newestPart } from './timeWithData';

/** What a dashboard says of its time range: that it has none of the data, or the newest of them; else nothing. */
export async function noteOnTime(
  selection: Selection = {},
  range: TimeRange | null,
  resources: Resources
): Promise<VariableValue[]> {
  const times = range && (await dataTimes(selection, resources));
  if (range === null || times === null) {
    return [noted('')];
  }
  const { bounds } = times;
  if (await times.lacks(range)) {
    return [noted(bounds === null ? noSeries() : noRows(bounds))];
  }
  const newest = bounds && newestPart(bounds);
  return [noted(newest?.from === range.from && newest.to === range.to ? newestData(range) : '')];
}

function noted(text: string): VariableValue {
  return { text, value: text };
}

function noSeries(): string {
  return t('note.noSeries', '**No series in this time range.** The link _Time with data_ selects the last 7 days.');
}

function noRows({ from, to }: TimeRange): string {
  return t(
    'note.noRows',
    '**No rows in this time range.** The selected data runs from {{from}} to {{to}}: use the link _Time with data_.',
    { from: written(from), to: written(to) }
  );
}

function newestData({ from, to }: TimeRange): string {
  return t('note.newest', '**Newest data:** {{from}} to {{to}}, with the data before it as the baseline.', {
    from: written(from),
    to: written(to),
  });
}

/** `2013-07-03 14:00 UTC` */
function written(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
