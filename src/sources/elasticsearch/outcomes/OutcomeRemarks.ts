import { type Notice, warning } from '../../Notice';
import type { StoreField } from '../fields/StoreField';
import { Remarks } from '../search/Remarks';
import type { OutcomeFields } from './OutcomeFields';

/** What is found out while outcomes are counted and said beside them. */
export class OutcomeRemarks {
  private readonly several = new Set<string>();
  private readonly severalSegments = new Set<string>();
  private weighted = false;
  private changed = false;

  noteDocuments(severalSegments: ReadonlySet<string>, isWeighted: boolean): void {
    severalSegments.forEach((name) => this.severalSegments.add(name));
    this.weighted ||= isWeighted;
  }

  noteSeveral({ name }: StoreField): void {
    this.several.add(name);
  }

  /** Whether two searches counted as many documents. */
  noteRows(isSame: boolean): void {
    this.changed ||= !isSame;
  }

  get isWeighted(): boolean {
    return this.weighted;
  }

  notices(place: string, { prediction, scores, label, labelTime, segments }: OutcomeFields): Notice[] {
    const fields = [prediction, ...scores.map(({ field }) => field), label, labelTime, ...segments];
    const plain = new Remarks();
    for (const field of fields.filter((one) => one !== undefined)) {
      const column = { feature: { name: field.name, type: 'categorical' as const }, field };
      plain.note({ ...column, counting: { kind: 'categories' } }, { several: false, unsure: false });
    }
    plain.noteDocuments(this.severalSegments, false);
    return [
      ...plain.notices(place),
      ...(this.weighted ? [WEIGHTED] : []),
      ...(this.several.size === 0
        ? []
        : [
            warning(
              `Documents hold several values of ${[...this.several].join(', ')}, and each is counted: a prediction has one. Write one document for each.`
            ),
          ]),
      ...(this.changed
        ? [warning(`${place} took in documents while they were being counted: counts differ by those.`)]
        : []),
    ];
  }
}

const WEIGHTED =
  'Documents carry a _doc_count, and each counts as often as that says. The store weights no sums: those of scores and errors are left out.';
