import React, { memo } from 'react';
import { formatCount, formatShare } from '../shared/formatNumber';
import { visuallyHidden } from '../shared/visuallyHidden';

export interface TableEntry {
  readonly name: string;
  readonly baseline: number;
  readonly current: number;
  readonly baselineShare: number;
  readonly currentShare: number;
}

interface Props {
  caption: string;
  entries: readonly TableEntry[];
}

/** The same as the chart for screen readers. */
export const EntryTable = memo(function EntryTable({ caption, entries }: Props) {
  return (
    <div className={visuallyHidden}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Values</th>
            <th scope="col">Baseline share</th>
            <th scope="col">Current share</th>
            <th scope="col">Baseline rows</th>
            <th scope="col">Current rows</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, index) => (
            <tr key={index}>
              <th scope="row">{entry.name}</th>
              <td>{formatShare(entry.baselineShare)}</td>
              <td>{formatShare(entry.currentShare)}</td>
              <td>{formatCount(entry.baseline)}</td>
              <td>{formatCount(entry.current)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
