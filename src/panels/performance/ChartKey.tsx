import React, { useId } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { lineStyle } from './lineStyles';
import type { LineName } from './model/chartLines';
import { PendingPattern } from './PendingPattern';

const LABELS: Readonly<Record<LineName, { label: string; meaning: string }>> = {
  value: { label: 'value', meaning: 'Over labeled rows of windows whose labels are complete.' },
  interval: { label: '95% interval', meaning: 'Confidence interval of the value.' },
  pending: {
    label: 'labels pending',
    meaning: 'Over the labels that have arrived so far. The window is not judged yet.',
  },
  estimate: { label: 'estimate', meaning: 'Expected value of all rows, estimated from the scores.' },
  baseline: { label: 'baseline', meaning: 'Value of the baseline.' },
  limit: { label: 'threshold', meaning: 'A drop from the baseline to this value matters.' },
  objective: { label: 'objective', meaning: 'Worst value that is accepted.' },
};

/** What the lines of a chart are. */
export function ChartKey({ lines }: { lines: readonly LineName[] }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.key} aria-label="Lines">
      {lines.map((line) => (
        <li key={line} className={styles.entry} title={LABELS[line].meaning}>
          <Sample line={line} />
          {LABELS[line].label}
        </li>
      ))}
    </ul>
  );
}

function Sample({ line }: { line: LineName }) {
  const theme = useTheme2();
  const hatch = useId();
  const { color, width, dash } = lineStyle(theme, line);
  return (
    <svg width="22" height="12" aria-hidden="true">
      {line === 'interval' ? (
        <rect y="1" width="22" height="10" fill={color} fillOpacity={0.22} />
      ) : line === 'pending' ? (
        <>
          <PendingPattern id={hatch} />
          <rect width="22" height="12" fill={`url(#${hatch})`} />
          <circle cx="11" cy="6" r="3.500" fill={theme.colors.background.primary} stroke={color} strokeWidth="1.75" />
        </>
      ) : (
        <>
          <line x1="0" x2="22" y1="6" y2="6" stroke={color} strokeWidth={width} strokeDasharray={dash} />
          {line === 'value' && <circle cx="11" cy="6" r="3" fill={color} />}
        </>
      )}
    </svg>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  key: css({
    listStyle: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: theme.spacing(1.5),
    margin: theme.spacing(0.25, 0, 0),
    padding: 0,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  entry: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5), whiteSpace: 'nowrap' }),
});
