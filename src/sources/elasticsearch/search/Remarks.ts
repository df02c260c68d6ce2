import type { Column } from './Column';
import type { CountedColumn } from './distributionOf';

/** What is found out while counting and said beside the result. */
export class Remarks {
  private readonly several = new Set<string>();
  private readonly severalSegments = new Set<string>();
  private isWeighted = false;
  private readonly coarse = new Set<string>();
  private readonly choices = new Map<string, string>();
  private readonly absent = new Map<string, readonly string[]>();
  private unsure = new Set<string>();
  private readonly totals = new Map<string, number>();
  private changed = false;

  /** Documents of a window and segment, as one of the searches counts them. */
  total(window: number, segment: Readonly<Record<string, string>>, documents: number): void {
    const key = `${window}\0${JSON.stringify(segment)}`;
    this.changed ||= (this.totals.get(key) ?? documents) !== documents;
    this.totals.set(key, documents);
  }

  /** What an answer tells of documents as such. */
  noteDocuments(severalSegments: ReadonlySet<string>, isWeighted: boolean): void {
    severalSegments.forEach((name) => this.severalSegments.add(name));
    this.isWeighted ||= isWeighted;
  }

  note({ feature, field }: Column, { several, unsure }: Pick<CountedColumn, 'several' | 'unsure'>): void {
    if (several) {
      this.several.add(feature.name);
    }
    if (field.coarse) {
      this.coarse.add(feature.name);
    }
    if (field.besides !== undefined) {
      this.choices.set(feature.name, `${field.counted} (and not ${field.besides.join(', ')})`);
    }
    if (field.absentIn.length > 0) {
      this.absent.set(feature.name, field.absentIn);
    }
    if (unsure) {
      this.unsure.add(feature.name);
    }
  }

  /** Features whose categories have to be counted again, by name. */
  takeUnsure(): ReadonlySet<string> {
    const unsure = this.unsure;
    this.unsure = new Set();
    return unsure;
  }

  notices(place: string): string[] {
    return [
      ...[...this.absent].map(
        ([feature, indices]) =>
          `${feature} is not mapped in ${indices.slice(0, 3).join(', ')}${indices.length > 3 ? ` and ${indices.length - 3} more` : ''}: its values count as missing there.`
      ),
      ...(this.choices.size === 0
        ? []
        : [
            `Of several keyword fields below a text one is counted: ${[...this.choices].map(([feature, counted]) => `${feature} by ${counted}`).join('; ')}.`,
          ]),
      ...(this.isWeighted ? [WEIGHTED] : []),
      ...about(this.several, 'Documents hold several values, and each is counted'),
      ...about(this.severalSegments, 'Documents hold several values, and count in the segment of each'),
      ...about(this.coarse, 'Indices hold them in different precisions, so that counts are approximate'),
      ...(this.changed
        ? [`${place} took in documents while they were being counted: the counts differ by those.`]
        : []),
    ];
  }
}

/** For people. */
export const WEIGHTED =
  'Documents carry a _doc_count, and each counts as often as that says. The store weights no means and no deviations: those come from the buckets.';

function about(features: ReadonlySet<string>, what: string): string[] {
  return features.size === 0 ? [] : [`${what}: ${[...features].join(', ')}.`];
}
