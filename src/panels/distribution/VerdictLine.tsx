import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { DistributionMeta } from '../../frames/distribution/DistributionMeta';
import { EffectBar } from '../shared/EffectBar';
import { VerdictGlyph } from '../shared/VerdictGlyph';
import { type CardLayout, REASON_LINE, VERDICT_LINE } from './model/cardLayout';
import { describeVerdict, shortReason } from './model/describeChart';

interface Props {
  meta: DistributionMeta;
  layout: CardLayout;
}

/** The verdict in words, with its sign; the effect against the threshold and against chance; and the reason. */
export function VerdictLine({ meta, layout: { verdictLines, reasonLines, showBar } }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div title={meta.reason}>
      <div className={styles.verdict} style={{ height: verdictLines * VERDICT_LINE }}>
        <span className={styles.glyph}>
          <VerdictGlyph verdict={meta.verdict} />
        </span>
        <span className={styles.words}>{describeVerdict(meta)}</span>
        {showBar && (
          <span className={styles.bar}>
            <EffectBar figures={meta} verdict={meta.verdict} />
          </span>
        )}
      </div>
      {reasonLines > 0 && (
        <div className={styles.reason} style={{ height: reasonLines * REASON_LINE }}>
          {shortReason(meta)}
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  verdict: css({ display: 'flex', gap: theme.spacing(0.75), lineHeight: `${VERDICT_LINE}px`, overflow: 'hidden' }),
  glyph: css({ display: 'flex', alignItems: 'center', height: VERDICT_LINE }),
  words: css({ flex: '1 1 auto' }),
  bar: css({ flex: '0 0 90px', display: 'flex', alignItems: 'center', height: VERDICT_LINE }),
  reason: css({
    overflow: 'hidden',
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: `${REASON_LINE}px`,
    color: theme.colors.text.secondary,
  }),
});
