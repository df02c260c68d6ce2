import type { Selection } from '../../../query/selection';
import type { Resources } from '../../resources';

/** What counters of calls are usually called, the likeliest first. */
const WORDS = ['predict', 'inference', 'request', 'call'];
const MOST_TRIED = 5;

/** What has a series of its own that counts what it observed. */
const COUNTING = /^(classic histogram|summary)/;

/**
 * Counters that most likely count calls: those of the chosen features, then those that are called so, then what histograms
 * and summaries that are called so have observed.
 */
export async function callCounters(
  resources: Resources,
  connection: string | undefined,
  { features = [], matchers }: Selection
): Promise<string[]> {
  const chosen = features.flatMap(({ metric }) => (metric === undefined || metric === '' ? [] : [metric]));
  const found = await Promise.all(
    WORDS.map((text) => resources.complete({ connection, what: 'metric', text, matchers }))
  );
  const counters = [...chosen, ...found.flat().map(({ value }) => value)].filter((name) => name.endsWith('_total'));
  const observed = found
    .flat()
    .filter(({ description }) => COUNTING.test(description))
    .map(({ value }) => `${value}_count`);
  return [...new Set([...counters, ...observed])].slice(0, MOST_TRIED);
}
