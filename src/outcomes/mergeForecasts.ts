import { mergeErrors } from './mergeErrors';
import type { Bounded, ErrorSums } from './ErrorSums';
import type { ForecastSums, IntervalSums, NaiveSums, ScaledSums } from './ForecastSums';

/** Of several sets of rows as that of all; what one of them doesn't tell, the whole doesn't either. */
export function mergeForecasts(parts: readonly ForecastSums[]): ForecastSums {
  const quantiles = known(parts.map((part) => part.quantiles));
  const pinball = known(parts.map((part) => part.pinball));
  const interval = known(parts.map((part) => part.interval));
  const naive = known(parts.map((part) => part.naive));
  const scaled = known(parts.map((part) => part.scaled));
  return {
    ...(quantiles && { quantiles: mergeColumns(quantiles) }),
    ...(pinball && { pinball: pinball.reduce((a, b) => ({ rows: a.rows + b.rows, sum: a.sum + b.sum })) }),
    ...(interval && { interval: interval.reduce(addIntervals) }),
    ...(naive && { naive: naive.reduce(addNaive) }),
    ...(scaled && { scaled: scaled.reduce(addScaled) }),
  };
}

function known<T>(values: ReadonlyArray<T | undefined>): T[] | null {
  const given = values.filter((value): value is T => value !== undefined);
  return given.length > 0 && given.length === values.length ? given : null;
}

function mergeColumns(parts: ReadonlyArray<ReadonlyMap<string, ErrorSums>>): Map<string, ErrorSums> {
  const columns = new Set(parts.flatMap((part) => [...part.keys()]));
  return new Map(
    [...columns].map((column) => {
      const own = parts.map((part) => part.get(column)).filter((one) => one !== undefined);
      return [column, mergeErrors(own)];
    })
  );
}

function addIntervals(a: IntervalSums, b: IntervalSums): IntervalSums {
  return {
    rows: a.rows + b.rows,
    inside: a.inside + b.inside,
    ...(a.width !== undefined && b.width !== undefined && { width: a.width + b.width }),
    ...(a.squares !== undefined && b.squares !== undefined && { squares: a.squares + b.squares }),
  };
}

function addNaive(a: NaiveSums, b: NaiveSums): NaiveSums {
  const add = (x: Bounded, y: Bounded) => ({ low: x.low + y.low, high: x.high + y.high });
  return {
    rows: a.rows + b.rows,
    model: add(a.model, b.model),
    naive: add(a.naive, b.naive),
    without: a.without + b.without,
  };
}

function addScaled(a: ScaledSums, b: ScaledSums): ScaledSums {
  return {
    rows: a.rows + b.rows,
    sum: a.sum + b.sum,
    squares: a.squares + b.squares,
    short: a.short + b.short,
    constant: a.constant + b.constant,
  };
}
