import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import { useStyles2 } from '@grafana/ui';
import { VerdictGlyph } from '../shared/VerdictGlyph';
import { DetailHeading } from './DetailHeading';
import { FunnelChart } from './FunnelChart';
import { knownSteps } from './model/funnel';
import { metricWords } from './model/metricWords';
import type { VersionsCompared } from './model/PerformanceBoard';
import { VERSION_VERDICTS } from './model/versionWords';

interface Props {
  compared: VersionsCompared;
  width: number;
  height: number;
  timeZone: TimeZone;
}

/** Two versions side by side: what to do, and how the difference became known. */
export function VersionsView({ compared, width, height, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const { metric, old, new: next, verdict, steps, reason } = compared;
  const title = `${metricWords(metric).label}: ${next} vs. ${old}`;
  const { label, glyph } = VERSION_VERDICTS[verdict.verdict];
  return (
    <section style={{ width }} aria-label={title}>
      <DetailHeading title={title} />
      <p className={styles.verdict}>
        <VerdictGlyph verdict={glyph} /> <strong>{label}</strong>
      </p>
      {knownSteps({ steps }).length > 0 && (
        <FunnelChart compared={compared} caption={title} width={width} height={height} timeZone={timeZone} />
      )}
      <p className={styles.reason}>{reason}</p>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  verdict: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    margin: 0,
    strong: { fontWeight: theme.typography.fontWeightMedium },
  }),
  reason: css({ margin: 0, color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
