import type { ComponentType } from 'react';
import type { QueryKindName } from '../../ModelwatchQuery';
import { t } from '../../text';
import type { SectionProps } from '../SectionProps';
import { DistributionFields } from './DistributionFields';
import { DriftFields } from './DriftFields';

/**
 * A kind of question as the editor shows it. Fields for keys that several kinds share (features, baseline, tests, …) are
 * shown to every kind whose schema has the key; what only one kind has stands in its own `Fields`.
 */
interface QueryKind {
  readonly label: string;
  readonly description: string;
  readonly Fields?: ComponentType<SectionProps>;
}

/** Those that have a form. */
export const KIND_NAMES: readonly QueryKindName[] = ['drift', 'distribution'];

export function queryKind(kind: QueryKindName): QueryKind {
  switch (kind) {
    case 'drift':
      return {
        label: t('kinds.drift', 'Drift'),
        description: t('kinds.driftIs', 'Verdicts: what drifted, since when, by how much'),
        Fields: DriftFields,
      };
    case 'distribution':
      return {
        label: t('kinds.distribution', 'Distributions'),
        description: t('kinds.distributionIs', 'The values themselves, now and in the baseline'),
        Fields: DistributionFields,
      };
    default:
      return { label: kind, description: '' };
  }
}
