import React from 'react';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { panelProps } from '../../../../tests/fixtures/panels/panelData';
import type { ChangeResult, ChangeSeries } from '../../../evaluate/Result';
import { writeFrames } from '../../../frames/writeFrames';
import { readChangeSeries } from '../../../frames/change/readChangeSeries';
import { parseQuery } from '../../../query/parseQuery';
import { DriftPanel } from '../DriftPanel';
import { DEFAULT_OPTIONS } from '../options';
import { changeShape, timeSpan } from './changeShape';

const DAY = 86_400_000;
const START = Date.UTC(2013, 6, 1);
const windows = Array.from({ length: 10 }, (_, i) => ({ from: START + i * DAY, to: START + (i + 1) * DAY }));
const steady: ChangeSeries = {
  ...{ feature: 'x', figure: 'missing share', segment: {}, together: 2, changes: [], recurring: null, undecided: null },
  ...{ values: windows.map(() => 1), adjusted: [], levels: windows.map(() => 1) },
};
const step: ChangeSeries = {
  ...steady,
  figure: 'mean',
  values: windows.map((_, i) => (i === 7 ? null : i < 4 ? 10 : 20)),
  levels: windows.map((_, i) => (i < 4 ? 10 : 20)),
  changes: [
    {
      ...{ kind: 'abrupt', window: windows[4], until: windows[4].from, gap: 0, isRecent: true, width: null },
      ...{ earliest: windows[3].from, latest: windows[5].from, before: 10, after: 20, size: 5, pValue: 1e-5 },
    } as unknown as ChangeSeries['changes'][number],
  ],
};
const unknown: ChangeSeries = { ...steady, feature: 'y', undecided: 'Too few windows.' };
const result: ChangeResult = {
  ...{ kind: 'change', queryHash: '0', baseline: { kind: 'none', description: 'none', facts: {} }, notices: [] },
  ...{ windows, series: [steady, unknown, step] },
};
const query = parseQuery({ kind: 'change', format: 'timeseries', current: { path: 'log.csv', timeField: 'time' } });
const frames = writeFrames(result, query);
const draw = (change = {}) => render(<DriftPanel {...panelProps(frames, DEFAULT_OPTIONS, change)} />);

test('lists each series with its changes, those that changed first', () => {
  draw();
  expect(screen.getByText('1 of 3 series changed, 1 without verdict')).toBeVisible();
  const rows = within(screen.getByRole('list')).getAllByRole('listitem');
  expect(rows.map((row) => row.textContent)).toEqual([
    'x, meanchanged 5 Jul',
    'x, missing shareno change',
    'y, missing shareno verdict',
  ]);
});

test('pointing at a series tells the reason', () => {
  draw();
  fireEvent.mouseMove(screen.getByText('x, mean'));
  expect(screen.getByText(/^Changed at 2013-07-05, from 10 to 20/)).toBeVisible();
});

test('draws values, the level as steps where it changed, and where the change began', () => {
  const [, , track] = readChangeSeries(frames as never);
  const shape = changeShape(track, timeSpan([track]), 100, 26);
  expect(shape.level).toBe('M0 23H10L10 23H20L20 23H30L30 23H40H40V3H50L50 3H60L60 3H70L70 3H80L80 3H90L90 3H100');
  expect(shape.changes).toEqual([{ kind: 'abrupt', x: 40, from: 30, to: 50 }]);
  // A window without a value is a gap.
  expect(shape.values).toContain('L65 3M85 3');
});
