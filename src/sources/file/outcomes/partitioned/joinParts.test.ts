/** @jest-environment node */
import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../../../statistics/random/seededRandom';
import { type Hold, Memory, setMemory } from '../../../memory/Memory';
import { memoryLimits } from '../../../memory/memoryLimits';
import { TooMuchMemory } from '../../../memory/TooMuchMemory';
import { type Asked, type Cell, FORMATS, outcomesOf, type Table, write } from '../testing/overFiles';

jest.setTimeout(60_000);

const HOUR = 3_600_000;
const START = Date.UTC(2024, 0, 1);
const at = (hour: number) => new Date(START + hour * HOUR).toISOString();
const folder = mkdtempSync(join(tmpdir(), 'modelwatch-spill-'));

/** Refuses the keys of a whole file, so that they are joined in parts. */
class RefusesKeys extends Memory {
  refused = 0;

  override hold(): Hold {
    const hold = super.hold();
    const take = (bytes: number, what: string) => {
      if (what.startsWith('Counting') && this.refused === 0) {
        this.refused++;
        throw new TooMuchMemory(`${what} takes too much`, 413);
      }
      hold.take(bytes, what);
    };
    return { take, release: () => hold.release(), bytes: 0 };
  }
}

let memory: RefusesKeys;
beforeEach(() => {
  memory = new RefusesKeys(memoryLimits({}));
  process.env.MODELWATCH_TEMPORARY_FOLDER = folder;
});
afterEach(() => {
  setMemory(new Memory(memoryLimits({})));
  delete process.env.MODELWATCH_TEMPORARY_FOLDER;
  delete process.env.MODELWATCH_TEMPORARY_MB;
  expect(readdirSync(folder)).toEqual([]);
  expect(openFiles()).toEqual([]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Of this process, those below the folder, whether or not they have a name. */
function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((name) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${name}`);
      return path.startsWith(folder) ? [path] : [];
    } catch {
      return [];
    }
  });
}

type Rows = ReadonlyArray<Record<string, Cell>>;
const tableOf = (rows: Rows): Table =>
  Object.fromEntries(Object.keys(rows[0]).map((name) => [name, rows.map((row) => row[name])]));

const random = seededRandom(24, 'parts');
const some = <Value>(share: number, value: Value, other: Value) => (random.below(1000) < 1000 * share ? value : other);
const idOf = (i: number) => `r-${i}`;
const PREDICTIONS: Rows = Array.from({ length: 1200 }, (_, i) => ({
  id: some<string | null>(0.03, null, idOf(some(0.1, random.below(1200), i))),
  time: some<string | null>(0.02, null, at(random.below(60 * 24))),
  prediction: some<string | null>(0.02, null, ['a', 'b', 'NA', '1'][random.below(4)]),
  score: some<number | null>(0.05, null, random.below(1000) / 1000),
  amount: random.below(500) / 8,
  country: ['no', 'se', null][random.below(3)],
}));
const LABELS: Rows = Array.from({ length: 1500 }, () => ({
  id: some<string | null>(0.04, null, idOf(random.below(1400))),
  actual: some<string | null>(0.05, null, ['a', 'b', 'NA', '1.0'][random.below(4)]),
  paid: some<string | null>(0.05, null, String(random.below(500) / 8)),
  seen: some<string | null>(0.1, null, at(20 + random.below(80 * 24))),
}));
const windows = [
  { from: START, to: START + 20 * 24 * HOUR },
  { from: START + 15 * 24 * HOUR, to: START + 50 * 24 * HOUR },
];

const CASES: ReadonlyArray<readonly [string, Asked]> = [
  [
    'classes of windows that overlap, as known on a day',
    {
      ...{ windows, asOf: START + 40 * 24 * HOUR, segmentBy: ['country'], selection: { timeField: 'time' } },
      roles: { scores: ['score'], label: { field: 'actual', timeField: 'seen' } },
    },
  ],
  ['classes without times, in stretches of rows', { roles: { scores: ['score'], label: { field: 'actual' } } }],
  [
    'some of the rows',
    {
      ...{ windows: [windows[0]], selection: { timeField: 'time', query: 'country:no' } },
      roles: { label: { field: 'actual' } },
    },
  ],
  [
    'numbers',
    {
      selection: { timeField: 'time' },
      roles: { task: 'regression', prediction: 'amount', label: { field: 'paid', timeField: 'seen' } },
    },
  ],
];

describe.each(FORMATS)('over %s', (format) => {
  const [predictions, labels] = [write(format, tableOf(PREDICTIONS)), write(format, tableOf(LABELS))];
  const asking = ({ roles, ...others }: Asked): Asked => ({
    ...others,
    roles: { ...roles, label: { field: 'actual', ...roles?.label, path: labels, key: 'id' } },
  });

  it.each(CASES)('joins %s as in memory', async (_, asked) => {
    const expected = await outcomesOf(predictions, asking(asked));
    setMemory(memory);
    const found = await outcomesOf(predictions, asking(asked));
    expect(memory.refused).toBe(1);
    expect(found).toEqual(expected);
    expect(expected.findings).toMatchObject({ repeatedKeys: expect.any(Number), revised: expect.any(Number) });
    expect(expected.findings.withoutPrediction).toBeGreaterThan(50);
  });
});

describe('its temporary file', () => {
  const predictions = write('csv', tableOf(PREDICTIONS));
  const asked = (labels: string): Asked => ({ roles: { label: { field: 'actual', path: labels, key: 'id' } } });
  const labels = write('csv', tableOf(LABELS));

  it('may not take more than the disk that it is given', async () => {
    process.env.MODELWATCH_TEMPORARY_MB = '0.01';
    setMemory(memory);
    await expect(outcomesOf(predictions, asked(labels))).rejects.toThrow(
      /^Joining \d+\.csv with \d+\.csv takes more than the 0\.01 MB of temporary files .*temporary_mb/
    );
  });

  it('says what to do where its folder is of no use', async () => {
    writeFileSync(join(folder, 'file'), '');
    process.env.MODELWATCH_TEMPORARY_FOLDER = join(folder, 'file');
    setMemory(memory);
    await expect(outcomesOf(predictions, asked(labels))).rejects.toThrow(
      /takes a temporary file, and .*file can't hold it: .*Set temporary_folder/
    );
    rmSync(join(folder, 'file'));
  });

  it('goes with the query that is cancelled', async () => {
    const controller = new AbortController();
    setMemory(memory);
    const { signal } = controller;
    let looks = 0;
    const counting = new Proxy(signal, {
      get: (target, name) => {
        // Some of the way into the parts.
        looks += Number(name === 'throwIfAborted');
        if (looks === 12) {
          controller.abort(new Error('cancelled'));
        }
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    await expect(outcomesOf(predictions, asked(labels), { signal: counting })).rejects.toThrow('cancelled');
    expect(looks).toBeLessThan(40);
  });
});
