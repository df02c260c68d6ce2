import React from 'react';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { FigureList } from '../shared/FigureList';
import { formatCount } from '../shared/formatNumber';
import { linearScale, niceTicks } from '../shared/scale';
import { useChartPointer } from '../shared/useChartPointer';
import { AxisGrid, BottomTicks } from './AxisGrid';
import { AxisTitle } from './AxisTitle';
import { chartStyles } from './chartStyles';
import { lineStyle } from './lineStyles';
import { nearest } from './model/nearest';
import type { WindowDetails } from './model/PerformanceBoard';

interface Props {
  points: NonNullable<WindowDetails['reliability']>;
  caption: string;
  width: number;
  height: number;
}

const MARGIN = { top: 8, right: 10, bottom: 34, left: 46 };
const LARGEST = 7;
const SMALLEST = 2.5;

/** Observed shares over scores; on the diagonal scores are probabilities. The area of a dot grows with its rows. */
export function ReliabilityChart({ points, caption, width, height }: Props) {
  const theme = useTheme2();
  const styles = useStyles2(chartStyles);
  const { color } = lineStyle(theme, 'value');
  const most = Math.max(1, ...points.map(({ rows }) => rows));
  const ground = height - MARGIN.bottom;
  const x = linearScale([0, 1], [MARGIN.left, width - MARGIN.right]);
  const y = linearScale([0, 1], [ground, MARGIN.top]);
  const { index, handlers, tooltip } = useChartPointer({
    title: caption,
    entries: points,
    describe: ({ predicted, observed, rows }) =>
      `Mean score ${predicted.toFixed(3)}: observed share ${observed.toFixed(3)}, ${formatCount(rows)} rows`,
    tooltip: ({ predicted, observed, rows }) => (
      <FigureList
        figures={[
          { name: 'Mean score', value: predicted.toFixed(3) },
          { name: 'Observed share', value: observed.toFixed(3) },
          { name: 'Labeled rows', value: formatCount(rows) },
        ]}
      />
    ),
    find: (px) =>
      nearest(
        points.map(({ predicted }) => x(predicted)),
        px
      ),
    place: ({ predicted, observed }) => ({ x: x(predicted), y: y(observed) }),
  });
  const line = points.map(({ predicted, observed }) => `${x(predicted)} ${y(observed)}`).join('L');
  return (
    <div className={styles.chart} style={{ width, height }} {...handlers}>
      <svg width={width} height={height} aria-hidden="true">
        <AxisGrid
          ticks={niceTicks(0, 1, Math.max(2, Math.floor((ground - MARGIN.top) / 30)))}
          scale={y}
          left={MARGIN.left}
          right={width - MARGIN.right}
          write={String}
        />
        <line x1={x(0)} x2={x(1)} y1={y(0)} y2={y(1)} className={styles.diagonal} />
        {points.length > 1 && <path d={`M${line}`} fill="none" stroke={color} strokeWidth={2} />}
        {points.map(({ predicted, observed, rows }, place) => (
          <circle
            key={predicted}
            cx={x(predicted)}
            cy={y(observed)}
            r={Math.max(SMALLEST, LARGEST * Math.sqrt(rows / most)) + (place === index ? 1.5 : 0)}
            fill={color}
            stroke={theme.colors.background.primary}
          />
        ))}
        <BottomTicks
          ticks={niceTicks(0, 1, 5)}
          scale={x}
          y={ground + 14}
          left={MARGIN.left}
          right={width - MARGIN.right}
          write={String}
        />
        <AxisTitle x={(x(0) + x(1)) / 2} height={height}>
          Mean score (dashed: perfect calibration)
        </AxisTitle>
        <text
          transform={`translate(11 ${(ground + MARGIN.top) / 2}) rotate(-90)`}
          textAnchor="middle"
          className={styles.label}
        >
          Observed share
        </text>
      </svg>
      {tooltip}
    </div>
  );
}
