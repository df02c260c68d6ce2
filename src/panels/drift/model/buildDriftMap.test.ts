import { readFrames } from '../../../../tests/fixtures/panels/panelData';
import type { DriftRow } from '../../../frames/drift/DriftRow';
import { buildDriftMap, type MapSettings } from './buildDriftMap';
import type { FrameField } from '../../../frames/Frame';
import { cellFigures } from './cellFigures';
import { describeCell } from './describeCell';
import { describeMap } from './describeMap';
import { describeRow, describeStatus } from './describeRow';
import type { DriftMap, MapCell, MapRow } from './DriftMap';
import { barFigures, shortEffect } from './effectOf';
import { readDriftCells } from './readDriftCells';

const AUTO: MapSettings = { columns: 'auto', sortBy: 'importance' };
const WEEK = 604_800_000;
const day = (time: number) => new Date(time).toISOString().slice(5, 10);

const flights = readDriftCells(readFrames('drift-by-week'))?.cells ?? [];
const airports = readDriftCells(readFrames('drift-by-airport'))?.cells ?? [];

const rowOf = (map: DriftMap, feature: string): MapRow => {
  const row = map.rows.find((candidate) => candidate.feature === feature);
  if (!row) {
    throw new Error(`The map has no row "${feature}".`);
  }
  return row;
};

/** The flights' rows of a feature with other verdicts, one for each letter: drift, warning, no drift, undecided, absent. */
function withVerdicts(feature: string, letters: string): MapCell[] {
  const words = { d: ['drift', 2], w: ['warning', 1], n: ['no_drift', 0], u: ['insufficient_data', null] } as const;
  const template = flights[0].row;
  return [...letters].flatMap((letter, index) => {
    const word = words[letter as keyof typeof words] as (typeof words)['d'] | undefined;
    if (!word) {
      return [];
    }
    const time = index * WEEK;
    const row: DriftRow = { ...template, feature, time, time_end: time + WEEK, verdict: word[0], severity: word[1] };
    return [{ query: '', row: Object.freeze(row), details: { subject: 'drift' }, origin: { frame: 0, row: index } }];
  });
}

describe('over time', () => {
  const map = buildDriftMap(flights, AUTO);

  test('has a column for each window, in its place in time', () => {
    expect(map.axis).toBe('time');
    expect(map.columns).toHaveLength(16);
    expect(map.columns[0].left).toBe(0);
    expect(map.columns[15].right).toBe(1);
    expect(map.columns[4].left).toBeCloseTo(4 / 16, 12);
  });

  test('puts what drifts now first, the earliest before the latest; then warnings; then the rest', () => {
    expect(map.rows.map(({ feature }) => feature)).toEqual([
      'temperature_f',
      'probability_late',
      'carrier',
      'prediction',
      'scheduled_hour',
      'origin',
    ]);
  });

  test('says since when, and that a run which begins with the first window may be older', () => {
    const { summary } = rowOf(map, 'temperature_f');
    expect([day(summary.since ?? 0), summary.sinceBeforeRange, summary.drifting]).toEqual(['04-01', true, 16]);
    expect(describeStatus(rowOf(map, 'temperature_f'), day)).toBe('drifting since 04-01 or before');
    expect(describeStatus(rowOf(map, 'probability_late'), day)).toBe('drifting since 06-10');
    expect(describeStatus(rowOf(map, 'prediction'), day)).toBe('warning now, drifted 06-24 to 07-15');
    expect(describeStatus(rowOf(map, 'origin'), day)).toBe('no drift');
  });

  test('says how far in words', () => {
    expect(describeRow(rowOf(map, 'probability_late'), day)).toMatch(
      /^probability_late drifting since 06-10: shift of 0\.34 standard deviations \(threshold 0\.10, expected by chance 0\.0\d\)$/
    );
    expect(describeMap(map, day)).toBe('2 of 6 features are drifting; longest: temperature_f, since 04-01 or before');
  });

  test('can be sorted by name and by effect', () => {
    const features = (sortBy: MapSettings['sortBy']) =>
      buildDriftMap(flights, { columns: 'auto', sortBy }).rows.map(({ feature }) => feature);
    expect(features('name')).toEqual([...features('name')].sort());
    expect(features('effect')[0]).toBe('temperature_f');
  });
});

describe('since when', () => {
  const status = (letters: string) => {
    const map = buildDriftMap(
      [...withVerdicts('x', letters), ...withVerdicts('other', 'n'.repeat(letters.length))],
      AUTO
    );
    return describeStatus(rowOf(map, 'x'), (time) => String(time / WEEK));
  };
  test.each([
    ['nnddd', 'drifting since 2'],
    ['ndnnd', 'drifting since 4'],
    ['ndddn', 'no drift now, drifted 1 to 4'],
    ['ndddw', 'warning now, drifted 1 to 4'],
    ['nnww', 'warning since 2'],
    ['ddddd', 'drifting since 0 or before'],
    // A window without a decision says neither that drift went on nor that it ended.
    ['nduud', 'drifting since 1'],
    ['udddd', 'drifting since 1 or before'],
    ['nddu', 'not enough data, drifted 1 to 3'],
    ['nnnu', 'not enough data'],
    // Absent windows are gaps, not verdicts.
    ['nd--d', 'drifting since 1'],
    ['nnnn', 'no drift'],
  ])('%s: %s', (letters, expected) => expect(status(letters)).toBe(expected));

  test('keeps a gap where a feature has no rows', () => {
    const map = buildDriftMap([...withVerdicts('x', 'dd--d'), ...withVerdicts('y', 'nnnnn')], AUTO);
    expect(rowOf(map, 'x').cells.map((cell) => cell?.row.verdict)).toEqual([
      'drift',
      'drift',
      undefined,
      undefined,
      'drift',
    ]);
  });
});

describe('over segments', () => {
  const map = buildDriftMap(airports, AUTO);

  test('has a column for each segment, by name, and a row for each feature', () => {
    expect(map.axis).toBe('segment');
    expect(map.columns.map(({ label }) => label)).toEqual(['EWR', 'JFK', 'LGA']);
    expect(map.rows.map(({ feature }) => feature)).toEqual([
      'temperature_f',
      'airport_delay_minutes',
      'scheduled_hour',
    ]);
  });

  test('speaks of the worst segment', () => {
    const { summary } = rowOf(map, 'airport_delay_minutes');
    expect(summary.current.row.segment).toEqual({ origin: 'JFK' });
    expect(describeStatus(rowOf(map, 'airport_delay_minutes'), day)).toBe('drifting in 3 of 3 segments');
  });

  test('is a list where there is neither time nor segment', () => {
    const timeless = flights.slice(0, 1).map((cell) => ({ ...cell, row: { ...cell.row, time: null, time_end: null } }));
    const list = buildDriftMap(timeless, AUTO);
    expect([list.axis, list.columns.length, list.rows.length]).toEqual(['single', 1, 1]);
  });
});

test('the other tests of a detailed table are left out', () => {
  const [frame] = readFrames('drift-by-airport');
  const others = frame.fields[0].values.map((_, index) => index === 0);
  const detailed = {
    ...frame,
    fields: [...frame.fields, { name: 'deciding', kind: 'boolean' as const, values: others }],
  };
  expect(readDriftCells([detailed])?.cells).toHaveLength(1);
});

test('frames of another kind are no drift table', () => {
  expect(readDriftCells(readFrames('distributions'))).toBeNull();
});

describe('tables of another kind are called what they are', () => {
  const mapOf = (frames: Parameters<typeof readDriftCells>[0]) => {
    const read = readDriftCells(frames);
    return buildDriftMap(read?.cells ?? [], { ...AUTO, subject: read?.subject });
  };

  test('quality', () => {
    const map = mapOf(readFrames('quality-by-version'));
    expect([map.subject, map.axis]).toEqual(['quality', 'segment']);
    expect(describeMap(map, day)).toBe('0 of 4 features failed, 2 with a warning');
    const destination = rowOf(map, 'destination');
    expect(describeStatus(destination, day)).toBe('warning');
    expect(shortEffect(destination.summary.current)).toBe('category new and 4 more');
    expect(barFigures(destination.summary.current)).toBeNull();
    expect(describeStatus(rowOf(map, 'probability_late'), day)).toBe('passed');
    expect(cellFigures(destination.summary.current, 'utc')).toContainEqual({ name: 'Total issues', value: '5' });
    expect(describeCell(destination, map.columns[1], destination.summary.current, 'utc')).toMatch(
      /^destination, 2: warning\. New category "ACK"/
    );
  });

  test('volume', () => {
    const column = (name: string, kind: FrameField['kind'], ...values: FrameField['values']): FrameField => ({
      ...{ name, kind, values },
    });
    const map = mapOf([
      {
        name: 'volume',
        fields: [
          column('time', 'time', 0, WEEK),
          column('time_end', 'time', WEEK, 2 * WEEK),
          column('feature', 'string', 'calls', 'calls'),
          column('value', 'number', 10, 4),
          column('expected', 'number', 10, 10),
          column('low', 'number', 6, 6),
          column('high', 'number', 14, 14),
          column('deviation', 'number', 0, -0.6),
          column('n_baseline', 'number', 4, 4),
          column('score', 'number', 0, 1.5),
          column('verdict', 'string', 'normal', 'alarm'),
          column('severity', 'number', 0, 2),
          column('reason', 'string', '', '60% below'),
        ],
      },
    ]);
    expect(describeMap(map, day)).toBe('1 of 1 measure is out of range; longest: calls, since 01-08');
    const [row] = map.rows;
    expect(describeStatus(row, day)).toBe('out of range since 01-08');
    expect(shortEffect(row.summary.current)).toBe('−60%');
    expect(barFigures(row.summary.current)).toMatchObject({ effectSize: 1.5, threshold: 1 });
    expect(cellFigures(row.summary.current, 'utc')).toContainEqual({ name: 'Expected range', value: '6 to 14' });
  });
});
