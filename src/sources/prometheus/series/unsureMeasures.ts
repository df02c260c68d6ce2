import type { Measure } from '../../../query/measure';
import type { MeasureRequest, MeasureValue, UndecidedMeasure } from '../../Measures';
import type { Held } from '../held/Held';
import { segmentKey } from '../held/HeldFacts';
import type { ValuesWithBound } from '../metric/boundsWithin';
import { recognized } from './boundsOfMeasures';

/** So much of a value may be missing since series begin inside the window. */
const MISSING = 0.1;
/** So much of the values may be of series that lack a bucket which is read. */
const MOST_LACKING = 0.05;

export interface KnownOfMeasures {
  readonly held: Held;
  readonly within: ValuesWithBound;
  readonly values: readonly MeasureValue[];
}

type Segment = Readonly<Record<string, string>>;

/** The windows whose values are not what they seem, and what is to be said of the others. */
export function unsureMeasures(
  request: MeasureRequest,
  known: KnownOfMeasures
): { readonly undecided: UndecidedMeasure[]; readonly notices: string[] } {
  const all = request.measures.map((_, index) => new UnsureMeasure(request, index, known));
  return { undecided: all.flatMap((one) => one.undecided()), notices: all.flatMap((one) => one.notices()) };
}

class UnsureMeasure {
  private readonly measure: Measure;
  private readonly own: readonly MeasureValue[];
  private readonly segments: readonly Segment[];
  private readonly isDoubledAtTimes: boolean;
  /** How many windows count everything several times. */
  private readonly doubled: number;

  constructor(
    private readonly request: MeasureRequest,
    private readonly index: number,
    private readonly known: KnownOfMeasures
  ) {
    const { windows, measures } = request;
    this.measure = measures[index];
    this.own = known.values.filter(({ measure }) => measure === this.measure.name);
    this.segments =
      this.own.length === 0 ? [{}] : [...new Map(this.own.map(({ segment }) => [keyOf(segment), segment])).values()];
    this.doubled = windows.filter((_, window) => known.held.isDoubled(index, window)).length;
    this.isDoubledAtTimes = this.doubled > 0 && this.doubled < windows.length;
  }

  undecided(): UndecidedMeasure[] {
    return this.request.windows.flatMap((_, window) =>
      this.segments.flatMap((segment) => {
        const reason = this.reason(window, segment);
        return reason === undefined ? [] : [{ measure: this.measure.name, window, segment, reason }];
      })
    );
  }

  notices(): string[] {
    const { windows } = this.request;
    const { held } = this.known;
    const of = (value: (window: number) => number) => windows.map((_, window) => value(window));
    const shares = of((window) => (held.isThere(this.index, window) ? held.least(this.index, window) : 1));
    const partly = shares.filter((share) => share < 1);
    const entered = Math.max(0, ...of((window) => this.missing(window)));
    const lacking = Math.max(0, ...this.segments.flatMap((segment) => of((window) => this.lacking(window, segment))));
    const said = [
      ...(lacking > 0
        ? [
            `not all series have the same buckets: those with up to ${percent(lacking)} of a window's values lack bounds that this measure reads.`,
          ]
        : []),
      ...(partly.length > 0
        ? [
            `in ${partly.length} of ${windows.length} windows the series cover only a part of the time, ${percent(Math.min(...partly))} at least.`,
          ]
        : []),
      ...(entered >= 1
        ? [
            `what series had counted before their first sample in a window is not in the value: at most ${round(entered)}.`,
          ]
        : []),
      ...(this.doubled > 0 ? [held.doubledBy(this.index)] : []),
    ];
    return said.map((sentence) => `${this.measure.name}: ${sentence}`);
  }

  private reason(window: number, segment: Segment): string | undefined {
    const { held } = this.known;
    return (
      held.reason(this.index, window, segmentKey(this.labels(segment))) ??
      this.withoutBounds(window, segment) ??
      this.withoutFirst(window) ??
      this.severalTimes(window)
    );
  }

  private withoutBounds(window: number, segment: Segment): string | undefined {
    const share = this.lacking(window, segment);
    return share > MOST_LACKING
      ? `Not all series have the same buckets in this window: those with ${percent(share)} of the values lack bounds that this measure reads.`
      : undefined;
  }

  private withoutFirst(window: number): string | undefined {
    const missing = this.missing(window);
    const ofWindow = this.own
      .filter((one) => one.window === window)
      .reduce((sum, { value }) => sum + Math.abs(value), 0);
    const all = this.measure.counts === true ? ofWindow : this.known.held.total(this.index, window);
    return missing > MISSING * all && missing >= 1
      ? `Series that begin inside this window had counted ${round(missing)} before their first sample, which \`increase\` leaves out: write them to the store from 0 on.`
      : undefined;
  }

  private severalTimes(window: number): string | undefined {
    const { held } = this.known;
    return this.isDoubledAtTimes && held.isDoubled(this.index, window)
      ? `In this window everything is counted several times, and in others not: ${held.doubledBy(this.index)}`
      : undefined;
  }

  private missing(window: number): number {
    return this.known.held.missing(this.index, window);
  }

  private lacking(window: number, segment: Segment): number {
    const metric = recognized(this.request, this.index);
    return Math.max(0, ...this.known.within.lacking(metric, this.labels(segment), window).values());
  }

  private labels(segment: Segment): string[] {
    return this.request.segmentBy.map((label) => segment[label] ?? '');
  }
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))}%`;
}

function round(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}

function keyOf(segment: Segment): string {
  return JSON.stringify(Object.entries(segment));
}
