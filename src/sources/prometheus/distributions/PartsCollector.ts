import type { Part } from '../batch/countingArms';
import { parseSampleValue } from '../client/parseSampleValue';
import type { Labels, Series } from '../client/PrometheusAnswer';
import { ARM_LABEL } from '../promql/union';
import { type CellParts, emptyParts, writable } from './CellParts';

const LOOKS = new Map<Part, 'classic' | 'native' | 'both'>([
  ['classicLooks', 'classic'],
  ['nativeLooks', 'native'],
  ['bothLooks', 'both'],
]);

interface Column {
  readonly index: number;
  readonly segment: CellParts['segment'];
  readonly byWindow: Map<number, CellParts>;
}

export interface CollectedCell {
  /** Of the feature. */
  readonly index: number;
  readonly window: number;
  readonly parts: CellParts;
}

/** What the store counted, by feature, segment and window. */
export class PartsCollector {
  private readonly columns = new Map<string, Column>();

  constructor(
    private readonly segmentBy: readonly string[],
    /** By index of a feature, the label whose values are its categories. */
    private readonly labelOf: (index: number) => string | undefined
  ) {}

  /** `windowAt` gives the window that ends at a time in milliseconds. */
  add({ metric, values = [], histograms = [] }: Series, windowAt: ReadonlyMap<number, number>): void {
    const [first, part] = metric[ARM_LABEL].split(':') as [string, Part];
    const column = this.column(Number(first), metric);
    const put = this.putter(part, column.index, metric);
    for (const [time, text] of values) {
      const window = windowAt.get(Math.round(time * 1000));
      if (window !== undefined) {
        put(partsAt(column, window), parseSampleValue(text));
      }
    }
    for (const [time, histogram] of histograms) {
      const window = windowAt.get(Math.round(time * 1000));
      if (window !== undefined) {
        partsAt(column, window).native = histogram;
      }
    }
  }

  *[Symbol.iterator](): Iterator<CollectedCell> {
    for (const { index, byWindow } of this.columns.values()) {
      for (const [window, parts] of byWindow) {
        yield { index, window, parts };
      }
    }
  }

  private column(index: number, metric: Labels): Column {
    const names = this.segmentBy.map((label) => metric[label] ?? '');
    const key = JSON.stringify([index, ...names]);
    const known = this.columns.get(key);
    if (known) {
      return known;
    }
    const segment = Object.fromEntries(this.segmentBy.map((label, i) => [label, names[i]]));
    const column: Column = { index, segment, byWindow: new Map() };
    this.columns.set(key, column);
    return column;
  }

  private putter(part: Part, index: number, metric: Labels): (parts: CellParts, value: number) => void {
    const label = this.labelOf(index);
    if (part === 'quantiles') {
      return (parts, value) => writable(parts, 'quantiles').set(metric.quantile ?? '', value);
    }
    if (part === 'observations') {
      return (parts, value) => (parts.observations = value);
    }
    if (part === 'native') {
      // Early Prometheus answers with zeros where it should with histograms; those are asked for again.
      return () => undefined;
    }
    const looks = LOOKS.get(part);
    if (looks !== undefined) {
      return (parts, value) => (parts.looks = { ...parts.looks, [looks]: value });
    }
    if (part === 'sum') {
      return (parts, value) => (parts.sum = value);
    }
    if (part === 'entered') {
      const name = (label === undefined ? (metric.le ?? metric.vmrange) : metric[label]) ?? '';
      return (parts, value) => writable(parts, 'entered').set(name, value);
    }
    if (label !== undefined) {
      const category = metric[label] ?? '';
      return (parts, value) =>
        writable(parts, 'byCategory').set(category, (parts.byCategory.get(category) ?? 0) + value);
    }
    const { le, vmrange } = metric;
    if (vmrange !== undefined) {
      return (parts, value) => writable(parts, 'byRange').set(vmrange, value);
    }
    return le === undefined
      ? (parts, value) => (parts.plain = value)
      : (parts, value) => writable(parts, 'cumulative').set(le, value);
  }
}

function partsAt({ segment, byWindow }: Column, window: number): CellParts {
  const known = byWindow.get(window);
  if (known) {
    return known;
  }
  const parts = emptyParts(segment);
  byWindow.set(window, parts);
  return parts;
}
