import { type DataFrame, DataTransformerID, FieldType, toDataFrame, transformDataFrame } from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import '../../../../tests/fixtures/panels/browser';
import { initRegistries } from '../../../../preview/host/services/registries';
import { buildDriftMap } from './buildDriftMap';
import { coveredNotes } from './driftNotes';
import { baselinesInWords } from './provenanceInWords';
import { readDriftCells } from './readDriftCells';

beforeAll(initRegistries);

type Row = readonly [time: number, airport: string, severity: 0 | 2];

/** A drift table of one feature, with a segment where `segmentBy` names it. */
function table(refId: string, rows: readonly Row[], segmentBy = ['airport'], more: object = {}): DataFrame {
  const column = (name: string, type: FieldType, values: unknown[]) => ({ name, type, values });
  const same = (name: string, type: FieldType, value: unknown) =>
    column(
      name,
      type,
      rows.map(() => value)
    );
  return toDataFrame({
    name: 'drift',
    refId,
    meta: {
      custom: { queryHash: refId, segmentBy, baseline: { kind: 'x', description: `base of ${refId}`, facts: {} } },
    },
    fields: [
      column(
        'time',
        FieldType.time,
        rows.map(([time]) => time)
      ),
      column(
        'time_end',
        FieldType.time,
        rows.map(([time]) => time + 1000)
      ),
      same('feature', FieldType.string, 'mpg'),
      same('type', FieldType.string, 'numeric'),
      ...segmentBy.map((name) =>
        column(
          name,
          FieldType.string,
          rows.map(([, airport]) => airport)
        )
      ),
      column(
        'verdict',
        FieldType.string,
        rows.map(([, , severity]) => (severity === 2 ? 'drift' : 'no_drift'))
      ),
      column(
        'severity',
        FieldType.number,
        rows.map(([, , severity]) => severity)
      ),
      same('effect', FieldType.string, 'wasserstein_normed'),
      column(
        'effect_size',
        FieldType.number,
        rows.map(([, , severity]) => severity / 2 + 0.01)
      ),
      same('threshold', FieldType.number, 0.1),
      ...Object.entries(more).map(([name, value]) => same(name, FieldType.string, value)),
    ],
  });
}

const JFK_DRIFTS: Row[] = [
  [1000, 'JFK', 2],
  [1000, 'LGA', 0],
  [2000, 'JFK', 2],
  [2000, 'LGA', 0],
];
const DRIFT: Row[] = [
  [1000, '', 2],
  [2000, '', 2],
];
const NO_DRIFT: Row[] = DRIFT.map(([time, airport]) => [time, airport, 0]);

function read(frames: DataFrame[]) {
  const cells = readDriftCells(frames);
  const map = cells && buildDriftMap(cells.cells, { columns: 'auto', sortBy: 'name', subject: cells.subject });
  return {
    rows: map?.rows.map(({ query, segment, summary }) => [
      query,
      Object.values(segment).join(),
      summary.current.row.verdict,
    ]),
    notes: [...(cells?.notes ?? []), ...(map ? coveredNotes(map, frames) : [])],
    baselines: cells === null ? '' : baselinesInWords(cells.baselines, 'utc'),
  };
}

const transformed = (id: DataTransformerID, options: object, frames: DataFrame[]) =>
  lastValueFrom(transformDataFrame([{ id, options }], frames)).then(read);

it.each([
  ['A', 'B'],
  ['B', 'A'],
])('two queries have a row each, in whatever order: %s, %s', (...order) => {
  const tables = { A: table('A', DRIFT, []), B: table('B', NO_DRIFT, []) };
  const { rows, notes, baselines } = read(order.map((name) => tables[name as 'A' | 'B']));
  expect(rows).toEqual([
    ['A', '', 'drift'],
    ['B', '', 'no_drift'],
  ]);
  expect(notes).toEqual([]);
  expect(baselines).toBe(order.map((name) => `${name}: base of ${name}`).join('; '));
});

it('of one query rows bear no name', () =>
  expect(read([table('A', DRIFT, [])])).toEqual({
    rows: [['', '', 'drift']],
    notes: [],
    baselines: 'base of A',
  }));

it('"Merge" keeps the segments of two queries', async () => {
  const { rows, notes } = await transformed(DataTransformerID.merge, {}, [
    table('A', JFK_DRIFTS),
    table('B', [[3000, 'JFK', 2]]),
  ]);
  expect(rows).toEqual([
    ['', 'JFK', 'drift'],
    ['', 'LGA', 'no_drift'],
  ]);
  expect(notes).toEqual([]);
});

it('where "Merge" puts two queries in one place the worst is shown, and a note says so', async () => {
  for (const order of [
    [DRIFT, NO_DRIFT],
    [NO_DRIFT, DRIFT],
  ]) {
    const frames = order.map((rows, index) => table('AB'[index], rows, []));
    const { rows, notes } = await transformed(DataTransformerID.merge, {}, frames);
    expect(rows).toEqual([['', '', 'drift']]);
    expect(notes).toEqual([
      expect.stringMatching(/^2 rows share the place of a worse one, which is shown\. "Merge" has/),
    ]);
  }
});

it('a joined table is none: it has lost rows, and says so', async () => {
  const frames = [table('A', JFK_DRIFTS), table('B', NO_DRIFT, [])];
  const joined = await lastValueFrom(
    transformDataFrame([{ id: DataTransformerID.joinByField, options: { byField: 'time' } }], frames)
  );
  expect(readDriftCells(joined)).toBeNull();
  expect(read([...joined, table('C', DRIFT, [])])).toMatchObject({
    rows: [['', '', 'drift']],
    notes: [expect.stringMatching(/^A transformation has joined or regrouped verdicts/)],
  });
});

it('of segments whose column is hidden the worst is shown, and a note names it', async () => {
  const options = { excludeByName: { airport: true } };
  expect(await transformed(DataTransformerID.organize, options, [table('A', JFK_DRIFTS)])).toMatchObject({
    rows: [['', '', 'drift']],
    notes: ['A transformation hides airport: segments share a row, which shows the worst of them.'],
  });
});

it('"Limit" and "Sort by" take nothing else off', async () => {
  const limited = await transformed(DataTransformerID.limit, { limitField: 2 }, [table('A', JFK_DRIFTS)]);
  expect(limited.rows).toEqual([['', '', 'drift']]);
  const sorted = await transformed(DataTransformerID.sortBy, { sort: [{ field: 'severity' }] }, [
    table('A', JFK_DRIFTS),
  ]);
  expect(sorted.rows).toHaveLength(2);
});

it('what the first query’s subject does not cover is named', () => {
  const quality = table('B', DRIFT, [], { finding: 'outside_range' });
  expect(read([table('A', NO_DRIFT, []), quality]).notes).toEqual([
    "Query B isn't shown: this panel shows verdicts on drift, as its first query asks. Use a panel for each.",
  ]);
  const series = toDataFrame({ refId: 'C', fields: [{ name: 'score', type: FieldType.number, values: [1] }] });
  expect(read([table('A', NO_DRIFT, []), series]).notes).toEqual([
    'Query C isn\'t shown: this panel shows verdicts in the format "Table".',
  ]);
});

it('a table of quality has a row for each finding, of which the worst is shown', () => {
  const rows: Row[] = [
    [1000, '', 2],
    [1000, '', 0],
  ];
  expect(read([table('A', rows, [], { finding: 'x' })])).toMatchObject({ rows: [['', '', 'drift']], notes: [] });
});
