import type { ComponentType } from 'react';
import { querySchema } from '../../../query/query';
import type { QueryKindName } from '../../ModelwatchQuery';
import { t } from '../../text';
import type { SectionProps } from '../SectionProps';
import { ChangeFields } from './ChangeFields';
import { DetailField } from './DetailField';
import { DistributionFields } from './DistributionFields';
import { ExplainFields } from './ExplainFields';
import { SeriesField } from './SeriesField';

/**
 * A kind of question as the editor shows it. Fields for keys that several kinds share (features, baseline, tests, …) are
 * shown to every kind whose schema has the key; what only one kind has stands in its own `Fields`.
 */
interface QueryKind {
  readonly label: string;
  readonly description: string;
  readonly Fields?: ComponentType<SectionProps>;
}

export const KIND_NAMES: readonly QueryKindName[] = querySchema.options.map(({ shape }) => shape.kind.value);

export function queryKind(kind: QueryKindName): QueryKind {
  switch (kind) {
    case 'drift':
      return {
        label: t('kinds.drift', 'Drift'),
        description: t('kinds.driftIs', 'Which features drifted, since when, and by how much'),
        Fields: DetailField,
      };
    case 'distribution':
      return {
        label: t('kinds.distribution', 'Distributions'),
        description: t('kinds.distributionIs', 'Distributions of values, current and baseline'),
        Fields: DistributionFields,
      };
    case 'quality':
      return {
        label: t('kinds.quality', 'Quality'),
        description: t('kinds.qualityIs', 'Missing, invalid, and unexpected values; new and removed columns'),
        Fields: SeriesField,
      };
    case 'volume':
      return {
        label: t('kinds.volume', 'Volume'),
        description: t('kinds.volumeIs', 'Calls, latency, and errors compared with past days or weeks'),
      };
    case 'performance':
      return {
        label: t('kinds.performance', 'Performance'),
        description: t('kinds.performanceIs', 'How good predictions are, against labels that arrive late'),
      };
    case 'change':
      return {
        label: t('kinds.change', 'Change points'),
        description: t('kinds.changeIs', 'When the level of a number, a feature, or drift itself changed'),
        Fields: ChangeFields,
      };
    case 'explain':
      return {
        label: t('kinds.explain', 'Causes'),
        description: t('kinds.explainIs', 'Where the drift of a feature comes from: slices, mix, versions, units'),
        Fields: ExplainFields,
      };
    case 'versions':
      return {
        label: t('kinds.versions', 'Versions'),
        description: t('kinds.versionsIs', 'Which model version is active, since when, and its share of calls'),
      };
  }
}
