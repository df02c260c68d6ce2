import { parseSampleValue } from '../client/parseSampleValue';
import type { Series } from '../client/PrometheusAnswer';
import { ARM_LABEL } from '../promql/union';
import type { Probe } from './probeArms';

/** Of an arm of a probe; `part` tells apart the histograms that an expression reads. */
export function probeId(index: number, probe: Probe, part = ''): string {
  return part === '' ? `${index}:${probe}` : `${index}:${probe}:${part}`;
}

/** What was found of each feature's metric, and when. */
export class ProbeResult {
  /** Features not seen at the ends of windows, but between them: it is not known which windows they fill. */
  readonly seenRarely = new Set<number>();
  private readonly byArm = new Map<string, Map<number, number>>();

  /** The largest value over segments is kept: every probe asks whether there is any. */
  add(series: readonly Series[]): void {
    for (const { metric, values = [] } of series) {
      const arm = this.byArm.get(metric[ARM_LABEL]) ?? new Map<number, number>();
      this.byArm.set(metric[ARM_LABEL], arm);
      for (const [time, text] of values) {
        const at = Math.round(time * 1000);
        const value = Math.abs(parseSampleValue(text));
        arm.set(at, Math.max(arm.get(at) ?? 0, value));
      }
    }
  }

  /** Values by time in milliseconds. */
  of(index: number, probe: Probe, part = ''): ReadonlyMap<number, number> {
    return this.byArm.get(probeId(index, probe, part)) ?? new Map();
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
}
