import type { Measure } from '../../query/measure';
import type { MeasureSet, UndecidedMeasure } from '../../sources/Measures';
import type { Segment } from '../cells';
import type { PastWindows } from './pastWindows';

/** Windows whose values are not what they seem: they get no verdict, and are no measure of others. */
export class UnsureWindows {
  private readonly byWindow = new Map<string, UndecidedMeasure[]>();
  private readonly past: ReadonlySet<number>;

  constructor({ undecided = [] }: MeasureSet, { of }: PastWindows) {
    this.past = new Set(of.flatMap(({ past }) => past));
    for (const one of undecided) {
      const key = keyOf(one.measure, one.window);
      this.byWindow.set(key, [...(this.byWindow.get(key) ?? []), one]);
    }
  }

  /** Undefined where the value is what it seems. */
  reason(measure: Measure, window: number, segment: Segment): string | undefined {
    const found = this.byWindow.get(keyOf(measure.name, window)) ?? [];
    return found.find((one) => one.segment === undefined || isSame(one.segment, segment))?.reason;
  }

  /** Which past windows are left out, and why: once for each measure. */
  get notices(): string[] {
    const byMeasure = new Map<string, UndecidedMeasure[]>();
    for (const one of [...this.byWindow.values()].flat().filter(({ window }) => this.past.has(window))) {
      byMeasure.set(one.measure, [...(byMeasure.get(one.measure) ?? []), one]);
    }
    return [...byMeasure].map(([measure, all]) => {
      const count = new Set(all.map(({ window }) => window)).size;
      return `${measure}: ${count} past ${count === 1 ? 'window is' : 'windows are'} left out. ${all[0].reason}`;
    });
  }
}

function keyOf(measure: string, window: number): string {
  return `${window}\0${measure}`;
}

function isSame(a: Segment, b: Segment): boolean {
  return (
    Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, value]) => b[name] === value)
  );
}
