import type { Measure } from '../../../query/measure';
import type { MeasuredBucket, MeasuredField } from './measureAgg';

/** What is found out while measuring and said beside the numbers. */
export class MeasureRemarks {
  private readonly several = new Set<string>();
  private readonly severalSegments = new Set<string>();
  private readonly unweighted = new Set<string>();
  private isWeighted = false;

  /** What an answer tells of documents as such. */
  noteDocuments(severalSegments: ReadonlySet<string>, isWeighted: boolean): void {
    severalSegments.forEach((name) => this.severalSegments.add(name));
    this.isWeighted ||= isWeighted;
  }

  note({ measure, field }: MeasuredField, { several }: MeasuredBucket): void {
    if (several) {
      this.several.add(measure.name);
    }
    if (field !== null && !['count', 'min', 'max'].includes(measure.aggregate ?? 'count')) {
      this.unweighted.add(measure.name);
    }
  }

  notices(place: string, measures: readonly Measure[]): string[] {
    const approximate = measures.filter(({ aggregate }) => aggregate?.startsWith('p')).map(({ name }) => name);
    return [
      ...about(approximate, (names) => `${place} estimates percentiles (${names}): they are approximate.`),
      ...about([...this.several], (names) => `Documents hold several values, and each counts in ${names}.`),
      ...about(
        [...this.severalSegments],
        (names) => `Documents hold several values, and count in the segment of each: ${names}.`
      ),
      ...(this.isWeighted ? ['Documents carry a _doc_count, and each counts as often as that says.'] : []),
      ...about(
        this.isWeighted ? [...this.unweighted] : [],
        (names) => `The store doesn't weight values by _doc_count: ${names} counts each document once.`
      ),
    ];
  }
}

function about(names: readonly string[], say: (names: string) => string): string[] {
  return names.length === 0 ? [] : [say(names.join(', '))];
}
