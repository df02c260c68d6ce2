import type { RequestOptions } from '../../Source';
import type { PrometheusClient } from '../client/PrometheusClient';
import { cleanMatchers } from '../promql/names';
import { escapeRegex, quote } from '../promql/quote';
import { SUGGESTIONS, type Suggestion } from '../../Suggestion';

/** What the parts of a histogram or summary end with. */
const PARTS = /_(bucket|count|sum)$/;

/**
 * Metrics whose name contains a text, for the picker: histograms and summaries once, by their base name, with what they
 * are and their help where the store knows it.
 */
export async function completeMetric(
  client: PrometheusClient,
  { text, matchers }: { readonly text: string; readonly matchers?: string },
  options: RequestOptions
): Promise<Suggestion[]> {
  const name = `__name__=~${quote(`(?i).*${escapeRegex(text)}.*`)}`;
  const selector = `{${[name, cleanMatchers(matchers)].filter((part) => part !== '').join(',')}}`;
  const [names, metadata] = await Promise.all([
    client.labelValues('__name__', [selector], { ...options, limit: SUGGESTIONS * 10 }),
    client.metadata(undefined, options),
  ]);
  const all = new Set(names);
  const bases = new Set(names.map((one) => baseOf(one, all)));
  return [...bases]
    .filter((base) => base.toLowerCase().includes(text.toLowerCase()))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .slice(0, SUGGESTIONS)
    .map((value) => ({ value, description: describe(value, all, metadata) }));
}

/** `x_bucket`, `x_count` and `x_sum` belong to `x` where it has buckets, or where it is there itself as a summary is. */
function baseOf(name: string, all: ReadonlySet<string>): string {
  const base = name.replace(PARTS, '');
  return all.has(`${base}_bucket`) || (base !== name && all.has(base)) ? base : name;
}

function describe(
  name: string,
  all: ReadonlySet<string>,
  metadata: ReadonlyMap<string, { type: string; help: string }>
): string {
  const known = metadata.get(name);
  const type = all.has(`${name}_bucket`) ? 'classic histogram' : known === undefined ? guess(name) : known.type;
  return known === undefined || known.help === '' ? type : `${type}: ${known.help}`;
}

/** Backfilled and remotely written metrics have no metadata: their names follow the conventions all the same. */
function guess(name: string): string {
  return /_(total|count)$/.test(name) ? 'counter' : '';
}
