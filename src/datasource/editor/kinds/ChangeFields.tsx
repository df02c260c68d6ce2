import React from 'react';
import type { QueryDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import { LabelledField } from '../fields/LabelledField';
import { SteadyCombobox } from '../fields/SteadyCombobox';
import { TextField } from '../fields/TextField';
import type { SectionProps } from '../SectionProps';

type Subject = 'features' | 'measures' | 'drift';

/** What has a level that may change, and the season that is no change. */
export function ChangeFields({ draft, errors, onChange }: SectionProps) {
  return (
    <>
      <LabelledField
        label={t('change.subject', 'Changes of')}
        htmlFor="change-subject"
        tooltip={t('change.subjectTooltip', 'The series whose level may change.')}
        error={errors.get('of')}
      >
        <SteadyCombobox<Subject>
          id="change-subject"
          width={20}
          options={[
            {
              value: 'features',
              label: t('change.features', 'Features'),
              description: t('change.featuresIs', 'Mean, spread, and shares of each feature'),
            },
            {
              value: 'measures',
              label: t('change.measures', 'Measures'),
              description: t('change.measuresIs', 'Counts, averages, and expressions'),
            },
            {
              value: 'drift',
              label: t('change.drift', 'Drift'),
              description: t('change.driftIs', 'The effect of each feature against the same time a week before'),
            },
          ]}
          value={subjectOf(draft)}
          onChange={({ value }) => onChange(withSubject(draft, value))}
        />
      </LabelledField>
      <TextField
        id="period"
        label={t('change.period', 'Season')}
        tooltip={t(
          'change.periodTooltip',
          'Period of a pattern that is expected, such as 1w. Must be seen four times.'
        )}
        placeholder={t('change.noPeriod', 'None')}
        width={12}
        optional
        value={draft.period ?? ''}
        error={errors.get('period')}
        onChange={(period) => onChange({ ...draft, period: period === '' ? undefined : period })}
      />
    </>
  );
}

function subjectOf({ of, measures }: QueryDraft): Subject {
  return of !== undefined ? 'drift' : measures !== undefined ? 'measures' : 'features';
}

function withSubject({ of, measures, ...draft }: QueryDraft, subject: Subject): QueryDraft {
  switch (subject) {
    case 'features':
      return draft;
    case 'measures':
      return { ...draft, measures: measures ?? [{ name: 'rows', aggregate: 'count' }] };
    case 'drift':
      return { ...draft, of: of ?? { kind: 'drift', baseline: { kind: 'previous', offset: '7d' } } };
  }
}
