import { MOST_VALUES } from '../../query/explainQuery';
import type { TimeRange } from '../../query/time';
import { SourceError } from '../../sources/SourceError';
import type { FrozenShape, RequestOptions, TypedFeature } from '../../sources/Source';
import type { BaselineSide } from '../baselineOf';
import { Cells } from '../cells';
import type { EvaluateContext } from '../EvaluateContext';
import { execute, readBaseline } from '../evaluateComparison';
import type { Place } from '../settleFeatures';

/** Fields that a store is asked about at the same time. */
const AT_ONCE = 4;

export interface AskedSlices {
  readonly fields: readonly string[];
  /** Whether the query names them, so that they may have as many values as a store tells apart. */
  readonly areNamed: boolean;
  readonly target: TypedFeature;
  readonly window: TimeRange | null;
  readonly current: Place;
  readonly baseline: Place;
  readonly side: BaselineSide;
  readonly frozen: FrozenShape | null;
  readonly minimumCoverage?: number;
}

export interface Slices {
  /** Of all fields, each by itself: a segment names one field. */
  readonly baseline: Cells;
  readonly current: Cells;
  /** Fields with too many values. */
  readonly crowded: readonly string[];
}

/** The distributions of the target by each field, on both sides: one reading for each field and side. */
export async function readSlices(asked: AskedSlices, context: EvaluateContext): Promise<Slices> {
  const isRemote = asked.current.source.takesEdges === true || asked.current.source.remote === true;
  const atOnce = isRemote ? AT_ONCE : 1;
  const found: Array<Sides | null> = [];
  for (let from = 0; from < asked.fields.length; from += atOnce) {
    context.signal?.throwIfAborted();
    const group = asked.fields.slice(from, from + atOnce);
    found.push(...(await Promise.all(group.map((field) => readField(field, asked, context)))));
  }
  const kept = found.filter((one) => one !== null);
  const together = (side: keyof Sides) =>
    new Cells({
      cells: kept.flatMap((one) => one[side].set.cells),
      notices: kept.flatMap((one) => one[side].set.notices),
      warned: kept.some((one) => one[side].set.warned === true),
    });
  return {
    baseline: together('baseline'),
    current: together('current'),
    crowded: asked.fields.filter((_, i) => found[i] === null),
  };
}

interface Sides {
  readonly baseline: Cells;
  readonly current: Cells;
}

/** Null where the field has too many values. Throws a SourceError for whatever else can't be read. */
async function readField(field: string, asked: AskedSlices, context: EvaluateContext): Promise<Sides | null> {
  const { target, window, current, baseline, side, areNamed, minimumCoverage } = asked;
  const { signal } = context;
  const options: RequestOptions = { signal };
  const frozenAt = ({ source }: Place) =>
    source.takesEdges === true && asked.frozen !== null ? new Map([[target.name, asked.frozen]]) : undefined;
  try {
    const [before, after] = await Promise.all([
      readBaseline(baseline, [target], side, [field], { ...context, last: false }, frozenAt(baseline)),
      execute(
        current.source,
        {
          ...{ selection: current.selection, features: [target], windows: [window], segmentBy: [field] },
          ...{ frozen: frozenAt(current), minimumCoverage },
        },
        options
      ),
    ]);
    const values = new Set([...before.set.cells, ...after.cells].map(({ segment }) => segment[field]));
    return !areNamed && values.size > MOST_VALUES ? null : { baseline: before, current: new Cells(after) };
  } catch (error) {
    if (error instanceof SourceError && error.options.status === 400 && /segments/.test(error.message)) {
      return null;
    }
    throw error;
  }
}
