import { parseSampleValue } from '../client/parseSampleValue';
import type { Series } from '../client/PrometheusAnswer';
import { ARM_LABEL } from '../promql/union';
import type { Amount, Cover, Doubt, Fact } from './heldArms';

const SEPARATOR = '\0';

/** What was learnt of selectors, by window and segment. */
export class HeldFacts {
  private readonly found = new Map<string, number>();
  /** Segments in which a selector's series were seen with a doubt. */
  private readonly doubtful = new Map<string, Set<string>>();

  private readonly entered = new Set<string>();

  constructor(private readonly segmentBy: readonly string[]) {}

  add(series: readonly Series[], windowAt: ReadonlyMap<number, number>): void {
    for (const { metric, values = [] } of series) {
      const [id, fact] = metric[ARM_LABEL].split(':') as [string, Fact | Amount];
      const segment = segmentKey(this.segmentBy.map((label) => metric[label] ?? ''));
      for (const [time, text] of values) {
        const window = windowAt.get(Math.round(time * 1000));
        if (window !== undefined) {
          this.found.set([id, fact, window, segment].join(SEPARATOR), parseSampleValue(text));
          if (fact === 'entered' && parseSampleValue(text) >= 1) {
            this.entered.add(id);
          }
          if (fact === 'resets' || fact === 'broken' || fact === 'enters') {
            const key = [id, window].join(SEPARATOR);
            this.doubtful.set(key, (this.doubtful.get(key) ?? new Set<string>()).add(segment));
          }
        }
      }
    }
  }

  hasEntered(id: string): boolean {
    return this.entered.has(id);
  }

  cover(id: string, fact: Cover, window: number): number | undefined {
    return this.found.get([id, fact, window, segmentKey(this.segmentBy.map(() => ''))].join(SEPARATOR));
  }

  amount(id: string, fact: Doubt | Amount, window: number, segment: string): number {
    return this.found.get([id, fact, window, segment].join(SEPARATOR)) ?? 0;
  }

  isDoubtful(id: string, windows: readonly number[]): boolean {
    return windows.some((window) => this.doubtful.has([id, window].join(SEPARATOR)));
  }

  doubtfulSegments(id: string, window: number): ReadonlySet<string> {
    return this.doubtful.get([id, window].join(SEPARATOR)) ?? new Set();
  }
}

export function segmentKey(values: readonly string[]): string {
  return JSON.stringify(values);
}
