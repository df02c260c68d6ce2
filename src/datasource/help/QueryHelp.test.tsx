import React from 'react';
import { render, screen } from '@testing-library/react';
import { accessibilityFaults } from '../../../tests/fixtures/panels/accessibility';
import { user } from '../../../tests/fixtures/panels/user';
import { parseQuery } from '../../query/parseQuery';
import type { DataSource } from '../DataSource';
import { QUERY_EXAMPLES } from './examples';
import { QueryHelp } from './QueryHelp';

const current = { connection: 'logs', path: 'log.csv', timeField: 'time' };

test.each(QUERY_EXAMPLES.map(({ title, query }) => [title, query] as const))('%s is a valid query', (_, query) => {
  expect(() => parseQuery({ ...query, current })).not.toThrow();
});

test('an example is asked of the data that were picked', async () => {
  const pick = jest.fn();
  const { container } = render(
    <QueryHelp datasource={{} as DataSource} query={{ refId: 'B', kind: 'quality', current }} onClickExample={pick} />
  );
  await user.click(screen.getByRole('button', { name: QUERY_EXAMPLES[0].title }));
  expect(pick).toHaveBeenCalledWith({
    refId: 'B',
    version: 1,
    current,
    datasource: undefined,
    ...QUERY_EXAMPLES[0].query,
  });
  expect(screen.getByRole('link', { name: /Query editor reference/ })).toHaveAttribute(
    'href',
    '/a/modelwatch-app/docs/query-editor'
  );
  expect(await accessibilityFaults(container)).toEqual([]);
});
