import React, { useState } from 'react';
import { render, screen, waitFor } from '@testing-library/react';
import { accessibilityFaults } from '../../../tests/fixtures/panels/accessibility';
import { user } from '../../../tests/fixtures/panels/user';
import { layOut } from '../../../tests/fixtures/panels/browser';
import type { DataSource } from '../DataSource';
import { defaultQuery } from '../defaultQuery';
import type { ModelwatchQuery } from '../ModelwatchQuery';
import type { Completion, Resources } from '../resources';
import { QueryEditor } from './QueryEditor';
import { answering } from './testing/answering';

const onChange = jest.fn<void, [ModelwatchQuery]>();
const written = () => onChange.mock.lastCall?.[0].current;
const runs = jest.fn();

function Editor({ query, answers }: { query: Partial<ModelwatchQuery>; answers: Resources }) {
  const [value, setValue] = useState<ModelwatchQuery>({ refId: 'A', ...defaultQuery(), ...query });
  const change = (changed: ModelwatchQuery) => {
    onChange(changed);
    setValue(changed);
  };
  return (
    <QueryEditor datasource={{ resources: answers } as DataSource} query={value} onChange={change} onRunQuery={runs} />
  );
}

beforeAll(layOut);
beforeEach(() => jest.clearAllMocks());

async function choose(label: RegExp | string, option: RegExp | string) {
  await user.click(await screen.findByLabelText(label));
  await user.click(await screen.findByRole('option', { name: option }));
}

describe('Prometheus', () => {
  const resources = answering('prometheus');

  test('a new query begins with all histograms', async () => {
    render(<Editor query={{}} answers={resources} />);
    await waitFor(() => expect(written()).toEqual({ connection: 'store' }));
    expect(screen.getByText('All histograms and summaries')).toBeVisible();
    expect(runs).toHaveBeenCalledTimes(1);
  });

  test('metrics are completed and named; a label makes categories of a counter', async () => {
    const complete = jest.fn(resources.complete);
    const { container } = render(
      <Editor query={{ current: { connection: 'store' } }} answers={{ ...resources, complete }} />
    );
    await user.click(await screen.findByRole('button', { name: 'Metric' }));
    await choose('Metric', 'latency_seconds');
    expect(written()?.features).toEqual([{ name: 'latency_seconds', metric: 'latency_seconds' }]);
    await user.click(screen.getByRole('button', { name: 'Metric' }));
    await user.click(screen.getAllByLabelText('Metric')[1]);
    await user.click(await screen.findByRole('option', { name: 'predictions_total' }));
    await user.click(screen.getAllByLabelText(/^Category label/)[1]);
    await user.click(await screen.findByRole('option', { name: 'class' }));
    expect(written()?.features?.[1]).toEqual({ name: 'class', metric: 'predictions_total', label: 'class' });
    expect(complete.mock.calls.map(([asked]) => asked)).toContainEqual(
      expect.objectContaining<Partial<Completion>>({ what: 'label', metric: 'predictions_total' })
    );
    await user.click(screen.getByRole('button', { name: 'Remove latency_seconds' }));
    expect(written()?.features).toHaveLength(1);
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  test('an expression needs a name of its own', async () => {
    render(<Editor query={{ current: { connection: 'store' } }} answers={resources} />);
    await user.click(await screen.findByRole('button', { name: 'PromQL' }));
    await user.type(screen.getByLabelText('PromQL'), 'rate(x[[5m]){Enter}');
    expect(runs).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText('Name'), 'x{Enter}');
    expect(written()?.features).toEqual([{ name: 'x', expr: 'rate(x[5m])' }]);
    expect(runs).toHaveBeenCalled();
  });

  test('labels are matched by picking, and a variable for all of them stays a text', async () => {
    const { unmount } = render(<Editor query={{ current: { connection: 'store' } }} answers={resources} />);
    await user.click(await screen.findByRole('button', { name: 'Label' }));
    await choose('Label', 'version');
    expect(runs).not.toHaveBeenCalled();
    await choose('Operator', '=~');
    await choose('Value', 'late');
    expect(written()).toEqual({ connection: 'store', matchers: 'version=~"late"' });
    await user.click(screen.getByRole('button', { name: 'Remove version' }));
    expect(written()).toEqual({ connection: 'store' });
    unmount();
    render(<Editor query={{ current: { connection: 'store', matchers: '$matchers' } }} answers={resources} />);
    expect(await screen.findByLabelText('Label filters')).toHaveValue('$matchers');
  });

  test('segments are labels of the series', async () => {
    render(<Editor query={{ current: { connection: 'store' } }} answers={resources} />);
    await choose(/^Segment by/, 'version');
    expect(onChange.mock.lastCall?.[0].segmentBy).toEqual(['version']);
  });
});

describe('Elasticsearch', () => {
  const resources = answering('elasticsearch');

  test('an index is picked from those that there are, and with it comes the field of the time', async () => {
    const { container } = render(<Editor query={{ current: { connection: 'store' } }} answers={resources} />);
    await choose('Index', 'flights-2013');
    await waitFor(() => expect(written()).toEqual({ connection: 'store', index: 'flights-2013', timeField: 'time' }));
    await user.type(screen.getByLabelText(/^Lucene query/), 'model:delay{Enter}');
    expect(written()?.query).toBe('model:delay');
    await choose('Features', /^carrier/);
    expect(written()?.features).toEqual([{ name: 'carrier' }]);
    await user.keyboard('{Escape}');
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  test('why nothing can be completed is said, and a name can be typed all the same', async () => {
    const complete = () => Promise.reject({ data: { message: 'http://es:9200 does not answer.' } });
    render(<Editor query={{ current: { connection: 'store' } }} answers={{ ...resources, complete }} />);
    const index = await screen.findByLabelText('Index');
    await user.click(index);
    expect(await screen.findByText('http://es:9200 does not answer.')).toBeVisible();
    await user.type(index, 'logs-*');
    await user.click(await screen.findByRole('option', { name: /logs-\*/ }));
    expect(written()?.index).toBe('logs-*');
  });
});
