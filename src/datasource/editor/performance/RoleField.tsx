import React from 'react';
import { t } from '../../text';
import { PickField } from '../fields/PickField';
import { variableOptions } from '../fields/variableOptions';
import type { Resources, SelectionDescription } from '../../resources';
import type { Loaded } from '../fields/useLoaded';
import { type PerformanceRole, roleOptions } from './suggestRoles';

interface Props {
  id: string;
  role: PerformanceRole;
  label: string;
  tooltip: string;
  optional?: boolean;
  error: string | undefined;
  resources: Resources;
  /** Of the columns of which one is picked. */
  description: Loaded<SelectionDescription>;
  value: string | undefined;
  onChange: (name: string | undefined) => void;
}

/** A column for a role: those that are called so come first. */
export function RoleField({ role, resources, description, value, ...field }: Props) {
  const options = description.value === undefined ? [] : roleOptions(role, description.value);
  return (
    <PickField
      {...field}
      width={26}
      custom={t('features.custom', 'Custom value (variables supported)')}
      loading={description.loading}
      placeholder={t('versions.choose', 'Select a column')}
      options={[
        ...options.map(({ name, description: said, isLikely }) => ({
          value: name,
          description: isLikely ? t('performance.likely', 'Matches by name. {{said}}', { said }) : said,
        })),
        ...variableOptions(resources),
      ]}
      value={value === '' ? undefined : value}
    />
  );
}
