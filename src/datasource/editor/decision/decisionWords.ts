import type { Correction } from '../../../query/decision';
import { t } from '../../text';

interface Threshold {
  readonly key: 'wassersteinNormed' | 'totalVariation' | 'missingRate' | 'ks';
  readonly label: string;
  readonly tooltip: string;
  readonly step: number;
}

/** Choices and thresholds of the decision policy, in words. */
export function decisionWords(): {
  corrections: Array<{ value: Correction; label: string; description: string }>;
  thresholds: Threshold[];
} {
  return {
    corrections: [
      {
        value: 'bh',
        label: 'Benjamini-Hochberg',
        description: t('decision.bh', 'Controls the false discovery rate (default)'),
      },
      {
        value: 'by',
        label: 'Benjamini-Yekutieli',
        description: t('decision.by', 'Controls the false discovery rate under any dependence'),
      },
      {
        value: 'holm',
        label: 'Holm',
        description: t('decision.holm', 'Controls the family-wise error rate'),
      },
      {
        value: 'bonferroni',
        label: 'Bonferroni',
        description: t('decision.bonferroni', 'Controls the family-wise error rate; more conservative than Holm'),
      },
      {
        value: 'none',
        label: t('decision.none', 'None'),
        description: t('decision.noneIs', 'No correction: false alarms grow with the number of features'),
      },
    ],
    thresholds: [
      {
        key: 'wassersteinNormed',
        label: t('decision.numbers', 'Numeric threshold'),
        tooltip: t('decision.numbersTooltip', 'Minimum shift above chance, in baseline standard deviations.'),
        step: 0.05,
      },
      {
        key: 'totalVariation',
        label: t('decision.categories', 'Categorical threshold'),
        tooltip: t(
          'decision.categoriesTooltip',
          'Minimum share of values that changed category, above chance. 0.1 = 10%.'
        ),
        step: 0.05,
      },
      {
        key: 'missingRate',
        label: t('decision.missing', 'Missing-rate threshold'),
        tooltip: t('decision.missingTooltip', 'Minimum change of the missing rate. 0.01 = 1 percentage point.'),
        step: 0.01,
      },
      {
        key: 'ks',
        label: t('decision.ks', 'KS distance'),
        tooltip: t(
          'decision.ksTooltip',
          'Minimum difference between the cumulative distributions, above chance. Numbers drift by this or by the numeric threshold.'
        ),
        step: 0.05,
      },
    ],
  };
}
