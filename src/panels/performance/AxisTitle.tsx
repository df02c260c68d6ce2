import React from 'react';
import { useStyles2 } from '@grafana/ui';
import { chartStyles } from './chartStyles';

/** What the horizontal axis of a chart tells, below its ticks. */
export function AxisTitle({ x, height, children }: { x: number; height: number; children: string }) {
  const styles = useStyles2(chartStyles);
  return (
    <text x={x} y={height - 5} textAnchor="middle" className={styles.label}>
      {children}
    </text>
  );
}
