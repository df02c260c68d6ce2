import React from 'react';
import { css } from '@emotion/css';
import { MultiCombobox, RadioButtonGroup } from '@grafana/ui';
import { CATEGORICAL_TESTS, NUMERIC_TESTS, TEST_NAMES, type TestName } from '../../../query/testNames';
import { t } from '../../text';
import { LabelledField } from '../fields/LabelledField';
import type { SectionProps } from '../SectionProps';
import { testWords } from './testWords';

const NUMERIC: ReadonlySet<string> = new Set(NUMERIC_TESTS);
const CATEGORICAL: ReadonlySet<string> = new Set(CATEGORICAL_TESTS);

/** Which tests are run: by default the right one for each type. */
export function TestFields({ draft, errors, onChange }: SectionProps) {
  const tests = draft.tests ?? 'auto';
  const choices = [
    {
      value: 'auto' as const,
      label: t('tests.auto', 'Auto'),
      description: t('tests.autoIs', 'Selects tests by feature type'),
    },
    {
      value: 'picked' as const,
      label: t('tests.pick', 'Custom'),
      description: t('tests.pickIs', 'The first test with a p-value decides'),
    },
  ];
  return (
    <>
      <LabelledField
        label={t('tests.label', 'Tests')}
        htmlFor="tests-choice"
        tooltip={t(
          'tests.tooltip',
          'Auto uses Kolmogorov-Smirnov for numbers, χ² for categories, and Fisher for booleans, and always tests the missing rate. "Types and tests" below lists the tests per feature.'
        )}
      >
        <RadioButtonGroup
          id="tests-choice"
          aria-label={t('tests.label', 'Tests')}
          options={choices}
          value={tests === 'auto' ? 'auto' : 'picked'}
          onChange={(choice) => onChange({ ...draft, tests: choice === 'auto' ? 'auto' : ['ks', 'chi_square'] })}
        />
      </LabelledField>
      {tests !== 'auto' && (
        <div className={styles.picked}>
          <LabelledField
            label={t('tests.picked', 'Selected tests')}
            htmlFor="tests"
            tooltip={t(
              'tests.pickedTooltip',
              "The first selected test with a p-value for the feature's type decides. Others are informational."
            )}
            error={tests.length === 0 ? t('tests.none', 'Select at least one test') : errors.get('tests')}
          >
            <MultiCombobox<TestName>
              id="tests"
              options={TEST_NAMES.map(optionOf)}
              value={tests}
              onChange={(chosen) => onChange({ ...draft, tests: chosen.map((option) => option.value) })}
            />
          </LabelledField>
        </div>
      )}
    </>
  );
}

function optionOf(value: TestName) {
  const { label, sees } = testWords(value);
  const kinds = [
    NUMERIC.has(value) ? t('tests.numbers', 'numbers') : '',
    CATEGORICAL.has(value) ? t('tests.categories', 'categories') : '',
  ].filter((kind) => kind !== '');
  return {
    value,
    label,
    description: `${sees} (${t('tests.for', 'for {{kinds}}', { kinds: kinds.join(', ') })})`,
  };
}

const styles = { picked: css({ flex: '1 1 320px', minWidth: 0, maxWidth: 700 }) };
