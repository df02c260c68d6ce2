import React from 'react';
import type { ComboboxOption } from '@grafana/ui';
import type { BaselineDraft, QueryKindName } from '../../ModelwatchQuery';
import { baselinesOf, needsBaseline, takesKey } from '../../queryKeys';
import { t } from '../../text';
import { LabelledField } from '../fields/LabelledField';
import type { SectionProps } from '../SectionProps';
import { SteadyCombobox } from '../fields/SteadyCombobox';
import { baselineKind, emptyBaseline } from './baselineKinds';
import { comparisonOf, comparisons } from './comparisons';

interface Props extends Pick<SectionProps, 'draft'> {
  set: (baseline: BaselineDraft | undefined) => void;
}

const NONE = 'none';

/** With what is compared; for numbers over time the usual comparisons first. */
export function BaselineKindField({ draft, set }: Props) {
  const kind = draft.kind ?? 'drift';
  const { baseline } = draft;
  const usual = takesKey(kind, 'measures') ? comparisons() : [];
  const chosen = baseline === undefined || usual.length === 0 ? undefined : comparisonOf(baseline)?.value;
  return (
    <LabelledField
      label={t('baseline.label', 'Baseline')}
      htmlFor="baseline-kind"
      tooltip={t('baseline.tooltip', 'Reference data for the comparison.')}
    >
      <SteadyCombobox
        id="baseline-kind"
        width={24}
        options={[...usual, ...kindOptions(kind)]}
        value={chosen ?? baseline?.kind ?? NONE}
        onChange={({ value }) => {
          const known = baselinesOf(kind).find((one) => one === value);
          set(usual.find((one) => one.value === value)?.baseline ?? (known && emptyBaseline(known)));
        }}
      />
    </LabelledField>
  );
}

function kindOptions(kind: QueryKindName): ComboboxOption[] {
  const kinds = baselinesOf(kind).map((value) => ({ value, ...baselineKind(value) }));
  const none = {
    value: NONE,
    label: t('baseline.none', 'No baseline'),
    description: t('baseline.noneIs', 'Checks expectations only'),
  };
  return needsBaseline(kind) ? kinds : [none, ...kinds];
}
