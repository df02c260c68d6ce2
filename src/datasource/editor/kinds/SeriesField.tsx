import React from 'react';
import { MultiCombobox } from '@grafana/ui';
import { SUMMARY_NAMES } from '../../../query/qualityQuery';
import type { QueryDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import { errorBelow } from '../features/errorBelow';
import { LabelledField } from '../fields/LabelledField';
import type { SectionProps } from '../SectionProps';
import { DetailField } from './DetailField';

type Series = NonNullable<QueryDraft['series']>[number];

const SERIES: readonly Series[] = ['severity', ...SUMMARY_NAMES];

/** Which figures of each feature are drawn over time; in a table whether every finding has a row. */
export function SeriesField(props: SectionProps) {
  const { draft, errors, onChange } = props;
  if (draft.format !== 'timeseries') {
    return <DetailField {...props} />;
  }
  return (
    <LabelledField
      label={t('quality.series', 'Series')}
      htmlFor="series"
      tooltip={t('quality.seriesTooltip', 'Values per window: the severity, or a measure with its expected range.')}
      error={errorBelow(errors, 'series')}
    >
      <MultiCombobox<Series>
        id="series"
        width="auto"
        minWidth={20}
        maxWidth={60}
        options={SERIES.map((value) => ({ value, label: value.replace('_', ' ') }))}
        value={draft.series ?? ['severity']}
        onChange={(chosen) =>
          onChange({ ...draft, series: chosen.length > 0 ? chosen.map(({ value }) => value) : undefined })
        }
      />
    </LabelledField>
  );
}
