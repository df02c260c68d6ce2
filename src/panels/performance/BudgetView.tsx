import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { formatNumber, formatShare } from '../shared/formatNumber';
import { VerdictGlyph } from '../shared/VerdictGlyph';
import { type ShownVerdict, verdictColor } from '../shared/verdictColor';
import { DetailHeading } from './DetailHeading';
import { metricWords } from './model/metricWords';
import type { SegmentBudget } from './model/PerformanceBoard';

interface Props {
  budget: SegmentBudget;
  width: number;
}

/** What an objective leaves for errors: how much of it is used up, and how fast. */
export function BudgetView({ budget: { budget, reason, nextStep }, width }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const { metric, objective, spent, fast, slow, severity } = budget;
  const { verdict, words } = stateOf(severity);
  const title = `${metricWords(metric).label} ${formatShare(objective)}`;
  return (
    <section style={{ width }} aria-label={`Error budget, ${title}`}>
      <DetailHeading title="Error budget" when={title} />
      <div className={styles.line}>
        <VerdictGlyph verdict={verdict} /> {words}
        <span className={styles.spent}>{spent === null ? 'not known' : `${formatShare(spent)} used`}</span>
      </div>
      <div className={styles.bar} aria-hidden="true">
        <div
          style={{
            width: `${100 * Math.min(1, spent ?? 0)}%`,
            height: '100%',
            backgroundColor: verdictColor(theme, spent !== null && spent > 1 ? 'worse' : verdict),
          }}
        />
      </div>
      <dl className={styles.rates}>
        {[
          { name: 'Fast burn rate', burn: fast },
          { name: 'Slow burn rate', burn: slow },
        ].map(({ name, burn }) => (
          <React.Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              {burn.long.rate === null ? '–' : formatNumber(burn.long.rate)} (threshold {formatNumber(burn.threshold)})
            </dd>
          </React.Fragment>
        ))}
      </dl>
      <p className={styles.note}>{nextStep === '' ? reason : `${reason} ${nextStep}`}</p>
    </section>
  );
}

function stateOf(severity: SegmentBudget['budget']['severity']): { verdict: ShownVerdict; words: string } {
  switch (severity) {
    case 2:
      return { verdict: 'worse', words: 'burns fast' };
    case 1:
      return { verdict: 'warning', words: 'burns slowly' };
    case 0:
      return { verdict: 'not_worse', words: 'lasts' };
    case null:
      return { verdict: 'insufficient_data', words: 'not enough data' };
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.75) }),
  spent: css({ marginLeft: 'auto', fontVariantNumeric: 'tabular-nums' }),
  bar: css({
    height: 8,
    margin: theme.spacing(0.5, 0),
    borderRadius: 2,
    overflow: 'hidden',
    backgroundColor: theme.colors.background.secondary,
    border: `1px solid ${theme.colors.border.weak}`,
  }),
  rates: css({
    display: 'grid',
    gridTemplateColumns: 'auto auto',
    margin: 0,
    fontSize: theme.typography.bodySmall.fontSize,
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  }),
  note: css({ margin: 0, color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
