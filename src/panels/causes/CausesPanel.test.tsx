import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import React from 'react';
import { render, screen, within } from '@testing-library/react';
import { locationService } from '@grafana/runtime';
import { accessibilityFaults } from '../../../tests/fixtures/panels/accessibility';
import { panelProps } from '../../../tests/fixtures/panels/panelData';
import { user } from '../../../tests/fixtures/panels/user';
import type { Frame } from '../../frames/Frame';
import { CausesPanel } from './CausesPanel';
import { DEFAULT_OPTIONS } from './options';
import { suggestCauses } from './suggestions';

const FRAMES = JSON.parse(
  readFileSync(join(__dirname, '../../../tests/fixtures/frames/explain.json'), 'utf8')
) as Frame[];
const draw = (frames = FRAMES, change = {}) => render(<CausesPanel {...panelProps(frames, DEFAULT_OPTIONS, change)} />);

beforeEach(() => locationService.push('/d/x'));

test('says the first cause in one sentence, and lists all with what they explain', () => {
  draw();
  expect(screen.getByText('Leaving out carrier HA removes 93% of the drift; since 2013-07-01.')).toBeVisible();
  const table = screen.getByRole('table', { name: 'Causes of the drift of x' });
  const heads = within(table)
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent);
  expect(heads).toEqual(['carrier HA', 'mix of origin', 'missing values of x', 'number of rows', 'z (warning)']);
  expect(within(table).getByText('93% (90% to 96%)')).toBeVisible();
  expect(within(table).getByText(/It is new: check where these rows come from/)).toBeVisible();
  expect(screen.getByText('Looked at the values of carrier (4).')).toBeVisible();
});

test('a click on a slice filters the dashboard, where it has the variable', async () => {
  const replaceVariables = (text: string) => (text === '${filter}' ? '' : text);
  draw(FRAMES, { replaceVariables });
  await user.click(screen.getByRole('button', { name: 'carrier HA' }));
  expect(locationService.getSearchObject()['var-filter']).toBe('carrier:"HA"');
});

test.each([
  ['HA', 'carrier\\ name:"HA"'],
  ['"H\\A"', 'carrier\\ name:"\\"H\\\\A\\""'],
  ['(missing)', 'NOT carrier\\ name:*'],
])('the filter for %s names a field with a space as one', async (value, filter) => {
  const [frame] = FRAMES;
  const fields = frame.fields.map((field) => {
    const first = { field: 'carrier name', value }[field.name];
    return first === undefined ? field : { ...field, values: [first, ...field.values.slice(1)] };
  });
  draw([{ ...frame, fields }], { replaceVariables: (text: string) => (text === '${filter}' ? '' : text) });
  await user.click(screen.getByRole('button', { name: 'carrier HA' }));
  expect(locationService.getSearchObject()['var-filter']).toBe(filter);
});

test('without the variable nothing can be clicked', () => {
  draw();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('says what to choose where there are no causes', () => {
  draw([{ name: 'other', fields: [] }]);
  expect(screen.getByText(/query type Causes, and format Table/)).toBeVisible();
});

test('is suggested for causes alone', () => {
  const summary = (rawFrames: unknown) => ({ rawFrames }) as Parameters<typeof suggestCauses>[0];
  const { data } = panelProps(FRAMES, DEFAULT_OPTIONS);
  expect(suggestCauses(summary(data.series))).toHaveLength(1);
  expect(suggestCauses(summary([]))).toEqual([]);
});

test('has no faults of accessibility', async () => {
  const { container } = draw();
  expect(await accessibilityFaults(container)).toEqual([]);
});
