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
          'There is no stored profile: write one with "modelwatch profile", into the folder that the data source\'s settings name'
        )
      : undefined;
  return (
    <PickField
      id="baseline-profile"
      label={t('baseline.profileId', 'Profile')}
      tooltip={t('baseline.profileTooltip', "A file of the folder of profiles, which the data source's settings name.")}
      error={error ?? (id === '' ? none : errors.get('baseline.id'))}
      width={32}
      custom={t('baseline.profileCustom', 'Use this name; it may be a variable')}
      loading={loading}
      options={[...(value ?? []).map((name) => ({ value: name })), ...variableOptions(resources)]}
      value={id === '' ? undefined : id}
      placeholder={t('baseline.profileChoose', 'Choose a profile')}
      onChange={(chosen) => set({ kind: 'profile', id: chosen ?? '' })}
    />
  );
}
