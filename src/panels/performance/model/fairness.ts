import type { FairnessMeasure, FairnessWord } from '../../../verdict/performance/fairness/FairnessFinding';
import type { ShownVerdict } from '../../shared/verdictColor';
import { formatMetric } from './formatMetric';
import type { FairnessCompared } from './PerformanceBoard';

export interface FairnessWords {
  readonly label: string;
  /** One sentence for someone who has never used the measure. */
  readonly meaning: string;
}

export const FAIRNESS_MEASURE_WORDS: Readonly<Record<FairnessMeasure, FairnessWords>> = {
  statistical_parity: {
    label: 'Statistical parity',
    meaning: 'Difference of the shares of favorable predictions; 0 is equal.',
  },
  disparate_impact: {
    label: 'Disparate impact',
    meaning: 'Ratio of the shares of favorable predictions; 1 is equal.',
  },
  equal_opportunity: {
    label: 'Equal opportunity',
    meaning: 'Difference of the true positive rates; 0 is equal.',
  },
  average_odds: {
    label: 'Average odds',
    meaning: 'Mean of the differences of true and false positive rates; 0 is equal.',
  },
};

/** A verdict with the sign of one that the panel knows. */
export const FAIRNESS_VERDICTS: Readonly<
  Record<FairnessWord, { readonly label: string; readonly glyph: ShownVerdict }>
> = {
  outside: { label: 'outside limits', glyph: 'worse' },
  inside: { label: 'within limits', glyph: 'not_worse' },
  undecided: { label: 'not enough data', glyph: 'insufficient_data' },
  undefined: { label: 'not applicable', glyph: 'undefined' },
};

/** All measures of one group against the reference. */
export interface FairnessGroup {
  /** `sex: female vs. male` */
  readonly title: string;
  readonly measures: readonly FairnessCompared[];
}

/** In the order in which they come. */
export function fairnessGroups(compared: readonly FairnessCompared[]): FairnessGroup[] {
  const groups = new Map<string, FairnessCompared[]>();
  for (const one of compared) {
    const title = `${one.field}: ${one.group} vs. ${one.reference}`;
    groups.set(title, [...(groups.get(title) ?? []), one]);
  }
  return [...groups].map(([title, measures]) => ({ title, measures }));
}

/** `0.8 to 1.2` */
export function acceptedRange({ from, to }: Pick<FairnessCompared, 'from' | 'to'>): string {
  return [from, to].map((limit) => String(Number(limit.toPrecision(3))).replace('-', '−')).join(' to ');
}

/** How many measures lie outside the limits, and of which groups; empty where none does. */
export function fairnessNote(compared: readonly FairnessCompared[]): string {
  const outside = compared.filter(({ verdict }) => verdict === 'outside');
  if (outside.length === 0) {
    return '';
  }
  const groups = [...new Set(outside.map(({ field, group }) => `${field} ${group}`))];
  const [worst] = outside;
  const example = `${FAIRNESS_MEASURE_WORDS[worst.measure].label} ${formatMetric(worst.value ?? NaN)}`;
  return `Fairness: ${outside.length} of ${compared.length} measures outside limits (${groups.join(', ')}; ${example}).`;
}
