/** @jest-environment node */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DistributionResult, DriftResult } from '../evaluate/Result';
import { parseQuery } from '../query/parseQuery';
import type { DriftQuery } from '../query/driftQuery';
import type { QueryInput } from '../query/query';
import { describeReason } from '../verdict/describeReason';
import { readDistribution } from './distribution/readDistribution';
import { driftRows } from './drift/driftRows';
import { readDrift } from './drift/readDrift';
import type { Frame } from './Frame';
import type { FrameLike } from './FrameLike';
import { HOUR, START, verdict } from '../../tests/fixtures/frames/verdict';
import { writeFrames } from './writeFrames';

const context = {
  queryHash: '0123456789abcdef',
  baseline: { kind: 'previous', description: 'the same time 1d earlier', facts: { rows: 6 } },
  notices: ['2 rows of log.csv have no time and are left out.'],
};
/** `x` in version 1 drifts from the second of three windows on; the others do not. */
const drift: DriftResult = {
  ...context,
  kind: 'drift',
  verdicts: [
    verdict(0, 'x', '1', 'no_drift'),
    verdict(0, 'kind', '1', 'no_drift'),
    verdict(1, 'x', '1', 'drift'),
    verdict(2, 'x', '1', 'drift'),
    verdict(2, 'kind', '1', 'no_drift'),
    verdict(2, 'x', '2, new', 'insufficient_data'),
  ],
};
const distribution: DistributionResult = {
  ...context,
  kind: 'distribution',
  features: [
    {
      feature: 'x',
      type: 'numeric',
      segment: {},
      shape: {
        kind: 'bins',
        edges: Float64Array.of(1, 3, 5),
        baseline: Float64Array.of(2, 2),
        current: Float64Array.of(0, 4),
        beyond: { baseline: { below: 0, above: 0 }, current: { below: 0, above: 1 } },
      },
      verdict: verdict(2, 'x', '1', 'drift'),
    },
    {
      feature: 'kind',
      type: 'categorical',
      segment: { version: '1' },
      shape: { kind: 'categories', categories: ['a', 'other'], baseline: [2, 1], current: [1, 2], lastIsRest: true },
      verdict: verdict(2, 'kind', '1', 'no_drift'),
    },
  ],
};

function query(input: Partial<QueryInput> & object) {
  return parseQuery({
    kind: 'drift',
    segmentBy: ['version', 'type'],
    current: { path: 'log.csv' },
    baseline: { kind: 'previous', offset: '1d' },
    ...input,
  });
}

/** As Grafana hands frames to panels: numbers through JSON, `type` instead of our `kind`. */
function asSeen(frames: readonly Frame[]): FrameLike[] {
  return (JSON.parse(JSON.stringify(frames)) as Frame[]).map(({ name, meta, fields }) => ({
    name,
    meta,
    fields: fields.map(({ kind, ...field }) => ({ ...field, type: kind })),
  }));
}

/** The wording of reasons is the verdict's own affair. */
function withoutReasons(frames: readonly Frame[]): unknown {
  const reasons = new Set(drift.verdicts.map(describeReason));
  return JSON.parse(JSON.stringify(frames), (_, value: unknown) => (reasons.has(String(value)) ? 'REASON' : value));
}

test.each([
  ['table', drift, query({ format: 'table' })],
  ['table-detail', drift, query({ format: 'table', detail: true } as Partial<DriftQuery>)],
  ['timeseries', drift, query({ format: 'timeseries' })],
  ['alert', drift, query({ format: 'alert' })],
  ['alert-details', drift, query({ format: 'alert', alertValue: 'details' } as Partial<DriftQuery>)],
  ['annotations', drift, query({ format: 'annotations' })],
  ['distribution', distribution, query({ kind: 'distribution' })],
] as const)('%s is the golden one (UPDATE_GOLDEN=1 writes it anew)', (name, answer, asked) => {
  const frames = withoutReasons(writeFrames(answer, asked));
  const path = join(__dirname, '../../tests/fixtures/frames', `${name}.json`);
  if (process.env.UPDATE_GOLDEN === '1') {
    writeFileSync(path, `${JSON.stringify(frames, null, 2)}\n`);
  }
  expect(frames).toEqual(JSON.parse(readFileSync(path, 'utf8')));
});

test('every field of a frame has as many values as the others, and no number is not one', () => {
  for (const format of ['table', 'timeseries', 'alert', 'annotations'] as const) {
    for (const { fields } of writeFrames(drift, query({ format }))) {
      expect(new Set(fields.map(({ values }) => values.length)).size).toBe(1);
      const numbers = fields
        .filter(({ kind }) => kind === 'number' || kind === 'time')
        .flatMap(({ values }) => [...values]);
      expect(numbers.every((value) => value === null || Number.isFinite(value))).toBe(true);
    }
  }
});

test('panels read the rows that were written', () => {
  const asked = query({ format: 'table', detail: true } as Partial<DriftQuery>);
  const table = readDrift(asSeen(writeFrames(drift, asked)));
  expect(table?.rows).toEqual(driftRows(drift, true));
  expect(table?.meta).toEqual({
    queryHash: context.queryHash,
    baseline: context.baseline,
    segmentBy: ['version', 'type'],
  });
});

test('without detail every row decides', () => {
  const table = readDrift(asSeen(writeFrames(drift, query({ format: 'table' }))));
  expect(table?.rows).toEqual(driftRows(drift, false));
  expect(table?.rows[0]).toMatchObject({
    feature: 'x',
    severity: 2,
    time: START + 2 * HOUR,
    segment: { version: '1', type: 'live' },
  });
});

test('panels read the distributions that were written', () => {
  const [x, kind] = readDistribution(asSeen(writeFrames(distribution, query({ kind: 'distribution' }))));
  expect(x).toMatchObject({
    kind: 'bins',
    bins: [
      {
        low: 1,
        high: 3,
        baseline: 2,
        current: 0,
        baselineShare: 0.5,
        currentShare: 0,
        baselineDensity: 0.25,
        currentDensity: 0,
      },
      {
        low: 3,
        high: 5,
        baseline: 2,
        current: 4,
        baselineShare: 0.5,
        currentShare: 1,
        baselineDensity: 0.25,
        currentDensity: 0.5,
      },
    ],
    meta: {
      feature: 'x',
      verdict: 'drift',
      baselineCounts: { total: 6, values: 4, missing: 1, nan: 1, missingShare: 1 / 3 },
      currentCounts: { total: 5, values: 4, infinite: 1 },
      beyond: { current: { above: 1 } },
    },
  });
  expect(kind).toMatchObject({
    kind: 'categories',
    categories: [
      { category: 'a', baseline: 2, current: 1, isRest: false },
      { category: 'other', baseline: 1, current: 2, currentShare: 2 / 3, isRest: true },
    ],
  });
});

test('frames of other data sources are passed over', () => {
  const other: FrameLike = { name: 'other', fields: [{ name: 'time', values: [1] }] };
  expect(readDrift([other])).toBeNull();
  expect(readDistribution([other])).toEqual([]);
});
