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
      { value: 'bh', label: 'Benjamini-Hochberg', description: t('decision.bh', 'The usual choice') },
      {
        value: 'by',
        label: 'Benjamini-Yekutieli',
        description: t('decision.by', 'Stricter, where features depend on one another'),
      },
      {
        value: 'holm',
        label: 'Holm',
        description: t('decision.holm', 'Any false alarm in the window at alpha, even beside true ones'),
      },
      {
        value: 'bonferroni',
        label: 'Bonferroni',
        description: t('decision.bonferroni', 'As Holm, simpler and stricter'),
      },
      {
        value: 'none',
        label: t('decision.none', 'None'),
        description: t('decision.noneIs', 'Many features raise many false alarms'),
      },
    ],
    thresholds: [
      {
        key: 'wassersteinNormed',
        label: t('decision.numbers', 'Shift of numbers'),
        tooltip: t('decision.numbersTooltip', 'In standard deviations of the baseline: from here on a shift matters.'),
        step: 0.05,
      },
      {
        key: 'totalVariation',
        label: t('decision.categories', 'Shift of categories'),
        tooltip: t('decision.categoriesTooltip', 'Share of the values that moved to other categories: 0.1 is 10 %.'),
        step: 0.05,
      },
      {
        key: 'missingRate',
        label: t('decision.missing', 'Missing values'),
        tooltip: t('decision.missingTooltip', 'Change of the share of missing values: 0.01 is one percentage point.'),
        step: 0.01,
      },
      {
        key: 'ks',
        label: t('decision.ks', 'KS distance'),
        tooltip: t(
          'decision.ksTooltip',
          'Largest difference of the shares of values below any point. Numbers drift by this or by their shift.'
        ),
        step: 0.05,
      },
    ],
  };
}
