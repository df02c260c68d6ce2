import { type Multiplicity, multiplicityOfSorted, together } from '../distribution/multiplicity';
import type { TimeRange } from '../query/time';
import type { RepeatedRows, RequestOptions, TypedFeature } from '../sources/Source';
import { type Repeats, repeatsBeyond } from '../statistics/quality/repeats';
import type { BaselineSide } from './baselineOf';
import type { Place } from './settleFeatures';
import { writtenIn } from './writtenIn';

/** More rows on a side are not looked at one by one: that would take longer than all else. */
const MOST_ROWS = 200_000;

/** Rows of a window that repeat far more than those of its baseline: whole, or by a key. */
export interface FoundRepeats extends Repeats {
  /** Null for whole rows. */
  readonly key: string | null;
}

export interface RepeatsAsked {
  readonly baseline: Place;
  readonly side: BaselineSide;
  readonly current: Place;
  readonly windows: ReadonlyArray<TimeRange | null>;
  readonly features: readonly TypedFeature[];
  readonly keys: readonly string[];
  /** Rows of either side. */
  readonly rows: readonly [number, number];
}

/** What repeats in each of the current windows; nothing where a place can't tell or has very many rows. */
export async function rowRepeats(
  { baseline, side, current, windows, features, keys, rows }: RepeatsAsked,
  options: RequestOptions
): Promise<ReadonlyArray<readonly FoundRepeats[]>> {
  const isKnown = [baseline, current].every(({ source }) => source.countRepeats !== undefined);
  if (!isKnown || features.length + keys.length === 0 || Math.max(...rows) > MOST_ROWS) {
    return windows.map(() => []);
  }
  const ask = async ({ source, selection }: Place, times: ReadonlyArray<TimeRange | null>) =>
    (await source.countRepeats?.(
      { selection, features: writtenIn(selection, features), keys, windows: times },
      options
    )) ?? [];
  const { windows: stretches, windowOf, parts } = side;
  const before = await ask(baseline, parts?.windows ?? stretches);
  const after = await ask(current, windows);
  return windows.map((_, i) => {
    const own = parts === undefined ? [windowOf[i]] : parts.of[windowOf[i]];
    const of = (read: (rows: RepeatedRows) => Multiplicity | undefined) =>
      repeatsBeyond(together(own.map((at) => read(before[at]) ?? NONE)), read(after[i]) ?? NONE);
    const whole = of((one) => one.whole);
    // Rows that stand there several times have their key several times too.
    return whole !== null
      ? [{ key: null, ...whole }]
      : keys.flatMap((key) => {
          const found = of(({ byKey }) => byKey.get(key));
          return found === null ? [] : [{ key, ...found }];
        });
  });
}

const NONE: Multiplicity = multiplicityOfSorted(new Float64Array());
