import type { FieldLike, FrameLike } from '../FrameLike';
import type { ResultMeta } from '../ResultMeta';
import { segmentFields } from '../segmentFields';
import { readMeta } from '../readMeta';
import type { DriftColumnName } from './driftColumns';
import type { DriftRow } from './DriftRow';

/** A drift table as a panel works on it. */
export interface DriftTable {
  readonly rows: readonly DriftRow[];
  readonly meta: ResultMeta;
}

const REQUIRED: readonly DriftColumnName[] = ['time', 'feature', 'verdict', 'severity'];

/**
 * The rows of all drift tables among the frames; null where there is none. The meta is that of the first. A table that a
 * transformation has joined from several has each column more than once: it is none.
 */
export function readDrift(frames: readonly FrameLike[]): DriftTable | null {
  const tables = frames.filter(isDriftTable);
  if (tables.length === 0) {
    return null;
  }
  return { rows: tables.flatMap(readRows), meta: readMeta(tables[0]) };
}

function isDriftTable({ fields }: FrameLike): boolean {
  return REQUIRED.every((name) => fields.filter((field) => field.name === name).length === 1);
}

/** Whether a frame holds verdicts that can't be read, since a transformation took columns of theirs, or doubled them. */
export function isTornDrift({ fields }: FrameLike): boolean {
  return !isDriftTable({ fields }) && fields.some(({ name }) => /^(.* · )?(verdict|severity)\b/.test(name));
}

const NO_SEGMENT: DriftRow['segment'] = {};

/** Rows are written as literals: tables have tens of thousands, and objects of one shape are built many times faster. */
function readRows(frame: FrameLike): DriftRow[] {
  const field = (name: string): FieldLike | undefined => frame.fields.find((candidate) => candidate.name === name);
  const column = <Name extends DriftColumnName>(name: Name): Column<DriftRow[Name]> =>
    (field(name)?.values ?? []) as Column<DriftRow[Name]>;
  const segments = segmentFields(frame).map(({ name, column: own }) => ({ name, values: field(own)?.values }));
  const length = field('feature')?.values.length ?? 0;
  const time = column('time');
  const time_end = column('time_end');
  const feature = column('feature');
  const type = column('type');
  const test = column('test');
  const statistic = column('statistic');
  const statistic_low = column('statistic_low');
  const statistic_high = column('statistic_high');
  const p_value = column('p_value');
  const p_value_low = column('p_value_low');
  const p_value_high = column('p_value_high');
  const p_adjusted = column('p_adjusted');
  const effect = column('effect');
  const effect_size = column('effect_size');
  const effect_expected = column('effect_expected');
  const threshold = column('threshold');
  const n_baseline = column('n_baseline');
  const n_current = column('n_current');
  const smallest_detectable = column('smallest_detectable');
  const score = field('score') === undefined ? undefined : column('score');
  const score_limit = column('score_limit');
  const score_usual_low = column('score_usual_low');
  const score_usual_high = column('score_usual_high');
  const verdict = column('verdict');
  const severity = column('severity');
  const reason = column('reason');
  const deciding = column('deciding');
  const method = column('method');
  return Array.from({ length }, (_, index) => ({
    time: orNull(time, index),
    time_end: orNull(time_end, index),
    feature: feature[index],
    type: type[index],
    segment: segments.length === 0 ? NO_SEGMENT : readSegment(segments, index),
    test: test[index],
    statistic: orNull(statistic, index),
    statistic_low: orNull(statistic_low, index),
    statistic_high: orNull(statistic_high, index),
    p_value: orNull(p_value, index),
    p_value_low: orNull(p_value_low, index),
    p_value_high: orNull(p_value_high, index),
    p_adjusted: orNull(p_adjusted, index),
    effect: effect[index],
    effect_size: orNull(effect_size, index),
    effect_expected: orNull(effect_expected, index),
    threshold: threshold[index],
    n_baseline: n_baseline[index],
    n_current: n_current[index],
    smallest_detectable: orNull(smallest_detectable, index),
    ...(score !== undefined && {
      score: orNull(score, index),
      score_limit: orNull(score_limit, index),
      score_usual_low: orNull(score_usual_low, index),
      score_usual_high: orNull(score_usual_high, index),
    }),
    verdict: verdict[index],
    severity: orNull(severity, index),
    reason: reason[index],
    deciding: deciding[index] ?? true,
    method: orNull(method, index),
  }));
}

type Column<Value> = ArrayLike<Value>;

function orNull<Value>(values: Column<Value>, index: number): Value | null {
  return values[index] ?? null;
}

function readSegment(
  segments: ReadonlyArray<{ readonly name: string; readonly values?: ArrayLike<unknown> }>,
  index: number
): DriftRow['segment'] {
  const segment: Record<string, string> = {};
  for (const { name, values } of segments) {
    const value = values?.[index];
    if (value != null) {
      segment[name] = String(value);
    }
  }
  return segment;
}
