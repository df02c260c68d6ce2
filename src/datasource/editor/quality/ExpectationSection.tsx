import React from 'react';
import { css } from '@emotion/css';
import type { FeatureSpec } from '../../../query/selection';
import { t } from '../../text';
import { Disclosure } from '../fields/Disclosure';
import { LabelledField } from '../fields/LabelledField';
import { FieldRow } from '../fields/FieldRow';
import type { FeatureProps } from '../features/FeatureProps';
import type { AskedRange } from '../SectionProps';
import { SteadyCombobox } from '../fields/SteadyCombobox';
import { ExpectationRow } from './ExpectationRow';
import { LearnButton } from './LearnButton';
import { withExpectation } from './withExpectation';

/** What values must be like whatever the baseline says, for each feature that has such expectations. */
export function ExpectationSection(props: FeatureProps & { range: AskedRange }) {
  const { draft, errors, onChange, description, connection } = props;
  const current = draft.current ?? {};
  const features = current.features ?? [];
  const write = (changed: readonly FeatureSpec[]) =>
    onChange({ ...draft, current: { ...current, features: changed.length > 0 ? [...changed] : undefined } });
  const fields = (description.value?.fields ?? []).filter(({ type }) => type !== 'time');
  // Features that are listed are the only ones to be checked: as long as all were meant, all are listed then.
  const listed: readonly FeatureSpec[] =
    features.length > 0 || connection.type === 'prometheus' ? features : fields.map(({ name }) => ({ name }));
  const expected = features.filter(({ expect }) => expect !== undefined);
  const times = (description.value?.fields ?? []).filter(
    ({ name, type }) => type === 'time' && !listed.some((feature) => feature.name === name)
  );
  const addable = [...listed, ...times.map(({ name }): FeatureSpec => ({ name }))].filter(
    ({ name, expect }) => name !== '' && expect === undefined
  );
  return (
    <Disclosure isNested title={t('expect.title', 'Expectations')} summary={summary(expected)}>
      {features.map(
        (feature, place) =>
          feature.expect !== undefined && (
            <ExpectationRow
              key={place}
              {...props}
              id={`expect-${place}`}
              name={feature.name}
              expectation={feature.expect}
              error={(key) => errors.get(`current.features.${place}.expect${key === '' ? '' : `.${key}`}`)}
              onChange={(expect) => write(withExpectation(features, feature.name, expect))}
            />
          )
      )}
      <FieldRow>
        <LabelledField
          label={t('expect.add', 'Add expectations for')}
          htmlFor="add-expectation"
          tooltip={t('expect.addTooltip', 'Expected range, allowed values, type, or maximum missing rate.')}
        >
          <SteadyCombobox
            id="add-expectation"
            width={28}
            createCustomValue
            placeholder={t('expect.choose', 'Select a feature')}
            options={addable.map(({ name }) => ({ value: name }))}
            value={null}
            onChange={({ value }) => write(withExpectation(listed, value, {}))}
          />
        </LabelledField>
        <LearnButton {...props} listed={listed} onLearnt={write} />
      </FieldRow>
      <p className={styles.note}>
        {t('expect.note', 'Checks also compare with the baseline: columns, values, ranges, and missing rates.')}
      </p>
    </Disclosure>
  );
}

function summary(expected: readonly FeatureSpec[]): string {
  return expected.length === 0
    ? t('expect.none', 'None (compared with the baseline only)')
    : expected.map(({ name }) => name).join(', ');
}

const styles = { note: css({ margin: 0, opacity: 0.75, fontSize: 12 }) };
