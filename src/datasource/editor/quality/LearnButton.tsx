import React, { useState } from 'react';
import { css } from '@emotion/css';
import { Button } from '@grafana/ui';
import type { FeatureSpec } from '../../../query/selection';
import { t } from '../../text';
import { Controls } from '../fields/Controls';
import { LabelledField } from '../fields/LabelledField';
import { messageOf } from '../fields/useLoaded';
import type { FeatureProps } from '../features/FeatureProps';
import type { AskedRange } from '../SectionProps';
import { withExpectation } from './withExpectation';

interface Props extends Pick<FeatureProps, 'resources' | 'draft' | 'errors'> {
  range: AskedRange;
  /** The features that are checked. */
  listed: readonly FeatureSpec[];
  onLearnt: (features: FeatureSpec[]) => void;
}

/** Writes down what the features were like in the baseline, for a person to review. */
export function LearnButton({ resources, draft, errors, range, listed, onLearnt }: Props) {
  const [state, setState] = useState<'idle' | 'asking' | { error: string }>('idle');
  const hasBaseline = draft.baseline !== undefined;
  const learn = () => {
    setState('asking');
    resources.expectations(draft, range).then(
      (learnt) => {
        setState('idle');
        const known = listed.filter(({ name }) => Object.hasOwn(learnt, name));
        onLearnt(known.reduce((features, { name }) => withExpectation(features, name, learnt[name]), [...listed]));
      },
      (error: unknown) => setState({ error: messageOf(error) })
    );
  };
  const label = t('expect.learn', 'Suggest expectations');
  return (
    <LabelledField
      label={label}
      htmlFor="learn-expectations"
      tooltip={t(
        'expect.learnTooltip',
        'Suggests ranges (10% wider than observed), allowed values, and missing rates. Review them: problems in the baseline are included.'
      )}
      error={typeof state === 'object' ? state.error : undefined}
    >
      <Controls id="learn-expectations" label={label} className={styles.button}>
        <Button
          variant="secondary"
          icon={state === 'asking' ? 'spinner' : 'brain'}
          disabled={state === 'asking' || errors.size > 0}
          onClick={learn}
        >
          {hasBaseline
            ? t('expect.learnBaseline', 'From the baseline')
            : t('expect.learnCurrent', 'From this time range')}
        </Button>
      </Controls>
    </LabelledField>
  );
}

const styles = { button: css({ display: 'flex' }) };
