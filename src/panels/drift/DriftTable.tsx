import React, { memo } from 'react';
import { effectValue } from '../shared/effectWords';
import { visuallyHidden } from '../shared/visuallyHidden';
import type { FormatTime } from '../shared/timeWords';
import { describeStatus, rowName } from './model/describeRow';
import type { DriftMap } from './model/DriftMap';
import { shortEffect } from './model/effectOf';
import { EFFECT_COLUMNS } from './model/effectColumns';

interface Props {
  map: DriftMap;
  caption: string;
  formatTime: FormatTime;
}

/** The same as the map for screen readers: a line for each feature, whether or not it is scrolled into view. */
export const DriftTable = memo(function DriftTable({ map, caption, formatTime }: Props) {
  return (
    <div className={visuallyHidden}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Feature</th>
            <th scope="col">Verdict</th>
            <th scope="col">{EFFECT_COLUMNS[map.subject].single}</th>
            {map.subject === 'drift' && <th scope="col">Threshold</th>}
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {map.rows.map((row) => {
            const { effect, threshold, reason } = row.summary.current.row;
            return (
              <tr key={row.key}>
                <th scope="row">{rowName(row)}</th>
                <td>{describeStatus(row, formatTime)}</td>
                <td>{shortEffect(row.summary.current)}</td>
                {map.subject === 'drift' && <td>{effectValue(effect, threshold)}</td>}
                <td>{reason}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
});
