import React from 'react';
import { takesKey } from '../../queryKeys';
import { t } from '../../text';
import { FieldRow } from '../fields/FieldRow';
import { NumberField } from '../fields/NumberField';
import { PickField } from '../fields/PickField';
import { TextField } from '../fields/TextField';
import { variableOptions } from '../fields/variableOptions';
import type { SectionProps } from '../SectionProps';

/** When a window is complete, where days begin, and how rare a value may be to be shown. */
export function TimingFields({ resources, draft, errors, onChange }: SectionProps) {
  const kind = draft.kind ?? 'drift';
  return (
    <FieldRow>
      {takesKey(kind, 'delay') && (
        <TextField
          id="delay"
          label={t('timing.delay', 'Ingestion delay')}
          optional
          width={14}
          placeholder="0"
          tooltip={t('timing.delayTooltip', 'Skips windows ending within this time. Example: 2h.')}
          value={draft.delay ?? ''}
          error={errors.get('delay')}
          onChange={(delay) => onChange({ ...draft, delay: delay === '' ? undefined : delay })}
        />
      )}
      {takesKey(kind, 'timezone') && (
        <PickField
          id="timezone"
          label={t('timing.zone', 'Time zone')}
          optional
          width={28}
          custom={t('timing.zoneCustom', 'Use this time zone')}
          placeholder="UTC"
          tooltip={t('timing.zoneTooltip', 'Windows of a day or longer start at midnight in this time zone.')}
          options={[{ value: 'UTC' }, ...ZONES.map((value) => ({ value })), ...variableOptions(resources)]}
          value={draft.timezone}
          error={errors.get('timezone')}
          onChange={(timezone) => onChange({ ...draft, timezone })}
        />
      )}
      {takesKey(kind, 'minimumCount') && (
        <NumberField
          id="minimum-count"
          label={t('timing.minimum', 'Minimum group size')}
          tooltip={t(
            'timing.minimumTooltip',
            'Smaller categories and bins are merged into the rest, to protect individuals.'
          )}
          step={1}
          defaultValue={0}
          value={draft.minimumCount}
          error={errors.get('minimumCount')}
          onChange={(minimumCount) => onChange({ ...draft, minimumCount })}
        />
      )}
      {takesKey(kind, 'minimumCoverage') && (
        <NumberField
          id="minimum-coverage"
          label={t('timing.coverage', 'Minimum coverage')}
          tooltip={t(
            'timing.coverageTooltip',
            'Prometheus: no verdict where series cover less of the window than this share. 0.8 = 80%.'
          )}
          defaultValue={0.8}
          value={draft.minimumCoverage}
          error={errors.get('minimumCoverage')}
          onChange={(minimumCoverage) => onChange({ ...draft, minimumCoverage })}
        />
      )}
      {takesKey(kind, 'partial') && draft.format === 'alert' && (
        <PickField
          id="partial"
          label={t('timing.partial', 'Partial answers')}
          optional
          width={18}
          tooltip={t(
            'timing.partialTooltip',
            'What the alert says when the store warns that its answer is incomplete: no verdict, or an error.'
          )}
          placeholder="undecided"
          options={[
            { value: 'undecided', label: t('timing.partialUndecided', 'No verdict') },
            { value: 'error', label: t('timing.partialError', 'Error') },
          ]}
          value={draft.partial}
          error={errors.get('partial')}
          onChange={(chosen) =>
            onChange({ ...draft, partial: (['undecided', 'error'] as const).find((one) => one === chosen) })
          }
        />
      )}
      {takesKey(kind, 'cluster') && (
        <TextField
          id="cluster"
          label={t('timing.cluster', 'Cluster')}
          optional
          width={20}
          tooltip={t(
            'timing.clusterTooltip',
            'Rows with the same value in this column are not independent. Example: user_id. Files only.'
          )}
          value={draft.cluster ?? ''}
          error={errors.get('cluster')}
          onChange={(cluster) => onChange({ ...draft, cluster: cluster === '' ? undefined : cluster })}
        />
      )}
    </FieldRow>
  );
}

const ZONES = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC');
