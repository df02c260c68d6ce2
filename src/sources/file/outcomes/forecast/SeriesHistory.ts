/** Known values of series, one for each time. Times in milliseconds since the epoch. */
export interface KnownValues {
  /** A number for each series, 0 or more. */
  readonly series: Int32Array;
  /** NaN where unknown. */
  readonly targets: Float64Array;
  readonly values: Float64Array;
  /** When each value was known; null where that is its own time. */
  readonly knownAt: Float64Array | null;
}

export interface SeasonalChange {
  /** Mean of |y_t − y_{t−season}|; NaN without any. */
  readonly mean: number;
  readonly count: number;
}

/** So many times are looked back for a value that was known. */
const MOST_STEPS = 1000;

/** The values of each series by time. Times for which several values are known are left out. */
export class SeriesHistory {
  /** Times for which several different values are known. */
  readonly ambiguous: number;
  private readonly targets: Float64Array;
  private readonly values: Float64Array;
  private readonly knownAt: Float64Array;
  /** By series: its first place, and the first one behind it. */
  private readonly ends: ReadonlyMap<number, readonly [from: number, to: number]>;
  private changes: { readonly sums: Float64Array; readonly counts: Float64Array } | undefined;

  /** @param before the time a season before another */
  constructor(
    { series, targets, values, knownAt }: KnownValues,
    private readonly before: ((time: number) => readonly number[]) | null
  ) {
    const order = Int32Array.from(values.keys()).filter(
      (row) => values[row] === values[row] && targets[row] === targets[row]
    );
    order.sort((a, b) => series[a] - series[b] || targets[a] - targets[b]);
    const kept = { targets: new Float64Array(order.length), values: new Float64Array(order.length) };
    const known = new Float64Array(order.length);
    const ends = new Map<number, readonly [number, number]>();
    let [size, ambiguous] = [0, 0];
    for (let i = 0, next = 0; i < order.length; i = next) {
      const row = order[i];
      let [isSame, first] = [true, knownSince(row)];
      for (next = i + 1; next < order.length && isOf(order[next], row); next++) {
        isSame &&= values[order[next]] === values[row];
        first = Math.min(first, knownSince(order[next]));
      }
      if (!isSame) {
        ambiguous += 1;
        continue;
      }
      kept.targets[size] = targets[row];
      kept.values[size] = values[row];
      known[size] = first;
      size += 1;
      ends.set(series[row], [ends.get(series[row])?.[0] ?? size - 1, size]);
    }
    this.ambiguous = ambiguous;
    this.targets = kept.targets.subarray(0, size);
    this.values = kept.values.subarray(0, size);
    this.knownAt = known;
    this.ends = ends;

    /** Not before its own time, also where the label has none. */
    function knownSince(row: number): number {
      const at = knownAt?.[row] ?? NaN;
      return at > targets[row] ? at : targets[row];
    }

    function isOf(row: number, other: number): boolean {
      return series[row] === series[other] && targets[row] === targets[other];
    }
  }

  /** The value of the newest season before `target` that was known at `madeAt`; NaN where there is none, or a gap. */
  seasonal(series: number, target: number, madeAt: number): number {
    let times: readonly number[] = this.before?.(target) ?? [];
    for (let step = 0; step < MOST_STEPS && times.length > 0; step++) {
      const [time] = times;
      const at = times.map((one) => this.placeOf(series, one)).find((place) => place >= 0);
      if (time <= madeAt && (at === undefined || this.knownAt[at] <= madeAt)) {
        return at === undefined ? NaN : this.values[at];
      }
      times = this.before?.(time) ?? [];
    }
    return NaN;
  }

  /** The newest value that was known at `madeAt`, of a time before `target`; NaN where there is none. */
  last(series: number, target: number, madeAt: number): number {
    const [from, to] = this.ends.get(series) ?? [0, 0];
    for (let at = this.firstNotBefore(from, to, target) - 1, steps = 0; at >= from && steps < MOST_STEPS; at--) {
      if (this.targets[at] <= madeAt) {
        if (this.knownAt[at] <= madeAt) {
          return this.values[at];
        }
        steps += 1;
      }
    }
    return NaN;
  }

  /** How much the series changed from season to season, over times before one. */
  changeBefore(series: number, time: number): SeasonalChange {
    const [from, to] = this.ends.get(series) ?? [0, 0];
    const end = this.firstNotBefore(from, to, time);
    const { sums, counts } = (this.changes ??= this.sumChanges());
    const count = counts[end] - counts[from];
    return { mean: (sums[end] - sums[from]) / count, count };
  }

  /** Sums over all places before each. */
  private sumChanges() {
    const sums = new Float64Array(this.targets.length + 1);
    const counts = new Float64Array(this.targets.length + 1);
    for (const [series, [from, to]] of this.ends) {
      for (let at = from; at < to; at++) {
        const earlier = (this.before?.(this.targets[at]) ?? [])
          .map((time) => this.placeOf(series, time))
          .find((place) => place >= 0);
        const change = earlier === undefined ? NaN : Math.abs(this.values[at] - this.values[earlier]);
        sums[at + 1] = sums[at] + (earlier === undefined ? 0 : change);
        counts[at + 1] = counts[at] + (earlier === undefined ? 0 : 1);
      }
    }
    return { sums, counts };
  }

  /** −1 where no value is known. */
  private placeOf(series: number, time: number): number {
    const [from, to] = this.ends.get(series) ?? [0, 0];
    const at = this.firstNotBefore(from, to, time);
    return at < to && this.targets[at] === time ? at : -1;
  }

  private firstNotBefore(from: number, to: number, time: number): number {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >>> 1;
      [low, high] = this.targets[middle] < time ? [middle + 1, high] : [low, middle];
    }
    return low;
  }
}
