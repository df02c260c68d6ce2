import React from 'react';
import { RadioButtonGroup } from '@grafana/ui';
import { t } from '../../text';
import type { FeatureProps } from '../features/FeatureProps';
import { LabelledField } from '../fields/LabelledField';
import { NumberField } from '../fields/NumberField';
import { RoleField } from './RoleField';
import { classOfScore, roleOptions } from './suggestRoles';

interface Props extends FeatureProps {
  classes: readonly string[];
}

/** The score of the positive class, or one for each of several classes; and where a score is cut without a prediction. */
export function ScoreFields(props: Props) {
  const { resources, draft, errors, onChange, description, classes } = props;
  const { score, prediction, threshold } = draft;
  const byClass = typeof score === 'object' ? score : undefined;
  const set = (name: string, column: string | undefined) => {
    const kept = Object.entries({ ...byClass, [name]: column ?? '' }).filter(([, one]) => one !== '');
    onChange({ ...draft, score: Object.fromEntries(kept) });
  };
  const shared = { resources, description, role: 'score' } as const;
  const names = [...new Set([...classes, ...Object.keys(byClass ?? {})])].sort();
  return (
    <>
      {(byClass !== undefined || classes.length > 2) && (
        <LabelledField
          label={t('performance.scoreForm', 'Scores')}
          htmlFor="score-form"
          tooltip={t('performance.scoreFormTooltip', 'Models of several classes may log a probability for each.')}
        >
          <RadioButtonGroup
            id="score-form"
            aria-label={t('performance.scoreForm', 'Scores')}
            options={[
              { value: false, label: t('performance.oneScore', 'One') },
              { value: true, label: t('performance.classScores', 'One for each class') },
            ]}
            value={byClass !== undefined}
            onChange={(several) => onChange({ ...draft, score: several ? found(props) : undefined })}
          />
        </LabelledField>
      )}
      {byClass === undefined ? (
        <RoleField
          {...shared}
          id="score"
          optional
          label={t('performance.score', 'Score')}
          tooltip={t(
            'performance.scoreTooltip',
            'Probability of the positive class, from 0 to 1. Needed for AUC and calibration.'
          )}
          error={errors.get('score')}
          value={typeof score === 'string' ? score : undefined}
          onChange={(name) => onChange({ ...draft, score: name })}
        />
      ) : (
        names.map((name) => (
          <RoleField
            key={name}
            {...shared}
            id={`score-${name}`}
            optional
            label={t('performance.scoreOf', 'Score of {{name}}', { name })}
            tooltip={t('performance.scoreOfTooltip', 'Probability of this class, from 0 to 1.')}
            error={errors.get(`score.${name}`)}
            value={byClass[name]}
            onChange={(column) => set(name, column)}
          />
        ))
      )}
      {!prediction && score !== undefined && (
        <NumberField
          id="threshold"
          label={t('performance.threshold', 'Threshold')}
          tooltip={t('performance.thresholdTooltip', 'Scores from here on count as predicted positive. Example: 0.5.')}
          defaultValue={0.5}
          value={threshold}
          error={errors.get('threshold')}
          onChange={(value) => onChange({ ...draft, threshold: value })}
        />
      )}
    </>
  );
}

/** Columns that are called after a class: for a person to change. */
function found({ description, classes }: Props): Record<string, string> {
  const columns = description.value === undefined ? [] : roleOptions('score', description.value);
  return Object.fromEntries(
    columns.flatMap(({ name }) => {
      const named = classOfScore(name, classes);
      return named === undefined ? [] : [[named, name]];
    })
  );
}
