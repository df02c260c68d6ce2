import React from 'react';
import type { BaselineDraft } from '../../ModelwatchQuery';
import type { Resources } from '../../resources';
import { t } from '../../text';
import type { DraftErrors } from '../../validateDraft';
import { PickField } from '../fields/PickField';
import { useLoaded } from '../fields/useLoaded';
import { variableOptions } from '../fields/variableOptions';

interface Props {
  resources: Resources;
  id: string;
  errors: DraftErrors;
  set: (baseline: BaselineDraft) => void;
}

/** Which of the stored baselines; why there is none to choose. */
export function ProfileField({ resources, id, errors, set }: Props) {
  const { value, loading, error } = useLoaded('profiles', resources.profiles);
  const none =
    value?.length === 0
      ? t(
          'baseline.noProfiles',
          'No stored profiles. Create one with "modelwatch profile" in the profile folder of the data source settings.'
        )
      : undefined;
  return (
    <PickField
      id="baseline-profile"
      label={t('baseline.profileId', 'Profile')}
      tooltip={t('baseline.profileTooltip', 'A file in the profile folder of the data source settings.')}
      error={error ?? (id === '' ? none : errors.get('baseline.id'))}
      width={32}
      custom={t('baseline.profileCustom', 'Custom name (variables supported)')}
      loading={loading}
      options={[...(value ?? []).map((name) => ({ value: name })), ...variableOptions(resources)]}
      value={id === '' ? undefined : id}
      placeholder={t('baseline.profileChoose', 'Select a profile')}
      onChange={(chosen) => set({ kind: 'profile', id: chosen ?? '' })}
    />
  );
}
