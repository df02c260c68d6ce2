import type { Notice } from '../../Notice';
import { oddClasses } from '../../oddClasses';
import { SourceError } from '../../SourceError';
import { spellClasses, type ClassSpelling } from '../../spellClasses';
import { type Aggregation, below, bucketsOf, numberOf } from '../client/SearchAnswer';
import { nameOf } from '../fields/nameOf';
import type { StoreField } from '../fields/StoreField';
import type { MissingTexts } from './Known';

/** As many as segments. */
export const MOST_CLASSES = 500;

/** What predictions and labels are called. */
export interface ClassNames {
  readonly spell: ClassSpelling;
  readonly missing: MissingTexts;
  /** Documents by text, as written. */
  readonly predictions: ReadonlyMap<string, number>;
  readonly labels: ReadonlyMap<string, number>;
  /** Different classes of predictions and of labels together. */
  readonly count: number;
  /** Classes that were probably meant to be the same. */
  readonly notices: readonly Notice[];
}

export function classTerms(field: StoreField): Readonly<Record<string, unknown>> {
  // One more than may be, to see that there are too many: with fewer, every shard names all of its own.
  return { terms: { field: field.counted, size: MOST_CLASSES + 1 } };
}

/** From the answers to `classTerms`. Throws a SourceError where there are too many to be classes. */
export function classNames(
  answer: Aggregation,
  { prediction, label }: { readonly prediction?: StoreField; readonly label: StoreField },
  asked: { readonly place: string; readonly index: string; readonly labelIndex?: string }
): ClassNames {
  const predictions = prediction === undefined ? new Map<string, number>() : textsOf(answer, 'predictions', prediction);
  const labels = textsOf(answer, 'labels', label);
  const spell = spellClasses([...predictions.keys()], [...labels.keys()]);
  const sides = [
    { name: 'predictions', texts: predictions, field: prediction, index: asked.index },
    { name: 'labels', texts: labels, field: label, index: asked.labelIndex ?? asked.index },
  ];
  for (const { name, texts, field, index } of sides) {
    const names = new Set([...texts.keys()].map(spell));
    const others = field === undefined ? 0 : (numberOf(below(answer, name), 'sum_other_doc_count') ?? 0);
    if (field !== undefined && (names.size > MOST_CLASSES || others > 0)) {
      throw new SourceError(
        `${asked.place}: "${field.name}" of "${index}" has more different values than the ${MOST_CLASSES} classes that are told apart. Choose a field of classes, or set the task to regression.`,
        { status: 400, side: 'downstream' }
      );
    }
  }
  const missingIn = (texts: ReadonlyMap<string, number>) => [...texts.keys()].filter((text) => spell(text) === null);
  const all = new Set([...predictions.keys(), ...labels.keys()].map(spell));
  const named = (texts: ReadonlyMap<string, number>) =>
    new Set([...texts.keys()].map(spell).filter((name) => name !== null));
  const shown = `"${asked.index}"`;
  return {
    ...{ spell, predictions, labels, count: all.size },
    missing: { predictions: missingIn(predictions), labels: missingIn(labels) },
    notices:
      prediction === undefined
        ? []
        : oddClasses({ name: prediction.name, shown }, label, named(predictions), named(labels)),
  };
}

/** Documents by text, from the answer to `classTerms`. */
export function textsOf(answer: Aggregation, name: string, field: StoreField): Map<string, number> {
  const texts = new Map<string, number>();
  for (const bucket of bucketsOf(answer, name)) {
    const text = nameOf(bucket, field);
    texts.set(text, (texts.get(text) ?? 0) + bucket.doc_count);
  }
  return texts;
}
