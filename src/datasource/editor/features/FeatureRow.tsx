import React from 'react';
import type { FeatureType } from '../../../query/featureType';
import type { TestName } from '../../../query/testNames';
import { t } from '../../text';
import { HiddenLabel } from '../fields/HiddenLabel';
import { SteadyCombobox } from '../fields/SteadyCombobox';
import { testsOf } from '../tests/testsOf';
import { testWords } from '../tests/testWords';
import type { ShownFeature } from './shownFeatures';

interface Props {
  feature: ShownFeature;
  tests: 'auto' | readonly TestName[];
  onType: (name: string, type: FeatureType | undefined) => void;
}

const AUTO = 'auto';
const TYPES: readonly FeatureType[] = ['numeric', 'categorical', 'boolean', 'text'];

export function FeatureRow({ feature, tests, onType }: Props) {
  const { name, type, override, found, evidence, isListed } = feature;
  const id = `type-${name}`;
  const auto = found === undefined ? t('types.auto', 'auto') : t('types.autoIs', 'auto: {{type}}', { type: found });
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {isListed ? (
          <>
            <HiddenLabel htmlFor={id}>{t('types.of', 'Type of {{name}}', { name })}</HiddenLabel>
            <SteadyCombobox
              id={id}
              width={22}
              options={[{ value: AUTO, label: auto }, ...TYPES.map((value) => ({ value, label: value }))]}
              value={override ?? AUTO}
              onChange={({ value }) =>
                onType(
                  name,
                  TYPES.find((known) => known === value)
                )
              }
            />
          </>
        ) : (
          (type ?? t('types.unknown', 'unknown'))
        )}
      </td>
      <td>{override === undefined ? evidence : t('types.byHand', 'set manually')}</td>
      <td>
        {type === undefined
          ? ''
          : testsOf(type, tests)
              .map((test) => testWords(test).label)
              .join(', ')}
      </td>
    </tr>
  );
}
