import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { VerdictGlyph } from '../shared/VerdictGlyph';
import { DetailHeading } from './DetailHeading';
import { acceptedRange, FAIRNESS_MEASURE_WORDS, FAIRNESS_VERDICTS, type FairnessGroup } from './model/fairness';
import { formatInterval, formatMetric } from './model/formatMetric';

interface Props {
  group: FairnessGroup;
  width: number;
}

/** One group of people against another: each measure with its interval and what is accepted. */
export function FairnessView({ group, width }: Props) {
  const styles = useStyles2(getStyles);
  const { title, measures } = group;
  return (
    <section style={{ width }} aria-label={`Fairness, ${title}`}>
      <DetailHeading title="Fairness" when={title} />
      <table className={styles.table} aria-label={`Fairness, ${title}`}>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col" className={styles.number}>
              Value
            </th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          {measures.map((one) => {
            const { label, meaning } = FAIRNESS_MEASURE_WORDS[one.measure];
            const verdict = FAIRNESS_VERDICTS[one.verdict];
            return (
              <tr key={one.measure} title={one.reason}>
                <th scope="row" title={meaning}>
                  {label}
                  <div className={styles.small}>accepted {acceptedRange(one)}</div>
                </th>
                <td className={styles.number}>
                  {one.value === null ? '–' : formatMetric(one.value)}
                  <div className={styles.small}>{formatInterval(one.low, one.high)}</div>
                </td>
                <td>
                  <span className={styles.verdict}>
                    <VerdictGlyph verdict={verdict.glyph} /> {verdict.label}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    width: '100%',
    borderCollapse: 'collapse',
    'th, td': {
      padding: theme.spacing(0.25, 1, 0.25, 0),
      textAlign: 'left',
      verticalAlign: 'top',
      fontWeight: theme.typography.fontWeightRegular,
    },
    'thead th': { color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize },
    'tbody tr': { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
  number: css({ '&&': { textAlign: 'right' }, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
  small: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  verdict: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.75) }),
});
