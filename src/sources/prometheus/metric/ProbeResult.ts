import { parseSampleValue } from '../client/parseSampleValue';
import type { Series } from '../client/PrometheusAnswer';
import { ARM_LABEL } from '../promql/union';
import type { Probe } from './probeArms';

/** Of an arm of a probe; `part` tells apart the histograms that an expression reads. */
export function probeId(index: number, probe: Probe, part = ''): string {
  return part === '' ? `${index}:${probe}` : `${index}:${probe}:${part}`;
}

/** Values by time in milliseconds. */
type ByTime = Map<number, number>;

/** What was found of each feature's metric, and when. */
export class ProbeResult {
  /** Features not seen at the ends of windows, but between them: it is not known which windows they fill. */
  readonly seenRarely = new Set<number>();
  /** By arm and segment. */
  private readonly byArm = new Map<string, Map<string, ByTime>>();

  add(series: readonly Series[]): void {
    for (const { metric, values = [] } of series) {
      const { [ARM_LABEL]: arm, ...segment } = metric;
      const bySegment = this.byArm.get(arm) ?? new Map<string, ByTime>();
      this.byArm.set(arm, bySegment);
      const key = JSON.stringify(Object.entries(segment).sort(([a], [b]) => (a < b ? -1 : 1)));
      const byTime = bySegment.get(key) ?? new Map<number, number>();
      bySegment.set(key, byTime);
      for (const [time, text] of values) {
        byTime.set(Math.round(time * 1000), parseSampleValue(text));
      }
    }
  }

  /** By time the largest value over segments: every probe asks whether there is any. */
  of(index: number, probe: Probe, part = ''): ReadonlyMap<number, number> {
    return largestOf([...this.segments(index, probe, part).values()]);
  }

  /**
   * By time, 0 where every series of buckets has the same layout: there are as many buckets as one layout has, for each series
   * of +Inf. Where there are both.
   */
  mixed(index: number, part = ''): ReadonlyMap<number, number> {
    const buckets = this.segments(index, 'buckets', part);
    const whole = this.segments(index, 'whole', part);
    return largestOf(
      [...this.segments(index, 'classic', part)].map(([segment, layouts]) => {
        const differences: ByTime = new Map();
        for (const [time, layout] of layouts) {
          const series = buckets.get(segment)?.get(time);
          const wholes = whole.get(segment)?.get(time);
          if (series !== undefined && wholes !== undefined) {
            differences.set(time, Math.abs(series - layout * wholes));
          }
        }
        return differences;
      })
    );
  }

  largest(index: number, probe: Probe, part = ''): number {
    let largest = 0;
    for (const value of this.of(index, probe, part).values()) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  found(index: number): boolean {
    return (['classic', 'native', 'plain', 'vmrange'] as const).some((probe) => this.of(index, probe).size > 0);
  }

  private segments(index: number, probe: Probe, part: string): ReadonlyMap<string, ByTime> {
    return this.byArm.get(probeId(index, probe, part)) ?? new Map();
  }
}

function largestOf(segments: readonly ByTime[]): ReadonlyMap<number, number> {
  if (segments.length === 1) {
    return segments[0];
  }
  const largest: ByTime = new Map();
  for (const byTime of segments) {
    byTime.forEach((value, time) => largest.set(time, Math.max(largest.get(time) ?? 0, value)));
  }
  return largest;
}
