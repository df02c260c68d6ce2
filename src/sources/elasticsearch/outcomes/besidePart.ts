import { spellClasses, type ClassSpelling } from '../../spellClasses';
import { type Aggregation, below, type Bucket, numberOf } from '../client/SearchAnswer';
import type { StoreField } from '../fields/StoreField';
import { type ClassNames, classTerms, textsOf } from './classNames';
import { presentQuery } from './Known';
import { namedBuckets, type OutcomePart, type PartOutcomes } from './OutcomePart';

/** What a simple rule predicted, and how its classes are written. */
export interface RuleNames {
  readonly field: StoreField;
  readonly spell: ClassSpelling;
  readonly missing: readonly string[];
}

export const RULES = 'rules';

/** From the answer to `classTerms` of the rule, named `RULES`: its classes are called as the labels write them. */
export function ruleNames(answer: Aggregation, field: StoreField, { labels }: ClassNames): RuleNames {
  const texts = [...textsOf(answer, RULES, field).keys()];
  const spell = spellClasses(texts, [...labels.keys()]);
  return { field, spell, missing: texts.filter((text) => spell(text) === null) };
}

const [BESIDE, ALL] = ['besideRule', 'allPredicted'];

/** How often the model and a simple rule were wrong, in documents that have both. */
export function besidePart(
  { prediction, label }: { readonly prediction: StoreField; readonly label: StoreField },
  rule: RuleNames,
  known: unknown,
  { spell, missing, count }: ClassNames
): OutcomePart {
  const predicted = [known, presentQuery(prediction, missing.predictions)];
  const both = { bool: { filter: [...predicted, presentQuery(rule.field, rule.missing)] } };
  const said = { predictions: classTerms(prediction), rules: classTerms(rule.field) };
  return {
    aggs: {
      [BESIDE]: { filter: both, aggs: { labels: { ...classTerms(label), aggs: said } } },
      [ALL]: { filter: { bool: { filter: predicted } } },
    },
    weight: 3 + count * 2 * (count + 2),
    read,
  };

  function read(answer: Bucket): PartOutcomes {
    const beside = below(answer, BESIDE);
    let [model, naive] = [0, 0];
    for (const [text, bucket] of namedBuckets(beside, 'labels', label)) {
      const actual = spell(text);
      model += wrongIn(bucket, 'predictions', prediction, spell, actual);
      naive += wrongIn(bucket, 'rules', rule.field, rule.spell, actual);
    }
    const rows = numberOf(beside, 'doc_count') ?? 0;
    const without = (numberOf(below(answer, ALL), 'doc_count') ?? 0) - rows;
    const exact = (value: number) => ({ low: value, high: value });
    return { forecasts: { naive: { rows, model: exact(model), naive: exact(naive), without } } };
  }
}

function wrongIn(bucket: Bucket, name: string, field: StoreField, spell: ClassSpelling, actual: string | null): number {
  return namedBuckets(bucket, name, field)
    .filter(([text]) => spell(text) !== actual)
    .reduce((sum, [, { doc_count: count }]) => sum + count, 0);
}
