import type { ChangeQuery } from '../../query/changeQuery';
import { parseDuration } from '../../query/duration';
import { isAdditive, type Measure } from '../../query/measure';
import type { TimeRange } from '../../query/time';
import type { Notice } from '../../sources/Notice';
import type { MeasurePlan } from '../../sources/Measures';
import type { Source } from '../../sources/Source';
import { describeTime } from '../describeTime';
import { withCalls } from '../volume/callsOf';
import type { PastWindows } from '../volume/pastWindows';
import { UnsureWindows } from '../volume/UnsureWindows';
import { VolumeValues } from '../volume/VolumeValues';
import type { NumberSeries } from './ChangeSeries';

/** Of the last window so much may lack behind the last row: more, and it is taken for a part of a window. */
const LACKING = 0.1;

export interface SeriesSet {
  readonly series: readonly NumberSeries[];
  readonly notices: readonly Notice[];
  readonly warned?: boolean;
}

export function planSeries(
  query: ChangeQuery & { measures: readonly Measure[] },
  source: Source,
  windows: readonly TimeRange[]
) {
  const { current: selection, segmentBy, minimumCoverage } = query;
  const measures = withCalls(query.measures);
  const asked = query.measures.map(({ name }) => name);
  const plan = source.planMeasures({ selection, measures: measures.all, segmentBy, windows, minimumCoverage, asked });
  return { measures, plan };
}

/**
 * The numbers of each measure and segment, as the kind `volume` reads them. A window that is not what it seems has none:
 * one that the place doubts, one before the first row or behind the last, and the last one where rows end within it.
 */
export async function measureSeries(
  query: ChangeQuery & { measures: readonly Measure[] },
  {
    source,
    windows,
    signal,
  }: { readonly source: Source; readonly windows: readonly TimeRange[]; readonly signal?: AbortSignal }
): Promise<SeriesSet> {
  const { measures, plan }: { measures: ReturnType<typeof withCalls>; plan: MeasurePlan } = planSeries(
    query,
    source,
    windows
  );
  const set = await plan.execute({ signal });
  const isOfRows = query.measures.some(({ expr }) => expr === undefined);
  const bounds = isOfRows ? await source.timeBounds(query.current, { signal }) : null;
  const values = new VolumeValues(set, windows, bounds, measures);
  // No window is compared with another: what is in doubt is said for each once.
  const places: PastWindows = {
    all: windows,
    of: windows.map((window, k) => ({ window, current: k, past: [k] })),
    description: '',
  };
  const unsure = new UnsureWindows(set, places);
  const last = windows[windows.length - 1];
  const length = parseDuration(query.window);
  const isPart = bounds !== null && bounds.to > last.from && last.to - bounds.to > LACKING * (last.to - last.from);
  const additive = query.measures.filter((measure) => measure.expr === undefined && isAdditive(measure));
  const series = query.measures.flatMap((measure) =>
    values.segments.map((segment): NumberSeries => ({
      feature: measure.name,
      figure: '',
      segment,
      together: 1,
      values: windows.map((window, k) => {
        const isLeftOut = isPart && k === windows.length - 1 && additive.includes(measure);
        return isLeftOut || unsure.reason(measure, k, segment) !== undefined
          ? null
          : finite(values.scaled(measure, k, { from: window.from, to: window.from + length }, segment));
      }),
    }))
  );
  const ends =
    bounds !== null && bounds.to <= last.from
      ? [`There are no rows after ${describeTime(bounds.to)}: later windows have no value.`]
      : [];
  const part =
    isPart && additive.length > 0
      ? [`The last window is left out of counts and sums: its rows end at ${describeTime(bounds.to)}.`]
      : [];
  const notices = unsure.notices.map((notice) => notice.replace(/ past window/, ' window'));
  return { series, notices: [...set.notices, ...notices, ...ends, ...part], warned: set.warned };
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
