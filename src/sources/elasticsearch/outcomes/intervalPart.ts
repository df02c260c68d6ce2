import { below, type Bucket, numberOf } from '../client/SearchAnswer';
import type { StoreField } from '../fields/StoreField';
import type { OutcomePart, PartAbout, PartOutcomes } from './OutcomePart';
import { computed, computedQuery } from './rowScript';

const NAME = 'intervals';

/** How many actual values lie in their predicted intervals, and how wide these are, compared by the store document by document. */
export function intervalPart(
  label: StoreField,
  { lower, upper }: { readonly lower: StoreField; readonly upper: StoreField },
  known: unknown
): OutcomePart {
  const ends = { lower, upper };
  const inside = computedQuery({ ...ends, actual: label }, 'lower <= actual && actual <= upper');
  return {
    aggs: {
      [NAME]: {
        filter: { bool: { filter: [known, computedQuery(ends, 'lower <= upper')] } },
        aggs: { inside: { filter: inside }, width: { extended_stats: computed(ends, 'upper - lower') } },
      },
    },
    weight: 4,
    read,
  };

  function read(answer: Bucket, { isWeighted }: PartAbout): PartOutcomes {
    const ordered = below(answer, NAME);
    const rows = numberOf(ordered, 'doc_count') ?? 0;
    const [mean = 0, deviation = 0] = ['avg', 'std_deviation'].map((name) => numberOf(below(ordered, 'width'), name));
    return isWeighted
      ? {}
      : {
          forecasts: {
            interval: {
              rows,
              inside: numberOf(below(ordered, 'inside'), 'doc_count') ?? 0,
              width: rows * mean,
              squares: rows * (mean ** 2 + deviation ** 2),
            },
          },
        };
  }
}
