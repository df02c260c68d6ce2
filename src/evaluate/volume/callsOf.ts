import type { Measure } from '../../query/measure';

/** Measures that are asked for beside the query's own, to tell of how many calls those are. */
export interface AskedMeasures {
  readonly all: readonly Measure[];
  /** By a measure's name that of the one that counts its calls. */
  readonly callsBy: ReadonlyMap<string, string>;
}

/** The query's measures, and for each that is no count the number of its calls, once for all that have the same. */
export function withCalls(measures: readonly Measure[]): AskedMeasures {
  const added = new Map<string, Measure>();
  const callsBy = new Map<string, string>();
  for (const measure of measures) {
    const calls = callsMeasure(measure, measures);
    if (calls === null) {
      continue;
    }
    const key = JSON.stringify([calls.expr, calls.field, calls.query]);
    const known = measures.includes(calls)
      ? calls
      : (added.get(key) ?? { ...calls, name: freeName(measure, measures) });
    if (!measures.includes(known)) {
      added.set(key, known);
    }
    callsBy.set(measure.name, known.name);
  }
  return { all: [...measures, ...added.values()], callsBy };
}

function freeName({ name }: Measure, measures: readonly Measure[]): string {
  const asked = `calls of ${name}`;
  return measures.some((other) => other.name === asked) ? freeName({ name: asked }, measures) : asked;
}

function callsMeasure(measure: Measure, measures: readonly Measure[]): Measure | null {
  const { aggregate, field, query, expr, of } = measure;
  const named = measures.find(({ name }) => name === of);
  if (named !== undefined) {
    return named;
  }
  if (expr !== undefined) {
    return of === undefined ? null : { name: '', expr: of };
  }
  // Texts and times have extremes too; of rows without a value no figure is.
  return aggregate === undefined || aggregate === 'count' ? null : { name: '', aggregate: 'count', field, query };
}
