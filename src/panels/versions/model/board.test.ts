import { readFrames } from '../../../../tests/fixtures/panels/panelData';
import type { Frame } from '../../../frames/Frame';
import type { VersionsResult } from '../../../evaluate/Result';
import { writeVersionSeries } from '../../../frames/versions/writeVersionSeries';
import { versionsDecisionSchema } from '../../../query/versionsQuery';
import { traceVersions } from '../../../verdict/versions/traceVersions';
import { bandPaths } from './bandPaths';
import { boardLayout } from './boardLayout';
import { buildBoard } from './buildBoard';
import { describeBoard, seenInWords } from './describeBoard';
import { describeJudgement } from './describeJudgement';
import { describeWindow } from './describeWindow';
import { placeMarks } from './placeMarks';
import type { VersionBoard } from './VersionBoard';

const day = (time: number) => new Date(time).toISOString().slice(5, 10);
const HOUR = 3_600_000;

/** A board of windows of an hour with these calls. */
function boardOf(...hours: Array<Record<string, number>>): VersionBoard {
  const trace = traceVersions(
    {},
    hours.map((calls, hour) => ({
      window: { from: hour * HOUR, to: (hour + 1) * HOUR },
      byVersion: new Map(Object.entries(calls)),
      rest: 0,
      unversioned: 0,
    })),
    versionsDecisionSchema.parse({})
  );
  const result = { traces: [trace], feature: 'version' } as unknown as VersionsResult;
  const board = buildBoard(writeVersionSeries(result, { queryHash: '', segmentBy: [] } as never));
  if (board === null) {
    throw new Error('The frames make no board.');
  }
  return board;
}
const hour = (time: number) => String(time / HOUR);

describe('the flights', () => {
  const frames = [
    ...readFrames('versions-by-day'),
    ...readFrames('drift-by-version'),
    ...readFrames('quality-by-version'),
  ];
  const board = buildBoard(frames) as VersionBoard;
  const [trace] = board.segments;

  it('say which version is active, since when, with what share', () => {
    expect(describeBoard(board, day)).toBe('Version 2 has been active since 07-01 (100% of calls)');
    expect(trace.versions.map((entry) => [entry.version, entry.status, seenInWords(entry, day)])).toEqual([
      ['2', 'active', 'since 07-01'],
      ['1', 'gone', '04-04 or before to 07-01'],
    ]);
    expect(board.versions).toEqual(['1', '2']);
  });

  it('have the changes, and their places', () => {
    expect(trace.changes.map(({ kind, version, time }) => [kind, version, day(time)])).toEqual([
      ['started', '2', '07-01'],
      ['took_over', '2', '07-01'],
      ['vanished', '1', '07-01'],
    ]);
    const marks = placeMarks(trace.changes, { ...board, width: 800 });
    expect(marks.filter(({ hasSign }) => hasSign).map(({ change }) => change.kind)).toEqual(['took_over']);
    expect(new Set(marks.map(({ x }) => x)).size).toBe(1);
  });

  it('have drift and quality of each version beside it', () => {
    const said = trace.versions.map(({ version, drift, quality }) => [
      version,
      drift && describeJudgement('drift', drift).text,
      quality && describeJudgement('quality', quality).text,
    ]);
    expect(said).toEqual([
      ['2', '3 of 4 drifting, most temperature_f', '2 of 4 with a warning, most destination'],
      ['1', '1 of 4 drifting, most temperature_f', '4 of 4 passed'],
    ]);
  });

  it('say of each window what it has', () => {
    const last = trace.windows.findIndex(({ start }) => day(start) === '07-01');
    expect(describeWindow(trace, last, 'then')).toMatch(
      /^then: 2 has 100%\. Version 2 received its first calls.* Version 2 took over from 1/
    );
  });
});

it('of a version that is gone what was said last counts', () => {
  const [frame] = readFrames('drift-by-version');
  const later = {
    ...frame,
    fields: frame.fields.map((field) => {
      const undecided: Record<string, unknown> = { verdict: 'insufficient_data', severity: null };
      const values = field.values.map((value) =>
        field.name === 'time' ? Number(value) + HOUR : field.name in undecided ? undecided[field.name] : value
      );
      return { ...field, values: values as typeof field.values };
    }),
  };
  const texts = [[frame], [frame, later], [later, frame]].map((tables) => {
    const board = buildBoard([...readFrames('versions-by-day'), ...tables]) as VersionBoard;
    return board.segments[0].versions.map(({ drift }) => drift && describeJudgement('drift', drift).text);
  });
  expect(texts[1]).toEqual(texts[0]);
  expect(texts[2]).toEqual(texts[0]);
});

it('counts segments by their active version', () => {
  const board = buildBoard(readFrames('versions-by-airport')) as VersionBoard;
  expect(board.segments.map(({ segment }) => segment.origin)).toEqual(['EWR', 'JFK', 'LGA']);
  expect(describeBoard(board, day)).toBe('2 is active in 3 of 3 segments');
});

it('is nothing where there are no versions over time', () => {
  expect(buildBoard(readFrames('drift-by-week'))).toBeNull();
  expect(buildBoard([])).toBeNull();
});

describe('in words', () => {
  it.each([
    ['an A/B test', boardOf({ a: 50, b: 50 }, { a: 50, b: 50 }), 'No version has a majority of calls'],
    [
      'too few calls now',
      boardOf({ a: 50 }, { a: 5 }),
      'Version a has been active since 0 or before (100% of calls); too few calls in the newest window',
    ],
    [
      'no calls now',
      boardOf({ a: 50 }, {}),
      'Version a was active last, since 0 or before; no calls in the newest window',
    ],
    ['a rollback', boardOf({ a: 99 }, { b: 99 }, { a: 99 }), 'Version a has been active since 2 (100% of calls)'],
  ])('%s', (_, board, said) => expect(board && describeBoard(board, hour)).toBe(said));
});

describe('bands', () => {
  const board = boardOf({ a: 100 }, { a: 75, b: 25 }, {}, { b: 100 });
  const [{ versions, windows }] = board.segments;
  const bands = bandPaths(versions, windows, board.versions, { width: 400, height: 100 });

  it('stack the shares from the bottom up, in the order of first calls, with gaps where there are none', () => {
    expect(bands.map(({ version, path }) => [version, path])).toEqual([
      ['a', 'M0 0h100v100h-100zM100 25h100v75h-100z'],
      ['b', 'M100 0h100v25h-100zM300 0h100v100h-100z'],
    ]);
  });

  it('have their names where there is most room', () => {
    expect(bands.map(({ label }) => label)).toEqual([
      { x: 100, y: 62.5, width: 200 },
      { x: 350, y: 50, width: 100 },
    ]);
  });
});

it('gives the gravest of changes that lie close together the sign', () => {
  const { segments, from, to } = boardOf({ a: 99 }, { b: 99 }, { a: 99 }, { a: 99 });
  const signs = (width: number) =>
    placeMarks(segments[0].changes, { from, to, width })
      .filter(({ hasSign }) => hasSign)
      .map(({ change }) => change.kind);
  expect(signs(400)).toContain('took_over');
  expect(signs(20)).toEqual(['rolled_back']);
});

it('lays out wide and narrow, and says when not all of it fits', () => {
  const board = buildBoard(readFrames('versions-by-airport') as Frame[]) as VersionBoard;
  const options = { showTable: true, showChanges: true };
  expect(boardLayout(board, 900, 800, options)).toMatchObject({ isNarrow: false, overflows: false });
  expect(boardLayout(board, 900, 800, options).nameWidth).toBeGreaterThan(60);
  expect(boardLayout(board, 300, 400, options)).toMatchObject({ isNarrow: true, overflows: true, nameWidth: 0 });
});

describe('several queries', () => {
  const of = (refId: string, frames: readonly Frame[]) => frames.map((frame) => ({ ...frame, refId }));
  const versions = readFrames('versions-by-day');
  const drift = readFrames('drift-by-version');

  it('have a band each, told apart by their names', () => {
    const board = buildBoard([...of('A', versions), ...of('B', versions)]) as VersionBoard;
    expect(board.segments.map(({ name }) => name)).toEqual(['A', 'B']);
    for (const { versions: own } of board.segments) {
      const shares = own.reduce((sum, { shares: [first] }) => sum + (first ?? 0), 0);
      expect(shares).toBeCloseTo(1, 9);
    }
    expect(board.notes).toEqual([]);
  });

  it('share no verdicts: nothing says whose version they are on', () => {
    const board = buildBoard([...of('A', versions), ...of('B', versions), ...of('C', drift)]) as VersionBoard;
    expect(board.segments.flatMap((trace) => trace.versions.map((version) => version.drift))).not.toContainEqual(
      expect.anything()
    );
    expect(board.notes).toEqual([expect.stringMatching(/^Queries A and B both have versions/)]);
  });

  it('of verdicts on one version all count', () => {
    const one = buildBoard([...of('A', versions), ...of('B', drift)]) as VersionBoard;
    const two = buildBoard([...of('A', versions), ...of('B', drift), ...of('C', drift)]) as VersionBoard;
    const features = ({ segments }: VersionBoard) => segments[0].versions[0].drift?.features ?? 0;
    expect(features(one)).toBeGreaterThan(0);
    expect(features(two)).toBe(2 * features(one));
  });
});
