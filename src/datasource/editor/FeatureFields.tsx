import React from 'react';
import { css } from '@emotion/css';
import { MultiCombobox } from '@grafana/ui';
import type { FeatureSpec } from '../../query/selection';
import type { QueryDraft } from '../ModelwatchQuery';
import type { Resources } from '../resources';
import type { DraftErrors } from '../validateDraft';
import { LabelledField } from './LabelledField';
import { useSelectionDescription } from './useSelectionDescription';

interface Props {
  resources: Resources;
  draft: QueryDraft;
  errors: DraftErrors;
  onChange: (draft: QueryDraft) => void;
}

/** Which features are judged, and by what they are told apart. */
export function FeatureFields({ resources, draft, errors, onChange }: Props) {
  const current = draft.current ?? {};
  const { value, loading } = useSelectionDescription(resources, current);
  const fields = (value?.fields ?? []).filter(({ type }) => type !== 'time');
  const options = fields.map(({ name, type, evidence }) => ({ value: name, description: `${type}: ${evidence}` }));
  const features = current.features ?? [];
  const pick = (names: string[]) => {
    const picked = names.map((name): FeatureSpec => features.find((feature) => feature.name === name) ?? { name });
    onChange({ ...draft, current: { ...current, features: picked.length > 0 ? picked : undefined } });
  };
  return (
    <>
      <div className={styles.features}>
        <LabelledField
          label="Features"
          htmlFor="features"
          tooltip="Input columns and prediction outputs to judge. None chosen means all of them."
          error={errorBelow(errors, 'current.features')}
        >
          <MultiCombobox
            id="features"
            createCustomValue
            customValueDescription="Use this name; it may be a variable"
            loading={loading}
            placeholder="All features"
            options={withChosen(
              options,
              features.map(({ name }) => name)
            )}
            value={features.map(({ name }) => name)}
            onChange={(chosen) => pick(chosen.map((option) => option.value))}
          />
        </LabelledField>
      </div>
      <div className={styles.segments}>
        <LabelledField
          label="Told apart by"
          htmlFor="segment-by"
          optional
          tooltip="Each value of these columns is judged by itself, for example each model version or each airport."
          error={errorBelow(errors, 'segmentBy')}
        >
          <MultiCombobox
            id="segment-by"
            createCustomValue
            loading={loading}
            placeholder="Nothing"
            options={withChosen(options, draft.segmentBy ?? [])}
            value={draft.segmentBy ?? []}
            onChange={(chosen) =>
              onChange({ ...draft, segmentBy: chosen.length > 0 ? chosen.map((option) => option.value) : undefined })
            }
          />
        </LabelledField>
      </div>
    </>
  );
}

/** Chosen names that the file doesn't have (any more) stay visible. Labels are what the control measures its pills by. */
function withChosen<Option extends { value: string }>(options: readonly Option[], chosen: readonly string[]) {
  const missing = chosen.filter((name) => !options.some(({ value }) => value === name));
  const all = [...options, ...missing.map((value) => ({ value, description: 'not among the columns' }))];
  return all.map((option) => ({ ...option, label: option.value }));
}

/** The first error of a list or of one of its entries. */
function errorBelow(errors: DraftErrors, path: string): string | undefined {
  return [...errors].find(([key]) => key === path || key.startsWith(`${path}.`))?.[1];
}

/** Wide enough for names, and they share the row. */
const styles = {
  features: css({ flex: '3 1 320px', minWidth: 0, maxWidth: 900 }),
  segments: css({ flex: '1 1 200px', minWidth: 0, maxWidth: 400 }),
};
