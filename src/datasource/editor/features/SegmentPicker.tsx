import React from 'react';
import { css } from '@emotion/css';
import { MultiCombobox } from '@grafana/ui';
import { t } from '../../text';
import { LabelledField } from '../fields/LabelledField';
import { useCompletion } from '../fields/useCompletion';
import { variableOptions } from '../fields/variableOptions';
import { errorBelow } from './errorBelow';
import type { FeatureProps } from './FeatureProps';
import { withChosen } from './withChosen';

/** Labels or columns each of whose values is judged by itself. */
export function SegmentPicker({ resources, draft, errors, onChange, connection, description }: FeatureProps) {
  const chosen = draft.segmentBy ?? [];
  const isPrometheus = connection.type === 'prometheus';
  const { matchers, features = [] } = draft.current ?? {};
  const labels = useCompletion(resources, {
    connection: connection.resolved,
    what: 'label',
    matchers,
    metric: features.length === 1 ? features[0].metric : undefined,
  });
  const fields = (description.value?.fields ?? []).filter(({ type, identifier }) => type !== 'time' && !identifier);
  const columns = withChosen(
    [
      ...fields.map(({ name, type, evidence }) => ({ value: name, description: `${type}: ${evidence}` })),
      ...variableOptions(resources),
    ],
    chosen
  );
  return (
    <div className={styles.narrow}>
      <LabelledField
        label={t('segments.label', 'Segment by')}
        htmlFor="segment-by"
        optional
        tooltip={t('segments.tooltip', 'Evaluates each value separately, such as each region.')}
        error={errorBelow(errors, 'segmentBy') ?? (isPrometheus ? labels.error : undefined)}
      >
        <MultiCombobox
          id="segment-by"
          createCustomValue
          loading={description.loading}
          placeholder={t('segments.none', 'No segments')}
          options={isPrometheus ? labels.options : columns}
          value={isPrometheus ? chosen.map((value) => ({ value, label: value })) : chosen}
          onChange={(picked) =>
            onChange({ ...draft, segmentBy: picked.length > 0 ? picked.map((option) => option.value) : undefined })
          }
        />
      </LabelledField>
    </div>
  );
}

const styles = { narrow: css({ flex: '1 1 200px', minWidth: 0, maxWidth: 400 }) };
