import React from 'react';
import { render, screen } from '@testing-library/react';
import { verdict } from '../../../tests/fixtures/frames/verdict';
import { panelProps } from '../../../tests/fixtures/panels/panelData';
import type { Frame } from '../../frames/Frame';
import { writeFrames } from '../../frames/writeFrames';
import { parseQuery } from '../../query/parseQuery';
import { DriftPanel } from './DriftPanel';
import { DEFAULT_OPTIONS } from './options';

const query = parseQuery({
  kind: 'drift',
  window: '1h',
  current: { path: 'log.csv', timeField: 'time' },
  baseline: { kind: 'previous', offset: '1d' },
});
const frameOf = (feature: 'x' | 'kind'): Frame => {
  const baseline = { kind: 'previous' as const, description: 'yesterday', facts: {} };
  const verdicts = [0, 1, 2].map((hour) => verdict(hour, feature, '1', hour === 1 ? 'drift' : 'no_drift'));
  const [frame] = writeFrames({ kind: 'drift', queryHash: '0', notices: [], baseline, verdicts }, query);
  return frame;
};
const number = (name: string, values: number[]): Frame['fields'][number] => ({ name, kind: 'number', values });

test('beside a query over time, the rows of another one keep their cells', () => {
  const overTime = frameOf('x');
  const fields = [...overTime.fields, number('score', [1, 6, 1]), number('score_limit', [4, 4, 4])];
  const { container } = render(
    <DriftPanel {...panelProps([{ ...overTime, fields }, frameOf('kind')], DEFAULT_OPTIONS)} />
  );
  expect(screen.getAllByTestId('evidence')).toHaveLength(1);
  expect(container.querySelectorAll('svg[shape-rendering="crispEdges"]')).toHaveLength(1);
});
