import React from 'react';
import { css } from '@emotion/css';
import { EditorSwitch } from '@grafana/plugin-ui';
import { t } from '../../text';
import { LabelledField } from '../fields/LabelledField';
import { TextField } from '../fields/TextField';
import { CallsField } from './CallsField';
import type { MeasureProps } from './MeasureProps';

/** A number of Prometheus: an expression, and whether it counts events, or of how many calls it is. */
export function ExpressionFields({ id, measure, path, errors, onSet }: MeasureProps) {
  return (
    <>
      <div className={styles.wide}>
        <TextField
          id={`${id}-expr`}
          label={t('measures.expression', 'PromQL')}
          width={60}
          tooltip={t(
            'measures.expressionTooltip',
            'Evaluated at the end of each window. $__window is the window length. With segments, use sum by (label) (…).'
          )}
          placeholder="sum(increase(predictions_total[$__window]))"
          value={measure.expr ?? ''}
          error={measure.expr === '' ? undefined : errors.get(`${path}.expr`)}
          onChange={(expr) => onSet({ expr })}
        />
      </div>
      <LabelledField
        label={t('measures.counts', 'Counts events')}
        htmlFor={`${id}-counts`}
        tooltip={t('measures.countsTooltip', 'Allows for random variation of small counts.')}
      >
        <EditorSwitch
          id={`${id}-counts`}
          value={measure.counts ?? false}
          onChange={(event) => onSet({ counts: event.currentTarget.checked || undefined })}
        />
      </LabelledField>
      {measure.counts !== true && <CallsField id={id} measure={measure} path={path} errors={errors} onSet={onSet} />}
    </>
  );
}

const styles = { wide: css({ flex: '0 1 500px', minWidth: 0 }) };
