import React from 'react';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { locationService } from '@grafana/runtime';
import { accessibilityFaults } from '../../../tests/fixtures/panels/accessibility';
import { user } from '../../../tests/fixtures/panels/user';
import { panelProps, readFrames } from '../../../tests/fixtures/panels/panelData';
import { DriftPanel } from './DriftPanel';
import { DEFAULT_OPTIONS } from './options';

const WEEKS = readFrames('drift-by-week');
const replaceVariables = (text: string) => text.replace(/\$\{(feature|origin)(:csv)?\}/, 'carrier');

const draw = (frames = WEEKS, change = {}) =>
  render(<DriftPanel {...panelProps(frames, DEFAULT_OPTIONS, { replaceVariables, ...change })} />);

beforeEach(() => locationService.push('/d/x'));

test('says what drifted, since when, and by how much', () => {
  draw();
  expect(
    screen.getAllByText(/2 of 6 features are drifting; longest: temperature_f, since 1 Apr or before/)[0]
  ).toBeVisible();
  const [first] = within(screen.getByRole('grid')).getAllByRole('row').slice(1);
  expect(first).toHaveTextContent('temperature_f');
  expect(first).toHaveTextContent('drifting since 1 Apr or before');
  expect(first).toHaveTextContent('6.03 SD');
});

test('gives screen readers a table of every feature', () => {
  draw();
  const table = screen.getByRole('table');
  expect(within(table).getAllByRole('row')).toHaveLength(7);
  expect(within(table).getByRole('rowheader', { name: 'prediction' }).parentElement).toHaveTextContent(
    /warning now, drifted 24 Jun to 15 Jul/
  );
});

test('a click on a feature sets the variable, and only variables that the dashboard has', async () => {
  draw(readFrames('drift-by-airport'));
  await user.click(screen.getByText('scheduled_hour', { selector: '[role=grid] *' }));
  expect(locationService.getSearch().get('var-feature')).toBe('scheduled_hour');
  expect(locationService.getSearch().get('var-origin')).not.toBeNull();
});

test('without variables and links nothing can be clicked', async () => {
  draw(WEEKS, { replaceVariables: (text: string) => text });
  await user.click(screen.getByText('carrier', { selector: '[role=grid] *' }));
  expect(locationService.getSearch().toString()).toBe('');
});

test('the keyboard walks over features and windows, and Enter selects', async () => {
  draw();
  await user.tab();
  expect(document.activeElement).toHaveAccessibleName(/^temperature_f, 15 Jul 2013 – 22 Jul 2013: drift\. /);
  await user.keyboard('{ArrowDown}{ArrowLeft}');
  expect(document.activeElement).toHaveAccessibleName(/^probability_late, 8 Jul 2013 – 15 Jul 2013: drift\. /);
  await user.keyboard('{Home}');
  expect(document.activeElement).toHaveAccessibleName(/^probability_late, 1 Apr 2013/);
  await user.keyboard('{Enter}');
  expect(locationService.getSearch().get('var-feature')).toBe('probability_late');
});

test('pointing at a feature shows its numbers and the reason', () => {
  draw();
  fireEvent.mouseMove(screen.getByText('carrier', { selector: '[role=grid] *' }));
  const tooltip = screen.getByText('Adjusted p-value').closest('dl')?.parentElement;
  expect(tooltip).toHaveTextContent(/^carrier15 Jul 2013 – 22 Jul 2013warningThe share of category "\w+" went from/);
});

test('the chosen feature is marked', () => {
  draw();
  const selected = screen.getAllByRole('row', { selected: true });
  expect(selected).toHaveLength(1);
  expect(selected[0]).toHaveTextContent('carrier');
});

test('draws only the features in view', () => {
  const [frame] = WEEKS;
  const many = {
    ...frame,
    fields: frame.fields.map((field) => ({
      ...field,
      values: Array.from({ length: 40 }, (_, copy) =>
        field.values.map((value) => (field.name === 'feature' ? `${String(value)}_${copy}` : value))
      ).flat(),
    })),
  };
  draw([many]);
  const grid = screen.getByRole('grid');
  expect(grid).toHaveAttribute('aria-rowcount', '241');
  expect(within(grid).getAllByRole('row').length).toBeLessThan(30);
});

test.each([
  ['drift-by-week' as const, []],
  ['distributions' as const, undefined],
])('data of no use is explained: %s', (name, values) => {
  const frames = readFrames(name).map((frame) =>
    values ? { ...frame, fields: frame.fields.map((field) => ({ ...field, values })) } : frame
  );
  draw(frames);
  expect(screen.getByText(values ? /No verdicts in this time range/ : /No drift data/)).toBeVisible();
});

test('is accessible', async () => {
  const { container } = draw();
  expect(await accessibilityFaults(container)).toEqual([]);
});

test('data links of the columns are offered once a cell is clicked, and Escape closes them', async () => {
  const props = panelProps(WEEKS, DEFAULT_OPTIONS);
  const [frame] = props.data.series;
  const linked = {
    ...frame,
    fields: frame.fields.map((field) =>
      field.name === 'feature'
        ? {
            ...field,
            getLinks: ({ valueRowIndex = 0 }) => [
              {
                title: 'Runbook',
                href: `/runbook/${field.values[valueRowIndex]}`,
                target: '_blank' as const,
                origin: field,
              },
            ],
          }
        : field
    ),
  };
  render(<DriftPanel {...props} data={{ ...props.data, series: [linked] }} />);
  await user.click(screen.getByText('origin', { selector: '[role=grid] *' }));
  expect(screen.getByRole('link', { name: 'Runbook' })).toHaveAttribute('href', '/runbook/origin');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});
