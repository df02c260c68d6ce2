import type { Selection } from '../../../query/selection';
import type { Resources } from '../../resources';

/** What counters of calls are usually called, the likeliest first. */
const WORDS = ['predict', 'inference', 'request', 'call'];
const MOST_TRIED = 5;

/** Counters that most likely count calls: those of the chosen features, then those that are called so. */
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
  return [...new Set(counters)].slice(0, MOST_TRIED);
}
