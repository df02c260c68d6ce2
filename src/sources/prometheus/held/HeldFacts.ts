import { parseSampleValue } from '../client/parseSampleValue';
import type { Series } from '../client/PrometheusAnswer';
import { ARM_LABEL } from '../promql/union';
import type { Amount, Cover, Doubt, Fact } from './heldArms';

/** By window, of one fact of a selector in one segment. */
type ByWindow = Map<number, number>;

/** What was learnt of a selector. */
class SelectorFacts {
  readonly bySegment = new Map<string, Map<Fact | Amount, ByWindow>>();
  /** By window, the segments in which its series were seen with a doubt. */
  readonly doubtful = new Map<number, Set<string>>();
  hasEntered = false;

  of(fact: Fact | Amount, segment: string): ByWindow {
    const byFact = known(this.bySegment, segment, () => new Map<Fact | Amount, ByWindow>());
    return known(byFact, fact, () => new Map<number, number>());
  }
}

/** What was learnt of selectors, by window and segment. */
export class HeldFacts {
  private readonly byId = new Map<string, SelectorFacts>();
  /** Of facts about the series of all segments together. */
  private readonly together: string;

  constructor(private readonly segmentBy: readonly string[]) {
    this.together = segmentKey(segmentBy.map(() => ''));
  }

  add(series: readonly Series[], windowAt: ReadonlyMap<number, number>): void {
    for (const { metric, values = [] } of series) {
      const [id, fact] = metric[ARM_LABEL].split(':') as [string, Fact | Amount];
      const segment = segmentKey(this.segmentBy.map((label) => metric[label] ?? ''));
      const facts = known(this.byId, id, () => new SelectorFacts());
      const byWindow = facts.of(fact, segment);
      const isDoubt = fact === 'resets' || fact === 'broken' || fact === 'enters';
      for (const [time, text] of values) {
        const window = windowAt.get(Math.round(time * 1000));
        if (window === undefined) {
          continue;
        }
        const value = parseSampleValue(text);
        byWindow.set(window, value);
        facts.hasEntered ||= fact === 'entered' && value >= 1;
        if (isDoubt) {
          known(facts.doubtful, window, () => new Set<string>()).add(segment);
        }
      }
    }
  }

  hasEntered(id: string): boolean {
    return this.byId.get(id)?.hasEntered ?? false;
  }

  cover(id: string, fact: Cover, window: number): number | undefined {
    return this.find(id, fact, window, this.together);
  }

  amount(id: string, fact: Doubt | Amount, window: number, segment: string): number {
    return this.find(id, fact, window, segment) ?? 0;
  }

  isDoubtful(id: string, window: number): boolean {
    return this.byId.get(id)?.doubtful.has(window) ?? false;
  }

  doubtfulSegments(id: string, window: number): ReadonlySet<string> {
    return this.byId.get(id)?.doubtful.get(window) ?? new Set();
  }

  private find(id: string, fact: Fact | Amount, window: number, segment: string): number | undefined {
    return this.byId.get(id)?.bySegment.get(segment)?.get(fact)?.get(window);
  }
}

function known<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

export function segmentKey(values: readonly string[]): string {
  return JSON.stringify(values);
}
