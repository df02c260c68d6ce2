import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import { useStyles2 } from '@grafana/ui';
import { FigureList } from '../shared/FigureList';
import { formatShare } from '../shared/formatNumber';
import { writeWindow } from '../shared/timeWords';
import { changesIn, sharesIn } from './model/describeWindow';
import type { SegmentTrace } from './model/VersionBoard';
import { Swatch } from './Swatch';
import type { VersionColors } from './versionColors';

interface Props {
  trace: SegmentTrace;
  window: number;
  colors: VersionColors;
  timeZone: TimeZone;
}

/** The shares of one window, and what happened in it. */
export function WindowTooltip({ trace, window, colors, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const { start, end } = trace.windows[window];
  const shares = sharesIn(trace, window);
  const figures = shares.map(({ entry, share }) => ({
    name: entry.version,
    label: (
      <span className={styles.version}>
        <Swatch color={colors.get(entry.version)} />
        {entry.version}
      </span>
    ),
    value: formatShare(share),
  }));
  return (
    <>
      <strong>{writeWindow(start, end, timeZone)}</strong>
      <div className={styles.segment}>{trace.name}</div>
      {shares.length === 0 ? <div>No calls in this window</div> : <FigureList figures={figures} />}
      {changesIn(trace, window).map((sentence) => (
        <div key={sentence} className={styles.change}>
          {sentence}
        </div>
      ))}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  segment: css({ color: theme.colors.text.secondary }),
  version: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.75), overflowWrap: 'anywhere' }),
  change: css({ marginTop: theme.spacing(0.5) }),
});
