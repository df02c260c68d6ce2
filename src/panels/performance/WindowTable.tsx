import React, { memo } from 'react';
import type { TimeZone } from '@grafana/schema';
import { PERFORMANCE_WORDS } from '../shared/performanceWords';
import type { FormatTime } from '../shared/timeWords';
import { visuallyHidden } from '../shared/visuallyHidden';
import { labelsInWords } from './model/describePoint';
import { formatInterval, formatMetric } from './model/formatMetric';
import type { Track } from './model/PerformanceBoard';
import { windowInWords } from './TrackChart';

interface Props {
  track: Track;
  timeZone: TimeZone;
  formatTime: FormatTime;
}

/** The same as the chart, for screen readers. */
export const WindowTable = memo(function WindowTable({ track, timeZone, formatTime }: Props) {
  const metric = (value: number | null) => (value === null ? '' : formatMetric(value));
  return (
    <div className={visuallyHidden}>
      <table>
        <caption>{[track.name, track.where].filter(Boolean).join(', ')} by window</caption>
        <thead>
          <tr>
            {['Window', 'Value', '95% interval', 'Estimate', 'Baseline', 'Objective', 'Labels', 'Verdict'].map(
              (name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              )
            )}
          </tr>
        </thead>
        <tbody>
          {track.points.map((point, index) => (
            <tr key={index}>
              <th scope="row">{windowInWords(point, timeZone)}</th>
              <td>{metric(point.row.value)}</td>
              <td>{formatInterval(point.row.low, point.row.high)}</td>
              <td>{metric(point.row.estimated)}</td>
              <td>{metric(point.row.baseline)}</td>
              <td>{metric(point.row.objective)}</td>
              <td>{labelsInWords(point.row, formatTime)}</td>
              <td>{PERFORMANCE_WORDS[point.row.verdict].label}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
