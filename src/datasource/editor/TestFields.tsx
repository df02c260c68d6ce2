import React from 'react';
import { MultiCombobox, RadioButtonGroup } from '@grafana/ui';
import { CATEGORICAL_TESTS, NUMERIC_TESTS, TEST_NAMES, type TestName } from '../../query/testNames';
import type { QueryDraft } from '../ModelwatchQuery';
import type { DraftErrors } from '../validateDraft';
import { LabelledField } from './LabelledField';

interface Props {
  draft: QueryDraft;
  errors: DraftErrors;
  onChange: (draft: QueryDraft) => void;
}

const CHOICES = [
  { value: 'auto' as const, label: 'Auto', description: "Chosen by the feature's type" },
  { value: 'picked' as const, label: 'Pick', description: 'The first one that has a p-value decides' },
];

const NUMERIC: ReadonlySet<string> = new Set(NUMERIC_TESTS);
const CATEGORICAL: ReadonlySet<string> = new Set(CATEGORICAL_TESTS);

const OPTIONS = TEST_NAMES.map((value) => ({ value, description: kindsOf(value) }));

/** Which tests are run: by default the right one for each type. */
export function TestFields({ draft, errors, onChange }: Props) {
  const tests = draft.tests ?? 'auto';
  return (
    <>
      <LabelledField
        label="Tests"
        htmlFor="tests-choice"
        tooltip="Auto takes Kolmogorov-Smirnov for numbers, χ² with a look at each category for categories, Fisher for booleans; and always the missing rate."
      >
        <RadioButtonGroup
          id="tests-choice"
          aria-label="Tests"
          options={CHOICES}
          value={tests === 'auto' ? 'auto' : 'picked'}
          onChange={(choice) => onChange({ ...draft, tests: choice === 'auto' ? 'auto' : ['ks', 'chi_square'] })}
        />
      </LabelledField>
      {tests !== 'auto' && (
        <LabelledField
          label="Tests picked"
          htmlFor="tests"
          tooltip="In the order given: the first one that has a p-value for the feature's type decides, the others inform."
          error={tests.length === 0 ? 'Pick at least one test' : errors.get('tests')}
        >
          <MultiCombobox<TestName>
            id="tests"
            width={50}
            options={OPTIONS}
            value={tests}
            onChange={(chosen) => onChange({ ...draft, tests: chosen.map((option) => option.value) })}
          />
        </LabelledField>
      )}
    </>
  );
}

function kindsOf(test: TestName): string {
  const kinds = [NUMERIC.has(test) ? 'numbers' : '', CATEGORICAL.has(test) ? 'categories' : ''];
  return `for ${kinds.filter((kind) => kind !== '').join(' and ')}`;
}
