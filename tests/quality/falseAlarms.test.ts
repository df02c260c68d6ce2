import { evaluate } from '../../src/evaluate/evaluate';
import { parseQuery } from '../../src/query/parseQuery';
import { describeFinding } from '../../src/verdict/quality/describeFinding';
import { DEMO } from './flights';

/** The largest share of daily verdicts that may alarm over weeks in which nothing was broken. */
const MOST = 0.05;

/** Wilson's score interval, 95 %. */
function wilson(count: number, n: number): [number, number] {
  const z = 1.959964;
  const share = count / n;
  const middle = share + z ** 2 / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  const scale = 1 + z ** 2 / n;
  return [(middle - half) / scale, (middle + half) / scale];
}

it('seldom alarms over the untouched weeks of March to May', async () => {
  const query = parseQuery({
    kind: 'quality',
    window: '1d',
    timezone: 'America/New_York',
    current: { connection: 'demo', path: 'flights.parquet', timeField: 'time' },
    baseline: { kind: 'seasonal', period: '1d', count: 28 },
  });
  const result = await evaluate(query, {
    range: { from: Date.UTC(2013, 2, 1, 5), to: Date.UTC(2013, 5, 1, 4) },
    now: Date.UTC(2014, 0, 1),
    connections: { demo: { type: 'file', folder: DEMO } },
  });
  if (result.kind !== 'quality') {
    throw new Error(`a result of the kind ${result.kind}`);
  }
  const n = result.verdicts.length;
  const alarms = result.verdicts.filter(({ severity }) => severity !== 0);
  const [low, high] = wilson(alarms.length, n);
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
  process.stdout.write(
    [
      `${alarms.length} of ${n} daily verdicts alarm: ${percent(alarms.length / n)}, 95 % interval ${percent(low)} to ${percent(high)}`,
      ...alarms.map(({ comparison, window, findings }) => {
        const day = new Date(window?.from ?? 0).toISOString().slice(0, 10);
        return `  ${day} ${comparison.feature}: ${findings.map(describeFinding).join(' ')}`;
      }),
      '',
    ].join('\n')
  );
  expect(n).toBe(92 * new Set(result.verdicts.map(({ comparison }) => comparison.feature)).size);
  expect(high).toBeLessThanOrEqual(MOST);
  // The model was replaced at midnight on 31 March, and its versions are named otherwise since: that is found.
  expect(alarms.filter(({ comparison }) => comparison.feature === 'model_version').length).toBeGreaterThan(0);
});
