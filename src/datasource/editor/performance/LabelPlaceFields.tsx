import React, { useState } from 'react';
import { RadioButtonGroup } from '@grafana/ui';
import { t } from '../../text';
import type { FeatureProps } from '../features/FeatureProps';
import { FieldRow } from '../fields/FieldRow';
import { LabelledField } from '../fields/LabelledField';
import { PickField } from '../fields/PickField';
import { useCompletion } from '../fields/useCompletion';
import { useLoaded } from '../fields/useLoaded';
import { variableOptions } from '../fields/variableOptions';
import { type LabelPlace, placeKey } from './labelPlace';
import { RoleField } from './RoleField';
import { roleOptions } from './suggestRoles';
import { withLabel } from './withLabel';

interface Props extends FeatureProps {
  place: LabelPlace;
}

/** Whether labels are in the rows of the predictions; if not, where, and by which column they are found. */
export function LabelPlaceFields(props: Props) {
  const { resources, draft, errors, onChange, connection, description, place } = props;
  const key = placeKey(connection.type);
  const [wanted, setWanted] = useState(false);
  const isElsewhere = wanted || place.isElsewhere;
  const choose = (elsewhere: boolean) => {
    setWanted(elsewhere);
    const change = elsewhere ? { key: onlyKey(props) } : { path: undefined, index: undefined, key: undefined };
    onChange(withLabel(draft, change));
  };
  return (
    <FieldRow>
      <LabelledField
        label={t('performance.where', 'Labels are in')}
        htmlFor="labels-where"
        tooltip={t('performance.whereTooltip', 'Labels elsewhere are matched by a key that both sides have.')}
      >
        <RadioButtonGroup
          id="labels-where"
          aria-label={t('performance.where', 'Labels are in')}
          options={[
            { value: false, label: t('performance.same', 'The same rows') },
            {
              value: true,
              label: key === 'path' ? t('performance.file', 'Another file') : t('performance.index', 'Another index'),
            },
          ]}
          value={isElsewhere}
          onChange={choose}
        />
      </LabelledField>
      {isElsewhere && <PlaceField {...props} />}
      {isElsewhere && (
        <RoleField
          resources={resources}
          description={description}
          id="label-key"
          role="key"
          label={t('performance.key', 'Key')}
          tooltip={t(
            'performance.keyTooltip',
            'Column that identifies a prediction, with the same name on both sides. Example: request_id.'
          )}
          error={errors.get('label.key')}
          value={draft.label?.key}
          onChange={(chosen) => onChange(withLabel(draft, { key: chosen }))}
        />
      )}
    </FieldRow>
  );
}

function PlaceField({ resources, draft, errors, onChange, connection, place }: Props) {
  const key = placeKey(connection.type);
  const isFile = key === 'path';
  const files = useLoaded(isFile ? `files ${connection.resolved}` : null, () => resources.files(connection.resolved));
  const indices = useCompletion(resources, { connection: connection.resolved, what: 'index' });
  return (
    <PickField
      id="label-place"
      label={isFile ? t('performance.labelFile', 'Label file') : t('performance.labelIndex', 'Label index')}
      tooltip={t('performance.placeTooltip', 'In the same connection as the predictions.')}
      width={32}
      error={errors.get(`label.${key}`) ?? (isFile ? files.error : indices.error) ?? place.description.error}
      custom={t('selection.index.custom', 'Custom name or pattern (variables supported)')}
      loading={files.loading}
      placeholder={
        isFile ? t('selection.file.choose', 'Select a file') : t('selection.index.choose', 'Select an index')
      }
      options={
        isFile ? [...(files.value ?? []).map((value) => ({ value })), ...variableOptions(resources)] : indices.options
      }
      value={draft.label?.[key]}
      onChange={(chosen) => onChange(withLabel(draft, { [key]: chosen }))}
    />
  );
}

/** The column of predictions that is called like a key, if there is but one. */
function onlyKey({ draft, description }: Props): string | undefined {
  const likely = description.value === undefined ? [] : roleOptions('key', description.value);
  const names = likely.filter(({ isLikely }) => isLikely).map(({ name }) => name);
  return draft.label?.key ?? (names.length === 1 ? names[0] : undefined);
}
