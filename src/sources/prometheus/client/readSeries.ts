import { SourceError } from '../../SourceError';
import type { Labels, NativeHistogram, Series } from './PrometheusAnswer';

/** The series of an answer. Throws a SourceError where they are not what the API has: the store's fault, or a proxy's. */
export function readSeries(result: unknown[], place: string): Series[] {
  if (!result.every(isSeries)) {
    throw unlike(place);
  }
  return result;
}

export function unlike(place: string): SourceError {
  return new SourceError(`${place} answers with something that Prometheus' API does not have.`, {
    status: 502,
    side: 'downstream',
  });
}

function isSeries(one: unknown): one is Series {
  if (!isObject(one)) {
    return false;
  }
  const { metric, values, histograms } = one;
  return (
    isLabels(metric) &&
    (values === undefined || (Array.isArray(values) && values.every(isSample))) &&
    (histograms === undefined || (Array.isArray(histograms) && histograms.every(isHistogramSample)))
  );
}

function isLabels(metric: unknown): metric is Labels {
  return isObject(metric) && Object.values(metric).every((value) => typeof value === 'string');
}

function isSample(sample: unknown): boolean {
  return Array.isArray(sample) && typeof sample[0] === 'number' && typeof sample[1] === 'string';
}

function isHistogramSample(sample: unknown): boolean {
  return Array.isArray(sample) && typeof sample[0] === 'number' && isHistogram(sample[1]);
}

function isHistogram(histogram: unknown): histogram is NativeHistogram {
  if (!isObject(histogram)) {
    return false;
  }
  const { count, sum, buckets } = histogram;
  const areBuckets = buckets === undefined || (Array.isArray(buckets) && buckets.every(isBucket));
  return typeof count === 'string' && typeof sum === 'string' && areBuckets;
}

function isBucket(bucket: unknown): boolean {
  return (
    Array.isArray(bucket) &&
    typeof bucket[0] === 'number' &&
    bucket.slice(1, 4).every((part) => typeof part === 'string')
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
