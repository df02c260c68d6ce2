/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseQuery } from '../../query/parseQuery';
import type { TimeRange } from '../../query/time';
import { drawNormal } from '../../statistics/random/drawNormal';
import { seededRandom } from '../../statistics/random/seededRandom';
import { describeReason } from '../../verdict/describeReason';
import type { Annotations } from '../Annotations';
import { evaluate } from '../evaluate';
import { noticeText, type DriftResult } from '../Result';

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-excluding-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DAY = 86_400_000;
const ROWS = 60;
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

/** Days from a date on; on some of them x is off by three. */
function write(name: string, since: string, until: string, isOdd: (time: number) => boolean): string {
  const random = seededRandom(4, name);
  const lines: string[] = [];
  for (let time = day(since); time < day(until); time += DAY) {
    if (time >= day('2023-06-12') && time < day('2023-10-01')) {
      continue;
    }
    for (let i = 0; i < ROWS; i++) {
      const x = drawNormal(random) + (isOdd(time) ? 3 : 0);
      lines.push(`${new Date(time + (i * DAY) / ROWS).toISOString()},${x},${drawNormal(random)}`);
    }
  }
  writeFileSync(join(folder, name), ['time,x,y', ...lines, ''].join('\n'));
  return name;
}

interface Asked {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly decision?: object;
  readonly annotations?: Annotations;
  readonly [key: string]: unknown;
}

async function ask({ path, from, to, decision = {}, annotations, ...query }: Asked): Promise<DriftResult> {
  const parsed = parseQuery({
    kind: 'drift',
    window: '1d',
    current: { path, timeField: 'time', features: [{ name: 'x' }, { name: 'y' }] },
    baseline: { kind: 'seasonal', period: '1w', count: 4 },
    // Few rows: shifts below a standard deviation are not looked for.
    decision: { significance: 'sequential', detectable: 12, ...decision },
    ...query,
  });
  const range: TimeRange = { from: day(from), to: day(to) };
  const connections = { files: { type: 'file' as const, folder } };
  return (await evaluate(parsed, { range, now: day('2024-12-31'), connections, annotations })) as DriftResult;
}

const of = ({ verdicts }: DriftResult, feature: string) =>
  verdicts.filter(({ comparison }) => comparison.feature === feature);
const severities = (result: DriftResult, feature: string) => of(result, feature).map(({ severity }) => severity);
const texts = ({ notices }: DriftResult) => notices.map(noticeText).join('\n');

const CORPUS_CHRISTI = [day('2023-06-08'), day('2024-05-30')];
const holidays = write('holidays.csv', '2023-05-29', '2024-06-10', (time) => CORPUS_CHRISTI.includes(time));
/** From 20 May on x stays larger. */
const stepped = write('stepped.csv', '2024-02-26', '2024-07-16', (time) => time >= day('2024-05-20'));

describe('a calendar', () => {
  const around = { path: holidays, from: '2024-05-29', to: '2024-06-01' };
  const BAVARIA = { exclude: [{ calendar: 'DE-BY' }] };

  test('without it a holiday is drift', async () => {
    // The day after is compared with it, and drops.
    expect(severities(await ask(around), 'x')).toEqual([0, 2, 2]);
  });

  test.each(['sequential', 'calibrated'])(
    '%s: with it the holiday is judged against that of the year before',
    async (significance) => {
      const result = await ask({ ...around, decision: { significance, ...BAVARIA } });
      expect(severities(result, 'x')).toEqual([0, 0, 0]);
      const [, holiday] = of(result, 'x');
      expect(describeReason(holiday)).toContain('same holiday of one earlier year: Corpus Christi (calendar DE-BY)');
    }
  );

  test('where no earlier year is stored it is not judged, and the verdict names it', async () => {
    const result = await ask({ ...around, from: '2023-12-24', to: '2023-12-28', decision: BAVARIA });
    expect(of(result, 'x').map(({ verdict }) => verdict)).toEqual(['no_drift', 'undefined', 'undefined', 'no_drift']);
    expect(of(result, 'x').map(describeReason)[1]).toBe(
      'Not judged: it is Christmas Day (calendar DE-BY), and no earlier year of it is stored.'
    );
  });

  test('a fixed baseline takes it as well', async () => {
    const baseline = { kind: 'window', from: '2024-01-01', to: '2024-05-01' };
    expect(severities(await ask({ ...around, baseline }), 'x')).toEqual([0, 2, 2]);
    expect(severities(await ask({ ...around, baseline, decision: BAVARIA }), 'x')).toEqual([0, 0, 0]);
  });

  test('days begin at midnight in the time zone of the query', async () => {
    const asked = { path: holidays, from: '2023-12-24', to: '2023-12-28', timezone: 'America/New_York' };
    const result = await ask({ ...asked, window: '12h', decision: { exclude: [{ calendar: 'US' }] } });
    const excluded = of(result, 'x').filter(({ verdict }) => verdict === 'undefined');
    // Twelve hours are counted in UTC: three of them touch a day of New York.
    expect(excluded.map(({ window }) => new Date(window?.from ?? 0).toISOString())).toEqual([
      '2023-12-25T00:00:00.000Z',
      '2023-12-25T12:00:00.000Z',
      '2023-12-26T00:00:00.000Z',
    ]);
  });

  test.each([
    ['DE-XX', /unknown calendar "DE-XX" in DE\. Similar names: DE-BB \(Brandenburg\)/],
    ['Bavaria', /unknown calendar "Bavaria"\. Similar names: .*\. Write a country code/],
    ['Germani', /Similar names: DE \(Germany\)/],
    ['XX', /unknown calendar "XX"/],
  ])('%s is one clear error with names that come near', async (calendar, message) => {
    await expect(ask({ ...around, decision: { exclude: [{ calendar }] } })).rejects.toThrow(message);
  });

  test('iid compares with past windows that are no holiday', async () => {
    const asked = { path: holidays, from: '2024-06-06', to: '2024-06-07', tests: ['ks'] };
    const rows = async (exclude: object[]) => {
      const baseline = { kind: 'seasonal', period: '1w', count: 2, exclude };
      const result = await ask({ ...asked, baseline, decision: { significance: 'iid', detectable: 3 } });
      return of(result, 'x')[0].comparison.baseline.counts.total;
    };
    expect(await rows([])).toBe(2 * ROWS);
    expect(await rows([{ calendar: 'DE-BY' }])).toBe(ROWS);
  });

  test('it counts without a time range too, where all rows are meant', async () => {
    const connections = { files: { type: 'file' as const, folder } };
    const rows = async (exclude: object[]) => {
      const query = parseQuery({
        ...{ kind: 'drift', window: '1d', tests: ['ks'] },
        current: { path: stepped, timeField: 'time', features: [{ name: 'x' }] },
        baseline: { kind: 'seasonal', period: '1w', count: 2, exclude },
      });
      const result = (await evaluate(query, { range: null, now: day('2024-12-31'), connections })) as DriftResult;
      // A week after Good Friday.
      const verdict = result.verdicts.find(({ window }) => window?.from === day('2024-04-05'));
      return verdict?.comparison.baseline.counts.total;
    };
    expect(await rows([])).toBe(2 * ROWS);
    expect(await rows([{ calendar: 'DE-BY' }])).toBe(ROWS);
  });

  test.each(['iid', 'calibrated'])('%s: a stretch that ends before it begins is refused', async (significance) => {
    for (const to of ['2024-05-30', '2024-05-23']) {
      const stretch = { from: '2024-05-30', to };
      const baseline = { kind: 'seasonal', period: '1w', count: 2, exclude: [stretch] };
      await expect(ask({ ...around, baseline, decision: { significance, detectable: 3 } })).rejects.toThrow(
        `"exclude": no time lies between "from" (2024-05-30) and "to" (${to})`
      );
    }
  });
});

describe('marks', () => {
  const week = { path: stepped, from: '2024-05-20', to: '2024-05-27' };

  test('without any, a step alarms until it has become the reference', async () => {
    expect(severities(await ask(week), 'x')).toEqual([2, 2, 2, 2, 2, 2, 2]);
  });

  test('a mark on what is not compared is not said to be used', async () => {
    const marks = [
      { mark: 'accept', from: '2024-05-20', feature: 'X' },
      { mark: 'incident', from: '2024-05-22', to: '2024-05-23', segment: { region: 'east' } },
    ];
    const result = await ask({ ...week, decision: { marks } });
    expect(texts(result)).not.toContain('Mark used');
    expect(texts(result)).toMatch(/Mark not used: .* accepted as normal\. This query does not compare X\./);
    expect(texts(result)).toMatch(/Mark not used: .* incident\. This query does not compare region east\./);
    expect(result.marks).toEqual([]);
  });

  test('a mark that ends before it begins is refused', async () => {
    const marks = [{ mark: 'incident', from: '2024-05-23', to: '2024-05-22' }];
    await expect(ask({ ...week, decision: { marks } })).rejects.toThrow('ends (2024-05-22) before it begins');
  });

  const accept = { mark: 'accept', from: '2024-05-20', by: 'anna', text: 'new sensor' };

  test('a state that was accepted is at rest at once, and the verdict says since when, by whom, and why', async () => {
    const result = await ask({ ...week, decision: { marks: [accept] } });
    expect(severities(result, 'x')).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(of(result, 'x')[0].verdict).toBe('insufficient_data');
    const said = describeReason(of(result, 'x')[0]);
    expect(said).toContain('the state from 2024-05-20 UTC on was accepted as normal (by anna: "new sensor")');
    expect(said).toContain('Windows from 2024-06-17 UTC on can be judged.');
    expect(texts(result)).toContain('Mark used: the state from 2024-05-20 UTC on was accepted');
    expect(result.marks).toMatchObject([{ mark: 'accept', from: day('2024-05-20'), by: 'anna' }]);
  });

  test('four weeks after an anchor windows are judged by what came since', async () => {
    const later: Asked = { ...week, from: '2024-07-08', to: '2024-07-15', decision: { marks: [accept] } };
    const result = await ask(later);
    expect(of(result, 'x').map(({ verdict }) => verdict)).toEqual(Array(7).fill('no_drift'));
    const back = write(
      'back.csv',
      '2024-01-01',
      '2024-07-16',
      (time) => time >= day('2024-05-20') && time < day('2024-07-10')
    );
    expect(severities(await ask({ ...later, path: back }), 'x')).toEqual([0, 0, 2, 2, 2, 2, 2]);
  });

  test('windows before an anchor are judged as if there were none', async () => {
    const before = { ...week, from: '2024-05-18', to: '2024-05-22' };
    const anchor = { ...accept, from: '2024-05-21' };
    expect(severities(await ask({ ...before, decision: { marks: [anchor] } }), 'x')).toEqual([0, 0, 2, 0]);
  });

  test('an anchor of one feature leaves the others their history', async () => {
    const result = await ask({ ...week, decision: { marks: [{ ...accept, feature: 'x' }] } });
    expect(of(result, 'x').map(({ verdict }) => verdict)).toEqual(Array(7).fill('insufficient_data'));
    expect(severities(result, 'x')).toEqual(Array(7).fill(0));
    expect(of(result, 'y').map(({ verdict }) => verdict)).toEqual(Array(7).fill('no_drift'));
  });

  test('four weeks after its own anchor a feature is judged by what came since, beside the others', async () => {
    const marks = [{ ...accept, feature: 'x' }];
    const later = { ...week, from: '2024-07-08', to: '2024-07-15', decision: { marks, detectable: 30 } };
    const result = await ask(later);
    expect(result.verdicts.map(({ verdict }) => verdict)).toEqual(Array(14).fill('no_drift'));
    expect(result.verdicts.map(({ comparison }) => comparison.feature)).toEqual(Array(7).fill(['x', 'y']).flat());
    expect(describeReason(of(result, 'x')[0])).toContain('limits come from 3 seasons');
    expect(describeReason(of(result, 'y')[0])).not.toContain('limits come from 3 seasons');
    const promised = (feature: string) => of(result, feature)[0].overTime?.promised ?? NaN;
    // Half of the promise for each of the two groups: one in 180 days, over the eight seasons and the three.
    expect([promised('y'), promised('x')]).toEqual([56 / 180, 21 / 180].map((days) => expect.closeTo(days, 6)));
  });

  test('a baseline that is older than the anchor has no verdict, which is not at rest', async () => {
    const baseline = { kind: 'window', from: '2024-01-01', to: '2024-05-01' };
    const result = await ask({ ...week, baseline, decision: { marks: [accept] } });
    expect(severities(result, 'x')).toEqual(Array(7).fill(null));
    expect(describeReason(of(result, 'x')[0])).toContain('The baseline is older: choose a newer one.');
  });

  test('nothing is learned from an incident, and it is not judged', async () => {
    const path = write(
      'incident.csv',
      '2024-01-01',
      '2024-07-16',
      (time) => time >= day('2024-05-20') && time < day('2024-05-27')
    );
    const asked = { path, from: '2024-05-25', to: '2024-06-29' };
    const clean = await ask({ ...asked, path: write('clean.csv', '2024-02-26', '2024-07-01', () => false) });
    expect(clean.verdicts.every(({ severity }) => severity === 0)).toBe(true);
    const marks = [{ mark: 'incident', from: '2024-05-20', to: '2024-05-27', text: 'feed broken' }];
    const result = await ask({ ...asked, decision: { marks } });
    const [first, , ...later] = of(result, 'x');
    expect(describeReason(first)).toBe(
      'Not judged: 2024-05-20 to 2024-05-27 UTC is marked as an incident ("feed broken").'
    );
    expect(new Set(later.map(({ verdict }) => verdict))).toEqual(new Set(['no_drift']));
    const limits = (one: DriftResult) =>
      of(one, 'x')
        .slice(2)
        .map(({ overTime }) => overTime?.limit ?? NaN);
    // Without the mark the incident raises limits, so that the next one goes unseen.
    expect(Math.max(...limits(result))).toBeLessThan(Math.max(...limits(await ask(asked))));
  });

  test('true and false alarms change no verdict', async () => {
    const marks = [{ mark: 'false-alarm', from: '2024-05-20', to: '2024-05-27' }];
    const result = await ask({ ...week, decision: { marks } });
    expect(severities(result, 'x')).toEqual(Array(7).fill(2));
    expect(result.marks).toEqual([]);
  });
});

describe('annotations', () => {
  const planned = { from: day('2024-05-20'), to: day('2024-07-01'), by: 'ben' };
  const asked = { path: stepped, from: '2024-05-21', to: '2024-05-22', decision: { exclude: [{ tag: 'sale' }] } };

  test('windows under one with the tag are not judged', async () => {
    const annotations = { marks: [], tagged: new Map([['sale', [planned]]]), notices: ['One is not counted.'] };
    const result = await ask({ ...asked, annotations });
    expect(describeReason(of(result, 'x')[0])).toBe(
      'Not judged: an annotation with the tag "sale" covers it (2024-05-20 to 2024-07-01 UTC, by ben).'
    );
    expect(texts(result)).toContain('One is not counted.');
  });

  test('their marks count as those of the query', async () => {
    const mark = { mark: 'accept' as const, from: day('2024-05-20'), to: day('2024-05-20'), by: 'ben' };
    const result = await ask({
      ...asked,
      decision: {},
      annotations: { marks: [mark], tagged: new Map(), notices: [] },
    });
    expect(severities(result, 'x')).toEqual([0]);
  });

  test('without Grafana a tag excludes nothing, which is said', async () => {
    const result = await ask(asked);
    expect(severities(result, 'x')).toEqual([2]);
    expect(texts(result)).toContain('Annotations with the tag "sale" can be read inside Grafana only');
  });
});
