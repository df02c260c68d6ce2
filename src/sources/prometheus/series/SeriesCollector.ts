import type { MeasureRequest, MeasureValue } from '../../Measures';
import { SourceError } from '../../SourceError';
import { parseSampleValue } from '../client/parseSampleValue';
import type { Series } from '../client/PrometheusAnswer';
import { ARM_LABEL } from '../promql/union';

/** Answers of expressions as values of measures, windows and segments. */
export class SeriesCollector {
  private readonly byKey = new Map<string, MeasureValue>();

  constructor(
    private readonly request: Pick<MeasureRequest, 'measures' | 'segmentBy'>,
    private readonly place: string
  ) {}

  get values(): MeasureValue[] {
    return [...this.byKey.values()];
  }

  /** Throws a SourceError where an expression answers with several series for one segment, or with histograms. */
  add({ metric, values = [], histograms }: Series, windowAt: ReadonlyMap<number, number>): void {
    const { name } = this.request.measures[Number(metric[ARM_LABEL])];
    if (histograms !== undefined && histograms.length > 0) {
      throw wrong(
        `${this.place}: "${name}" is a histogram, not a number: write histogram_count, histogram_quantile or the like around it.`
      );
    }
    const segment = Object.fromEntries(this.request.segmentBy.map((label) => [label, metric[label] ?? '']));
    const segmentKey = JSON.stringify(Object.values(segment));
    for (const [time, text] of values) {
      const window = windowAt.get(Math.round(time * 1000));
      const value = parseSampleValue(text);
      if (window === undefined || !Number.isFinite(value)) {
        continue;
      }
      const key = `${name}\0${window}\0${segmentKey}`;
      if (this.byKey.has(key)) {
        throw wrong(this.severalSeries(name));
      }
      this.byKey.set(key, { measure: name, window, segment, value });
    }
  }

  private severalSeries(name: string): string {
    const { segmentBy } = this.request;
    const by = segmentBy.length === 0 ? 'sum(…)' : `sum by (${segmentBy.join(', ')}) (…)`;
    const where = segmentBy.length === 0 ? '' : ' in a segment';
    return `${this.place} answers "${name}" with several series${where}, and a measure is one number: write ${by}, or another aggregate, around it.`;
  }
}

function wrong(message: string): SourceError {
  return new SourceError(message, { status: 400, side: 'plugin' });
}
