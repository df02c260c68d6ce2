import type { ChangeQuery } from '../../query/changeQuery';
import type { TimeRange } from '../../query/time';
import { distinctNotices } from '../../sources/Notice';
import { Cells, type Segment, segmentsOf } from '../cells';
import type { EvaluateContext } from '../EvaluateContext';
import { execute } from '../evaluateComparison';
import { requireRows } from '../requireRows';
import { type Place, settleFeatures } from '../settleFeatures';
import { writtenIn } from '../writtenIn';
import type { NumberSeries } from './ChangeSeries';
import { figuresOfFeature } from './figuresOfFeature';
import type { SeriesSet } from './measureSeries';

/** How the values of each feature lie in each window and segment. Types are settled by the rows of all windows. */
export async function featureSeries(
  query: ChangeQuery,
  place: Place,
  windows: readonly TimeRange[],
  { signal, types, last }: EvaluateContext
): Promise<SeriesSet> {
  const range = { from: windows[0].from, to: windows[windows.length - 1].to };
  const settled = await settleFeatures(place, place, query.segmentBy, range, { signal, types });
  const { selection } = place;
  const { segmentBy, minimumCoverage } = query;
  const features = writtenIn(selection, settled.features);
  const set = await execute(
    place.source,
    { selection, features, windows, segmentBy, minimumCoverage },
    { signal, last }
  );
  const cells = new Cells(set);
  await requireRows('current data', cells, place, windows, { signal });
  const segments = segmentsOf([set.cells]);
  const series = settled.features.flatMap((feature) =>
    segments.flatMap((segment) => seriesOf(feature.name, segment, cells, windows, settled.refusals.get(feature.name)))
  );
  const doubts = undecidedNotices(set.cells);
  return { series, notices: distinctNotices([...settled.notices, ...set.notices, ...doubts]), warned: set.warned };
}

function seriesOf(
  feature: string,
  segment: Segment,
  cells: Cells,
  windows: readonly TimeRange[],
  refused: string | undefined
): NumberSeries[] {
  const found = windows.map((_, k) => cells.find(k, segment, { name: feature }));
  const refusal = refused ?? found.find((cell) => cell?.unreadable !== undefined)?.unreadable;
  if (refusal !== undefined) {
    return [{ feature, figure: '', segment, values: windows.map(() => null), refusal, together: 1 }];
  }
  const figures = figuresOfFeature(
    found.map((cell) => (cell?.undecided === undefined ? cell?.distribution : undefined))
  );
  return figures.length === 0
    ? [{ feature, figure: '', segment, values: windows.map(() => null), together: 1 }]
    : figures.map(({ name, values }) => ({ feature, figure: name, segment, values, together: figures.length }));
}

function undecidedNotices(cells: SeriesCells): string[] {
  const windows = new Map<string, Set<number>>();
  for (const { undecided, window } of cells) {
    if (undecided !== undefined) {
      windows.set(undecided, (windows.get(undecided) ?? new Set()).add(window));
    }
  }
  return [...windows].map(
    ([reason, of]) => `${of.size === 1 ? '1 window is' : `${of.size} windows are`} left out. ${reason}`
  );
}

type SeriesCells = Cells['set']['cells'];
