import React from 'react';
import { dateTimeFormat } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { FigureList } from '../shared/FigureList';
import { linearScale, niceTicks } from '../shared/scale';
import { useChartPointer } from '../shared/useChartPointer';
import { AxisGrid } from './AxisGrid';
import { AxisTitle } from './AxisTitle';
import { chartStyles } from './chartStyles';
import { lineStyle } from './lineStyles';
import { formatMetric } from './model/formatMetric';
import { funnelRange, knownSteps } from './model/funnel';
import { nearest } from './model/nearest';
import type { VersionsCompared } from './model/PerformanceBoard';

interface Props {
  compared: VersionsCompared;
  caption: string;
  width: number;
  height: number;
  timeZone: TimeZone;
}

const MARGIN = { top: 8, right: 10, bottom: 34, left: 50 };

/** The difference of two versions as it became known, day by day: a funnel that narrows. Between the dashed lines it doesn't matter. */
export function FunnelChart({ compared, caption, width, height, timeZone }: Props) {
  const theme = useTheme2();
  const styles = useStyles2(chartStyles);
  const { margin } = compared.verdict;
  const steps = knownSteps(compared);
  const ground = height - MARGIN.bottom;
  const range = funnelRange(compared);
  const times = steps.map(({ time }) => time);
  const [from, to] = [times[0], times[times.length - 1]];
  const x = linearScale([from, to], [MARGIN.left, width - MARGIN.right]);
  const y = linearScale(range, [ground, MARGIN.top]);
  const day = (time: number) => dateTimeFormat(time, { timeZone, format: 'D MMM' });
  const interval = ({ low, high }: (typeof steps)[number]) => `${formatMetric(low)} to ${formatMetric(high)}`;
  const { index, handlers, tooltip } = useChartPointer({
    title: `${caption}, difference over time`,
    entries: steps,
    describe: (step) => `${day(step.time)}: difference ${formatMetric(step.difference)}, interval ${interval(step)}`,
    tooltip: (step) => (
      <FigureList
        figures={[
          { name: 'Labels until', value: day(step.time) },
          { name: 'Difference', value: formatMetric(step.difference) },
          { name: 'Interval', value: interval(step) },
          { name: 'Margin', value: `±${formatMetric(margin)}` },
        ]}
      />
    ),
    find: (px) => nearest(times.map(x), px),
    place: ({ time, difference }) => ({ x: x(time), y: y(difference) }),
  });
  const { color } = lineStyle(theme, 'value');
  const point = (time: number, value: number) => `${x(time)} ${y(clamp(value, range))}`;
  const upper = steps.map(({ time, high }) => point(time, high));
  const lower = steps.map(({ time, low }) => point(time, low)).reverse();
  const active = index === null ? steps[steps.length - 1] : steps[index];
  return (
    <div className={styles.chart} style={{ width, height }} {...handlers}>
      <svg width={width} height={height} aria-hidden="true">
        <AxisGrid
          ticks={niceTicks(range[0], range[1], Math.max(2, Math.floor((ground - MARGIN.top) / 30)))}
          scale={y}
          left={MARGIN.left}
          right={width - MARGIN.right}
          write={(value) => String(value).replace('-', '−')}
        />
        <path d={`M${[...upper, ...lower].join('L')}Z`} fill={color} fillOpacity={0.22} />
        <line x1={MARGIN.left} x2={width - MARGIN.right} y1={y(0)} y2={y(0)} className={styles.zero} />
        {[-margin, margin].map((limit) => (
          <line
            key={limit}
            x1={MARGIN.left}
            x2={width - MARGIN.right}
            y1={y(limit)}
            y2={y(limit)}
            className={styles.limit}
          />
        ))}
        <path
          d={`M${steps.map(({ time, difference }) => point(time, difference)).join('L')}`}
          fill="none"
          stroke={color}
          strokeWidth={2}
        />
        <circle cx={x(active.time)} cy={y(clamp(active.difference, range))} r={3.5} fill={color} />
        <text x={MARGIN.left} y={ground + 14} className={styles.label}>
          {day(from)}
        </text>
        {to > from && (
          <text x={width - MARGIN.right} y={ground + 14} textAnchor="end" className={styles.label}>
            {day(to)}
          </text>
        )}
        <AxisTitle x={(MARGIN.left + width) / 2} height={height}>
          Difference, new − old (dashed: margin)
        </AxisTitle>
      </svg>
      {tooltip}
    </div>
  );
}

function clamp(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(Math.max(value, low), high);
}
