import { alertQuery } from './alertQuery';
import { parseQuery } from './parseQuery';

const baseline = { kind: 'previous', offset: '7d' };
const current = { connection: 'logs', path: 'log.csv', timeField: 'time', features: [{ name: 'price' }] };
const QUESTIONS = {
  drift: { current, baseline },
  quality: { current, baseline },
  volume: { current, baseline, measures: [{ name: 'calls', aggregate: 'count' }] },
  versions: { current, feature: { name: 'version' } },
};

describe.each(Object.entries(QUESTIONS))('%s', (kind, question) => {
  it.each(['table', 'annotations', 'alert'])('as %s answers a rule in the alert format', (format) => {
    const query = parseQuery({ kind, format, ...question });
    expect(alertQuery(query)).toEqual({ ...query, format: 'alert' });
    expect(parseQuery(alertQuery(query))).toMatchObject({ kind, format: 'alert', alertValue: 'severity' });
  });

  it('as a time series stays what a rule reduces itself', () => {
    const query = parseQuery({ kind, format: 'timeseries', ...question });
    expect(alertQuery(query)).toBe(query);
  });
});

it('a distribution answers a rule as drift, by the same question', () => {
  const query = parseQuery({ kind: 'distribution', current, baseline, bins: 20, window: '1d', minimumCount: 3 });
  const asked = alertQuery(query);
  expect(parseQuery(asked)).toEqual(
    parseQuery({ kind: 'drift', format: 'alert', current, baseline, window: '1d', minimumCount: 3 })
  );
});

it('keeps the number that was chosen', () => {
  const query = parseQuery({ kind: 'drift', format: 'table', alertValue: 'score', current, baseline });
  expect(alertQuery(query)).toMatchObject({ format: 'alert', alertValue: 'score' });
});
