import React from 'react';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { FieldColorModeId, LoadingState, type PanelProps } from '@grafana/data';
import { accessibilityFaults } from '../../../tests/fixtures/panels/accessibility';
import { user } from '../../../tests/fixtures/panels/user';
import { panelProps, readFrames } from '../../../tests/fixtures/panels/panelData';
import { DistributionPanel } from './DistributionPanel';
import { DEFAULT_OPTIONS, type DistributionOptions } from './options';

const FRAMES = readFrames('distributions');

const draw = (
  frames = FRAMES,
  options: Partial<DistributionOptions> = {},
  change: Partial<PanelProps<DistributionOptions>> = {}
) =>
  render(
    <DistributionPanel
      {...panelProps(frames, { ...DEFAULT_OPTIONS, ...options }, { width: 1200, height: 700, ...change })}
    />
  );

test('draws a card for each feature, what matters most first, with the verdict in words', () => {
  draw();
  const cards = screen.getAllByRole('region');
  expect(cards.map((card) => card.getAttribute('aria-label'))).toEqual([
    'temperature_f',
    'pressure_mbar',
    'destination',
    'scheduled_hour',
  ]);
  expect(cards[0]).toHaveTextContent(
    /Drift: shift of \d\.\d\d standard deviations \(threshold 0\.10, expected by chance/
  );
  expect(cards[0]).toHaveTextContent('80,608 baseline, ');
  expect(cards[3]).toHaveTextContent(/No drift: /);
});

test('names a single feature only where the panel does not', () => {
  const { unmount } = draw([FRAMES[0]], {}, { title: '$feature now', replaceVariables: () => 'temperature_f now' });
  expect(screen.queryByRole('heading')).not.toBeInTheDocument();
  unmount();
  draw([FRAMES[0]]);
  expect(screen.getByRole('heading', { name: 'temperature_f' })).toBeVisible();
});

test('arrow keys read the chart bin by bin', async () => {
  draw([FRAMES[0]]);
  await user.tab();
  const chart = screen.getByRole('slider', { name: /^temperature_f\. Drift/ });
  expect(chart).toHaveFocus();
  const first = chart.getAttribute('aria-valuetext');
  expect(first).toMatch(/^[\d.]+ to [\d.]+: baseline .*%.*, current .*%/);
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(chart).toHaveAttribute('aria-valuenow', '1');
  expect(chart.getAttribute('aria-valuetext')).not.toBe(first);
  await user.keyboard('{End}');
  expect(chart).toHaveAttribute('aria-valuenow', chart.getAttribute('aria-valuemax') ?? '');
});

test('pointing at a category shows its shares and rows', () => {
  draw([FRAMES[1]], { maxCategories: 5 });
  fireEvent.mouseMove(screen.getByRole('slider'), { clientX: 10, clientY: 1 });
  expect(screen.getByText('Current', { selector: 'dt' }).nextElementSibling).toHaveTextContent(/% \([\d,]+ rows\)/);
});

test('the legend names both windows, and hides and shows a side', async () => {
  const { container } = draw([FRAMES[0]]);
  const paths = () => container.querySelectorAll('svg path[stroke]').length;
  const current = screen.getByRole('button', { name: 'current, 4 Apr 2013 – 25 Jul 2013' });
  expect(screen.getByRole('button', { name: 'baseline, 1 Jan 2013 – 1 Apr 2013' })).toBeVisible();
  expect(paths()).toBe(2);
  await user.click(current);
  expect(current).toHaveAttribute('aria-pressed', 'false');
  expect(paths()).toBe(1);
});

test('gives screen readers every bin', () => {
  draw([FRAMES[0]]);
  expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(FRAMES[0].fields[0].values.length + 1);
});

test('takes the unit and the colors that the panel sets', () => {
  const [frame] = FRAMES;
  const colored = {
    ...frame,
    fields: frame.fields.map((field) => ({
      ...field,
      config: {
        ...field.config,
        ...(field.name === 'low' ? { unit: 'fahrenheit' } : {}),
        ...(field.name === 'current' ? { color: { mode: FieldColorModeId.Fixed, fixedColor: '#123456' } } : {}),
      },
    })),
  };
  const { container } = draw([colored]);
  expect(container.querySelector('path[stroke="#123456"]')).toBeInTheDocument();
  expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/°F/);
});

test('data of no use is explained', () => {
  draw(readFrames('drift-by-week'));
  expect(screen.getByText(/No distribution data/)).toBeVisible();
});

test('is accessible', async () => {
  const { container } = draw();
  expect(await accessibilityFaults(container)).toEqual([]);
});

test('a query that failed says why', () => {
  const { data } = panelProps([], DEFAULT_OPTIONS);
  const errors = [{ refId: 'A', message: 'There is no file "flight.parquet".' }];
  draw([], {}, { data: { ...data, state: LoadingState.Error, errors } });
  expect(screen.getByText(/There is no file "flight.parquet"\./)).toBeVisible();
});

test('a panel without data says what whoever made it wrote', () => {
  const fieldConfig = { defaults: { noValue: 'Choose a label at the top' }, overrides: [] };
  draw([], {}, { fieldConfig });
  expect(screen.getByText(/Choose a label at the top/)).toBeVisible();
});
