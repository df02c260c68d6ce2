/** @jest-environment node */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseQuery } from '../../query/parseQuery';
import { drawNormal } from '../../statistics/random/drawNormal';
import { seededRandom } from '../../statistics/random/seededRandom';
import { evaluate } from '../evaluate';
import { type ChangeResult, noticeText } from '../Result';

const DAY = 86_400_000;
const START = Date.parse('2024-01-01T00:00:00Z');
const DAYS = 60;
const NOW = START + 400 * DAY;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'change-'));
const connections = { files: { type: 'file' as const, folder } };

afterAll(() => fs.rmSync(folder, { recursive: true }));

interface Row {
  readonly day: number;
  readonly value: number;
  readonly carrier: string;
}

/** Twenty rows a day, at hours of the day. */
function write(name: string, draw: (day: number, k: number, normal: () => number) => Row | null): string {
  const random = seededRandom(1, name);
  const lines = Array.from({ length: DAYS * 20 }, (_, i) => {
    const [day, k] = [Math.floor(i / 20), i % 20];
    const row = draw(day, k, () => drawNormal(random));
    const time = new Date(START + day * DAY + (k + 2) * 3_600_000).toISOString();
    return row === null ? [] : [`${time},${row.value},${row.carrier}`];
  });
  fs.writeFileSync(path.join(folder, name), ['time,value,carrier', ...lines.flat(), ''].join('\n'));
  return name;
}

async function ask(query: object, range = { from: START, to: START + DAYS * DAY }): Promise<ChangeResult> {
  const result = await evaluate(parseQuery({ kind: 'change', ...query }), { range, now: NOW, connections });
  if (result.kind !== 'change') {
    throw new Error(result.kind);
  }
  return result;
}

const told = ({ series }: ChangeResult) =>
  series.flatMap(({ feature, figure, changes }) =>
    changes.map(({ window, kind }) => [feature, figure, kind, Math.round((window.from - START) / DAY)])
  );
const notices = (result: ChangeResult) => result.notices.map(noticeText).join('\n');

const steps = write('steps.csv', (day, k, normal) => ({
  day,
  value: 10 + normal() + (day >= 35 ? 2 : 0),
  carrier: k < (day >= 20 ? 10 : 4) ? 'AA' : k < 15 ? 'UA' : 'DL',
}));
const selection = { path: steps, timeField: 'time' };

describe('evaluateChange', () => {
  it('finds the changes of features, each in the figure that changed', async () => {
    const result = await ask({ current: selection });
    expect(told(result)).toEqual(
      expect.arrayContaining([
        ['value', 'mean', 'abrupt', 35],
        ['carrier', 'share of AA', 'abrupt', 20],
        ['carrier', 'share of UA', 'abrupt', 20],
      ])
    );
    expect(told(result)).toHaveLength(3);
  });

  it('finds those of measures, over all rows and by segment', async () => {
    const measures = [
      { name: 'level', aggregate: 'avg', field: 'value' },
      { name: 'rows', aggregate: 'count' },
    ];
    expect(told(await ask({ current: selection, measures }))).toEqual([['level', '', 'abrupt', 35]]);
    const bySegment = await ask({ current: selection, measures: measures.slice(1), segmentBy: ['carrier'] });
    expect(bySegment.series.map(({ segment, changes }) => [segment.carrier, changes.length])).toEqual([
      ['AA', 1],
      ['DL', 0],
      ['UA', 1],
    ]);
  });

  it('finds the change of a drift query', async () => {
    const of = { kind: 'drift', baseline: { kind: 'window', from: '2024-01-01', to: '2024-01-15' } };
    const listed = { ...selection, features: [{ name: 'value' }] };
    const result = await ask({ current: listed, of });
    const [series] = result.series;
    expect(series.figure).toBe('wasserstein_normed');
    expect(told(result)).toEqual([['value', 'wasserstein_normed', 'abrupt', 35]]);
    // The same asked with the selection in the drift query.
    const own = await ask({ current: {}, of: { ...of, current: listed } });
    expect(told(own)).toEqual(told(result));
  });

  it('only calls recent changes alarms', async () => {
    const measures = [{ name: 'level', aggregate: 'avg', field: 'value' }];
    const recent = async (time?: string) => {
      const result = await ask({ current: selection, measures, decision: { recent: time } });
      return result.series[0].changes.map(({ isRecent }) => isRecent);
    };
    expect(await recent()).toEqual([true]);
    expect(await recent('7d')).toEqual([false]);
    expect(await recent('30d')).toEqual([true]);
  });

  it('lists the alarms of online detectors beside the changes', async () => {
    const measures = [{ name: 'level', aggregate: 'avg', field: 'value' }];
    const result = await ask({ current: selection, measures, detectors: ['cusum', 'ddm'] });
    const [{ alarms = [] }] = result.series;
    expect(alarms.map(({ detector }) => detector)).toEqual(['cusum']);
    expect(alarms[0].window.from).toBeGreaterThanOrEqual(START + 35 * DAY);
    expect(alarms[0].window.from).toBeLessThanOrEqual(START + 38 * DAY);
    expect(notices(result)).toMatch('level: ddm takes values from 0 to 1, and gives no alarms here.');
  });

  it('never makes a change of a gap in silence', async () => {
    const name = write('gap.csv', (day, _, normal) =>
      day >= 25 && day < 32 ? null : { day, value: normal() + (day >= 30 ? 4 : 0), carrier: 'AA' }
    );
    const current = { path: name, timeField: 'time' };
    const result = await ask({ current, measures: [{ name: 'level', aggregate: 'avg', field: 'value' }] });
    const [change] = result.series[0].changes;
    expect(change).toMatchObject({ gap: 7, earliest: START + 25 * DAY, latest: START + 32 * DAY });
    expect(notices(result)).toMatch('level: 7 of 60 windows have no value.');
  });

  it('takes windows behind the last row, and a part of one, for no value', async () => {
    const name = write('ends.csv', (day, k, normal) =>
      day > 50 || (day === 50 && k > 3) ? null : { day, value: normal(), carrier: 'AA' }
    );
    const current = { path: name, timeField: 'time' };
    const measures = [{ name: 'rows', aggregate: 'count' }];
    const whole = await ask({ current, measures });
    expect(told(whole)).toEqual([]);
    expect(notices(whole)).toMatch('There are no rows after 2024-02-20 05:00');
    const cut = await ask({ current, measures }, { from: START, to: START + 51 * DAY });
    expect(cut.series[0].values[50]).toBeNull();
    expect(notices(cut)).toMatch('The last window is left out of counts and sums');
  });

  it('says what is missing instead of a verdict', async () => {
    const few = await ask({ current: selection }, { from: START, to: START + 8 * DAY });
    expect(few.series.every(({ undecided }) => undecided?.startsWith('8 of 8 windows have a value'))).toBe(true);
    await expect(ask({ current: { path: steps } })).rejects.toThrow('needs a "timeField"');
    await expect(ask({ current: selection, period: '36h' })).rejects.toThrow('no multiple of the window');
    await expect(ask({ current: selection, period: '30d' })).rejects.toThrow('has to be seen 4 times');
    expect(() => parseQuery({ kind: 'change', current: {}, measures: [], of: {} })).toThrow();
    const both = {
      measures: [{ name: 'rows', aggregate: 'count' }],
      of: { kind: 'drift', baseline: { kind: 'previous', offset: '7d' } },
    };
    expect(() => parseQuery({ kind: 'change', current: {}, ...both })).toThrow('goes without "measures"');
  });
});
