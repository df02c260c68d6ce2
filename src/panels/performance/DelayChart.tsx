import React from 'react';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { FigureList } from '../shared/FigureList';
import { formatShare } from '../shared/formatNumber';
import { linearScale, niceTicks } from '../shared/scale';
import { useChartPointer } from '../shared/useChartPointer';
import { AxisGrid, BottomTicks } from './AxisGrid';
import { AxisTitle } from './AxisTitle';
import { chartStyles } from './chartStyles';
import { lineStyle } from './lineStyles';
import { ageInWords, ageUnit } from './model/ageWords';
import { untilComplete } from './model/untilComplete';
import { nearest } from './model/nearest';
import type { LabelDelays } from './model/PerformanceBoard';

interface Props {
  delays: LabelDelays;
  caption: string;
  width: number;
  height: number;
}

/** The deadline stands within the chart. */
const BEYOND = 1.15;
const MARGIN = { top: 18, right: 12, bottom: 34, left: 46 };

/** Share of labels that had arrived by an age, with the age at which they count as complete. */
export function DelayChart({ delays, caption, width, height }: Props) {
  const theme = useTheme2();
  const styles = useStyles2(chartStyles);
  const { deadline } = delays;
  const { ages, shares } = untilComplete(delays);
  const { color } = lineStyle(theme, 'value');
  const longest = Math.max(BEYOND * (deadline ?? 0), ages.at(-1) ?? 0, 1);
  const unit = ageUnit(longest);
  const ground = height - MARGIN.bottom;
  const x = linearScale([0, longest], [MARGIN.left, width - MARGIN.right]);
  const y = linearScale([0, 1], [ground, MARGIN.top]);
  const steps = ages.map((age, index) => ({ age, share: shares[index] }));
  const { index, handlers, tooltip } = useChartPointer({
    title: caption,
    entries: steps,
    describe: ({ age, share }) => `${formatShare(share)} of the labels arrive within ${ageInWords(age)}`,
    tooltip: ({ age, share }) => (
      <FigureList
        figures={[
          { name: 'Label age', value: ageInWords(age) },
          { name: 'Labels arrived', value: formatShare(share) },
          ...(deadline === null ? [] : [{ name: 'Complete after', value: ageInWords(deadline) }]),
        ]}
      />
    ),
    find: (px) =>
      nearest(
        ages.map((age) => x(age)),
        px
      ),
    place: ({ age, share }) => ({ x: x(age), y: y(share) }),
  });
  const path = steps.map(({ age, share }) => `H${x(age)}V${y(share)}`).join('');
  const active = index === null ? undefined : steps[index];
  const atDeadline = deadline === null ? 0 : x(deadline);
  return (
    <div className={styles.chart} style={{ width, height }} {...handlers}>
      <svg width={width} height={height} aria-hidden="true">
        <AxisGrid
          ticks={niceTicks(0, 1, Math.max(2, Math.floor((ground - MARGIN.top) / 30)))}
          scale={y}
          left={MARGIN.left}
          right={width - MARGIN.right}
          write={formatShare}
        />
        <path d={`M${x(0)} ${y(0)}${path}H${x(longest)}`} fill="none" stroke={color} strokeWidth={2} />
        {deadline !== null && (
          <>
            <line x1={atDeadline} x2={atDeadline} y1={MARGIN.top - 4} y2={ground} className={styles.limit} />
            <text x={atDeadline} y={10} textAnchor={atDeadline > width / 2 ? 'end' : 'start'} className={styles.label}>
              complete after {ageInWords(deadline)}
            </text>
          </>
        )}
        {active && <circle cx={x(active.age)} cy={y(active.share)} r={4} fill={color} />}
        <BottomTicks
          ticks={niceTicks(0, longest / unit.size, 5)}
          scale={(age) => x(age * unit.size)}
          y={ground + 14}
          left={MARGIN.left}
          right={width - MARGIN.right}
          write={(age) => `${age} ${unit.unit}`}
        />
        <AxisTitle x={(x(0) + x(longest)) / 2} height={height}>
          Time from prediction to label
        </AxisTitle>
      </svg>
      {tooltip}
    </div>
  );
}
