import { cleanMatchers, selector } from '../promql/names';

export interface WhichSeries {
  /** A metric or the base name of a histogram; all where it is not given. */
  readonly metric?: string;
  readonly matchers?: string;
}

/** Selectors of a metric's series, whatever kind it is; none where nothing narrows them down. */
export function metricSelectors({ metric, matchers }: WhichSeries): string[] {
  const own = cleanMatchers(matchers);
  if (metric === undefined || metric === '') {
    return own === '' ? [] : [`{${own}}`];
  }
  return ['', '_bucket', '_count'].map((suffix) => selector(`${metric}${suffix}`, [own]));
}
