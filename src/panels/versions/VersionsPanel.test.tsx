import React from 'react';
import { FieldColorModeId } from '@grafana/data';
import { render, screen, within } from '@testing-library/react';
import { locationService } from '@grafana/runtime';
import { accessibilityFaults } from '../../../tests/fixtures/panels/accessibility';
import { user } from '../../../tests/fixtures/panels/user';
import { panelProps, readFrames } from '../../../tests/fixtures/panels/panelData';
import { DEFAULT_OPTIONS } from './options';
import { suggestVersions } from './suggestions';
import { VersionsPanel } from './VersionsPanel';

const DAYS = [...readFrames('versions-by-day'), ...readFrames('drift-by-version'), ...readFrames('quality-by-version')];
const draw = (frames = DAYS, change = {}) => render(<VersionsPanel {...panelProps(frames, DEFAULT_OPTIONS, change)} />);

beforeEach(() => locationService.push('/d/x'));

test('says which version is active, since when, with what share', () => {
  draw();
  expect(screen.getAllByText('Version 2 has been active since 1 Jul (100% of calls)')[0]).toBeVisible();
  const [head, second, first] = within(screen.getByRole('table')).getAllByRole('row');
  expect(head).toHaveTextContent('VersionStatusSeenCurrent shareCallsDriftQuality');
  expect(second).toHaveTextContent(
    '2activesince 1 Jul100%22,6893 of 4 drifting, most temperature_f2 of 4 with a warning'
  );
  expect(first).toHaveTextContent(
    '1gone4 Apr or before to 1 Jul0%82,4161 of 4 drifting, most temperature_f4 of 4 passed'
  );
});

test('tells what happened, the newest first', () => {
  draw();
  const changes = within(screen.getByRole('list', { name: /Changes/ })).getAllByRole('listitem');
  expect(changes.map(({ textContent }) => textContent)).toContain('1 JulVersion 2 took over from 1 (100% of calls).');
});

test('the keyboard walks over the windows', async () => {
  draw();
  const slider = screen.getByRole('slider', { name: 'Shares of the versions over time' });
  slider.focus();
  await user.keyboard('{End}');
  expect(slider).toHaveAttribute('aria-valuetext', '24 Jul 2013 – 25 Jul 2013: 2 has 100%.');
  await user.keyboard('{Home}');
  expect(slider).toHaveAttribute('aria-valuetext', '4 Apr 2013 – 5 Apr 2013: 1 has 100%.');
  expect(screen.getByText('4 Apr 2013 – 5 Apr 2013')).toBeInTheDocument();
});

test('without tables of drift and quality there are no such columns', () => {
  draw(readFrames('versions-by-day'));
  expect(screen.queryByRole('columnheader', { name: 'Drift' })).not.toBeInTheDocument();
});

test('has a band for each segment', () => {
  draw(readFrames('versions-by-airport'));
  expect(screen.getAllByRole('slider')).toHaveLength(3);
  expect(screen.getByRole('columnheader', { name: 'Segment' })).toBeVisible();
});

test('a click on a version sets the variable, where the dashboard has it', async () => {
  const replaceVariables = (text: string) => text.replace(/\$\{version(:csv)?\}/, '1');
  draw(DAYS, { replaceVariables });
  expect(screen.getByRole('button', { name: '1' }).closest('tr')?.className).not.toBe('');
  await user.click(screen.getByRole('button', { name: '2' }));
  expect(locationService.getSearch().get('var-version')).toBe('2');
});

test('the same color for a version in all segments; one that the panel fixes goes first', () => {
  const frames = readFrames('versions-by-airport').map((frame) => ({
    ...frame,
    fields: frame.fields.map((field) => {
      const fixedColor = field.labels?.version === '2' ? 'rgb(1, 2, 3)' : 'rgb(4, 5, 6)';
      return { ...field, config: { ...field.config, color: { mode: FieldColorModeId.Fixed, fixedColor } } };
    }),
  }));
  const { container } = draw(frames);
  const fills = [...container.querySelectorAll('svg path[d]')].map((path) => path.getAttribute('fill'));
  expect(fills.filter((fill) => fill === 'rgb(1, 2, 3)')).toHaveLength(3);
  expect(fills.filter((fill) => fill === 'rgb(4, 5, 6)')).toHaveLength(3);
});

test('data links stand in the row', () => {
  const props = panelProps(readFrames('versions-by-day'), DEFAULT_OPTIONS);
  const linked = props.data.series.map((frame) => ({
    ...frame,
    fields: frame.fields.map((field) => ({
      ...field,
      getLinks: () => [
        { title: 'Release', href: `/release/${field.labels?.version}`, target: '_blank' as const, origin: field },
      ],
    })),
  }));
  render(<VersionsPanel {...props} data={{ ...props.data, series: linked }} />);
  const links = screen.getAllByRole('link', { name: 'Release' }).map((link) => link.getAttribute('href'));
  expect(links).toContain('/release/2');
});

test.each([
  ['nothing', [], /No version data in this time range/],
  ['a drift table', readFrames('drift-by-week'), /query type Versions, and format Time series/],
  ['a table of versions', [{ ...readFrames('drift-by-week')[0], name: 'versions' }], /Select format Time series/],
])('data of no use is explained: %s', (_, frames, message) => {
  draw(frames);
  expect(screen.getByText(message)).toBeVisible();
});

test.each([{ width: 900 }, { width: 320 }])('is accessible, $width pixels wide', async (change) => {
  const { container } = draw(DAYS, change);
  expect(await accessibilityFaults(container)).toEqual([]);
});

test('is suggested for versions over time alone', () => {
  const { data } = panelProps(DAYS, DEFAULT_OPTIONS);
  const suggest = (series: typeof data.series) => suggestVersions({ rawFrames: series } as never);
  expect(suggest(data.series)).toHaveLength(1);
  expect(suggest(panelProps(readFrames('drift-by-week'), DEFAULT_OPTIONS).data.series)).toEqual([]);
});
