/** @jest-environment node */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { categoriesFromValues } from '../distribution/categoriesFromValues';
import { sampleFromValues } from '../distribution/sampleFromValues';
import type { DistributionResult, DriftResult, WindowedVerdict } from '../evaluate/Result';
import type { TestName } from '../query/testNames';
import { parseQuery } from '../query/parseQuery';
import type { DriftQuery } from '../query/driftQuery';
import type { QueryInput } from '../query/query';
import type { TestResult } from '../statistics/TestResult';
import { describeReason } from '../verdict/describeReason';
import { readDistribution } from './distribution/readDistribution';
import { driftRows } from './drift/driftRows';
import { readDrift } from './drift/readDrift';
import type { Frame } from './Frame';
import type { FrameLike } from './FrameLike';
import { writeFrames } from './writeFrames';

const HOUR = 3_600_000;
const START = Date.UTC(2013, 6, 1);

function result(test: TestName, statistic: number | null, pValue: number | null): TestResult {
  const bounds = { statisticLow: statistic, statisticHigh: statistic, pValueLow: pValue, pValueHigh: pValue };
  return { test, statistic, pValue, ...bounds, method: pValue === null ? 'none' : 'exact', guarantee: 'exact' };
}

const NUMBERS = {
  baseline: sampleFromValues([1, 2, 3, 4, null, NaN]),
  current: sampleFromValues([3, 4, 5, Infinity, null]),
};
const KINDS = { baseline: categoriesFromValues(['a', 'a', 'b']), current: categoriesFromValues(['a', 'c', 'c', '']) };

/** `x` in version 1 drifts from the second of three windows on; the others do not. */
function verdict(
  hour: number,
  kind: 'x' | 'kind',
  version: string,
  what: 'drift' | 'no_drift' | 'insufficient_data'
): WindowedVerdict {
  const isX = kind === 'x';
  const tests = isX
    ? [result('wasserstein_normed', 0.5, null), result('ks', 0.4, 0.001), result('missing_rate', 0.05, 0.8)]
    : [result('chi_square', 3.2, 0.2), result('total_variation', 0.08, null)];
  return {
    comparison: {
      feature: kind,
      type: isX ? 'numeric' : 'categorical',
      segment: { version, type: 'live' },
      ...(isX ? NUMBERS : KINDS),
    },
    tests,
    deciding: isX ? 'ks' : 'chi_square',
    pAdjusted: isX ? 0.002 : 0.2,
    effect: isX ? 'wasserstein_normed' : 'total_variation',
    effectSize: isX ? 0.5 + hour / 100 : 0.08,
    effectExpected: 0.05,
    threshold: 0.1,
    smallestDetectable: what === 'insufficient_data' ? null : 0.2,
    verdict: what,
    severity: what === 'drift' ? 2 : what === 'no_drift' ? 0 : null,
    reason: {
      code: what === 'drift' ? 'drift' : what === 'no_drift' ? 'not_sure' : 'current_empty',
      facts: { n_baseline: 4, n_current: 4 },
    },
    window: { from: START + hour * HOUR, to: START + (hour + 1) * HOUR },
    baselineWindow: { from: START - 24 * HOUR, to: START },
  };
}

const context = {
  queryHash: '0123456789abcdef',
  baseline: { kind: 'previous', description: 'the same time 1d earlier', facts: { rows: 6 } },
  notices: ['2 rows of log.csv have no time and are left out.'],
};
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

test('an alert keeps every series, with null where the newest window does not judge it', () => {
  const verdicts = [
    verdict(0, 'x', '1', 'drift'),
    verdict(1, 'kind', '1', 'no_drift'),
    verdict(1, 'x', '2', 'insufficient_data'),
  ];
  const frames = writeFrames({ ...drift, verdicts }, query({ format: 'alert' }));
  expect(frames.map(({ fields }) => [fields[0].labels, fields[0].values])).toEqual([
    [{ feature: 'x', version: '1', segment_type: 'live' }, [null]],
    [{ feature: 'kind', version: '1', segment_type: 'live' }, [0]],
    [{ feature: 'x', version: '2', segment_type: 'live' }, [null]],
  ]);
});
