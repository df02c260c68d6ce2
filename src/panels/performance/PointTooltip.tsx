import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type Figure, FigureList } from '../shared/FigureList';
import { formatNumber } from '../shared/formatNumber';
import { PERFORMANCE_WORDS } from '../shared/performanceWords';
import type { FormatTime } from '../shared/timeWords';
import { VerdictGlyph } from '../shared/VerdictGlyph';
import { labelsInWords } from './model/describePoint';
import { formatChange, formatInterval, formatMetric } from './model/formatMetric';
import { limitOf } from './model/limitOf';
import type { Point, Track } from './model/PerformanceBoard';

interface Props {
  track: Track;
  point: Point;
  when: string;
  formatTime: FormatTime;
}

/** A window in figures. */
export function PointTooltip({ track, point, when, formatTime }: Props) {
  const styles = useStyles2(getStyles);
  const { row } = point;
  return (
    <>
      <div className={styles.when}>{when}</div>
      <div className={styles.verdict}>
        <VerdictGlyph verdict={row.verdict} />
        {track.name}: {PERFORMANCE_WORDS[row.verdict].label}
      </div>
      <FigureList figures={figuresOf(point)} />
      <div className={styles.text}>{labelsInWords(row, formatTime)}</div>
      {row.reason !== '' && <div className={styles.text}>{row.reason}</div>}
    </>
  );
}

function figuresOf({ row }: Point): Figure[] {
  const limit = limitOf(row);
  const metric = (name: string, value: number | null): Figure[] =>
    value === null ? [] : [{ name, value: formatMetric(value) }];
  const interval = (name: string, low: number | null, high: number | null): Figure[] => {
    const value = formatInterval(low, high);
    return value === '' ? [] : [{ name, value }];
  };
  const isBounded = row.bound_low !== row.bound_high;
  return [
    ...metric(row.mature_at === null ? 'Value' : 'Value so far', row.value),
    ...interval('95% interval', row.low, row.high),
    ...(isBounded ? interval('Bounds from buckets', row.bound_low, row.bound_high) : []),
    ...metric('Estimate', row.estimated),
    ...metric('Baseline', row.baseline),
    ...(row.drop === null ? [] : [{ name: 'Change', value: formatChange(row.metric, row.drop) }]),
    ...metric('Threshold', limit),
    ...metric('Objective', row.objective),
    ...(row.p_adjusted === null ? [] : [{ name: 'Adjusted p-value', value: probability(row.p_adjusted) }]),
  ];
}

function probability(p: number): string {
  return p < 0.001 ? '< 0.001' : formatNumber(p);
}

const getStyles = (theme: GrafanaTheme2) => ({
  when: css({ fontWeight: theme.typography.fontWeightMedium }),
  verdict: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.75) }),
  text: css({ marginTop: theme.spacing(0.75) }),
});
