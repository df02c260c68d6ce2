import { countStream } from '../../../bench/false-alarms/time/countStream';
import { DAY, streamNamed, WEEK } from '../../../bench/false-alarms/time/drawStream';
import { decisionSchema } from '../../query/decision';
import { seededRandom } from '../../statistics/random/seededRandom';
import type { CountedSeries } from '../../statistics/time/CountedSeries';
import { edgeWidths } from '../../statistics/time/edgeWidths';
import { frozenEdges } from '../../statistics/time/frozenEdges';
import { regularPlaces, timelineOf } from '../../statistics/time/timelineOf';
import { describeReason } from '../describeReason';
import { decideInTime } from './decideInTime';
import type { TimeDecision } from './TimeDecision';
import type { TimedBins, TimedFeature } from './TimedFeature';

const DECISION = decisionSchema.parse({});
const SEQUENTIAL: TimeDecision = {
  decision: DECISION,
  significance: 'sequential',
  falseAlarmEvery: 90,
  windowsPerDay: DAY,
};
const CALIBRATED: TimeDecision = { ...SEQUENTIAL, significance: 'calibrated' };
const M = 4;
const C = 4;
const JUDGED = (M + C) * WEEK;
const HOURS = JUDGED + WEEK;
const timeline = timelineOf(regularPlaces(HOURS, WEEK, DAY), { kind: 'seasonal', count: M }, C);

describe.each([SEQUENTIAL, CALIBRATED])('$significance', (decision) => {
  test('finds a shift in a season, and says since what and against what', () => {
    const shifted = number('shifted', { from: JUDGED + 40, size: 0.8 });
    const judge = decideInTime([shifted, number('steady')], timeline, decision);
    expect(judge(JUDGED + 30).map(({ verdict }) => verdict)).toEqual(['no_drift', 'no_drift']);
    const [found, quiet] = judge(JUDGED + 54);
    expect(found).toMatchObject({ verdict: 'drift', severity: 2, deciding: 'wasserstein_normed' });
    expect(found.overTime?.score).toBeGreaterThan(found.overTime?.limit ?? NaN);
    expect(describeReason(found)).toMatch(
      /^Median .* → .*, a (shift|KS distance) of .*\. Expected by chance and natural variation .*, threshold 0\.1\. Score .* limit .*\.$/
    );
    expect(quiet.verdict).toBe('no_drift');
    expect(describeReason(quiet)).toMatch(/^Within natural variation\. .* A shift of .* would be detected\.$/);
  });

  test('a verdict is the same whichever windows come after it', () => {
    const features = [number('shifted', { from: JUDGED + 40, size: 0.8 }), rates('missing', 0.05)];
    const shorter = timelineOf(regularPlaces(JUDGED + 61, WEEK, DAY), { kind: 'seasonal', count: M }, C);
    const now = decideInTime(
      features.map((feature) => upTo(feature, JUDGED + 61)),
      shorter,
      decision
    )(JUDGED + 60);
    const later = decideInTime(features, timeline, decision)(JUDGED + 60);
    expect(now).toEqual(later);
  });

  test('a missing rate that rises decides over values that stay', () => {
    const [found] = decideInTime([rates('x', 0.02, { from: JUDGED + 20, to: 0.3 })], timeline, decision)(JUDGED + 30);
    expect(found).toMatchObject({ verdict: 'drift', deciding: 'missing_rate', effect: 'missing_rate' });
    expect(describeReason(found)).toMatch(/^Missing values went from \d\.?\d*% to (2|3)\d\.?\d*%\./);
  });

  test('a rate that never was above zero alarms from three standard scores on, and no lower', () => {
    const judge = decideInTime([rates('x', 0, { from: JUDGED + 20, to: 0.1 })], timeline, decision);
    expect(judge(JUDGED + 10)[0].verdict).toBe('no_drift');
    expect(judge(JUDGED + 25)[0].verdict).toBe('drift');
    if (decision.significance === 'sequential') {
      expect(judge(JUDGED + 25)[0].overTime?.limit).toBeGreaterThanOrEqual(3);
    }
  });

  test('too little history, no rows, and no reference are each said', () => {
    const young = without(number('steady'), 0, JUDGED - WEEK);
    const gap = without(number('steady'), JUDGED + 10, JUDGED + 12);
    const unreferenced = [1, 2, 3].reduce(
      (feature, i) => without(feature, JUDGED - i * WEEK + 11, JUDGED - i * WEEK + 12),
      number('steady')
    );
    const verdicts = decideInTime([young, gap, unreferenced], timeline, decision)(JUDGED + 11);
    expect(verdicts.map(({ verdict, reason }) => [verdict, reason.code])).toEqual([
      ['insufficient_data', 'not_calibrated'],
      ['insufficient_data', 'current_empty'],
      ['insufficient_data', 'no_reference'],
    ]);
    expect(verdicts.map(describeReason)[0]).toBe('Not enough history: 0 past seasons with data; 3 required.');
  });

  test('a feature that can not be counted has no verdict, and its reason', () => {
    const refused = {
      ...number('steady'),
      values: null,
      bins: null,
      missing: null,
      refusal: 'Only quantiles are known.',
    };
    const [verdict] = decideInTime([refused], timeline, decision)(JUDGED);
    expect(verdict).toMatchObject({ verdict: 'undefined', severity: null });
    expect(describeReason(verdict)).toBe('Only quantiles are known.');
    // Tables show the deciding test's row.
    expect(verdict.tests.map(({ test }) => test)).toContain(verdict.deciding);
  });

  test('a boolean that is true twice as often is drift although few rows changed', () => {
    const [found] = decideInTime([flags(0.004, { from: JUDGED, to: 0.04 })], timeline, decision)(JUDGED + 100);
    expect(found).toMatchObject({ verdict: 'drift', effect: 'category_share' });
    expect(describeReason(found)).toMatch(/^The share of category "true" went from 0\.\d*% to \d\.?\d*%\./);
  });
});

test('too few windows for alpha: nothing is decided', () => {
  const strict = { ...CALIBRATED, decision: { ...DECISION, alpha: 1e-5 } };
  const [verdict] = decideInTime([number('x', { from: JUDGED, size: 5 })], timeline, strict)(JUDGED + 1);
  expect(verdict).toMatchObject({ verdict: 'insufficient_data', reason: { code: 'not_calibrated' } });
  expect(describeReason(verdict)).toBe('Not enough history: 672 past windows are too few for a limit at this alpha.');
});

const DRAWN = new Map<string, TimedFeature>();

/** A number with a season of days and weeks, and means that wander. Drawn once. */
function number(feature: string, step?: { from: number; size: number }): TimedFeature {
  const key = `${feature} ${step?.from} ${step?.size}`;
  const found = DRAWN.get(key) ?? drawn(feature, step);
  DRAWN.set(key, found);
  return found;
}

function drawn(feature: string, step?: { from: number; size: number }): TimedFeature {
  const values = countStream(streamNamed('season'), seededRandom(7, feature), HOURS, step);
  const edges = frozenEdges(
    [-1.28155, -0.84162, -0.5244, -0.25335, 0, 0.25335, 0.5244, 0.84162, 1.28155].map((z) => z * 1.15),
    [-4, 4]
  );
  const pooled = new Float64Array(values.bins);
  values.counts.subarray(0, JUDGED * values.bins).forEach((count, i) => (pooled[i % values.bins] += count));
  const scale = edgeWidths(edges, pooled);
  const bins: TimedBins = { kind: 'edges', edges, closed: 'right', scale };
  return {
    feature,
    type: 'numeric',
    segment: {},
    values: { ...values, widths: scale.widths },
    missing: null,
    bins,
    guarantee: 'exact',
  };
}

/** 200 rows an hour of which a share is missing, and no values. */
function rates(feature: string, share: number, rise?: { from: number; to: number }): TimedFeature {
  return {
    feature,
    type: 'numeric',
    segment: {},
    values: null,
    missing: shares('missing', feature, share, rise),
    bins: null,
    guarantee: 'exact',
  };
}

function flags(share: number, rise: { from: number; to: number }): TimedFeature {
  const values = shares('categories', 'flag', share, rise);
  return {
    feature: 'flag',
    type: 'boolean',
    segment: {},
    values,
    missing: null,
    bins: { kind: 'categories', categories: ['false', 'true'] },
    guarantee: 'exact',
  };
}

function shares(
  kind: CountedSeries['kind'],
  name: string,
  share: number,
  rise?: { from: number; to: number }
): CountedSeries {
  const random = seededRandom(3, name);
  const counts = new Float64Array(HOURS * 2);
  for (let hour = 0; hour < HOURS; hour++) {
    const p = rise !== undefined && hour >= rise.from ? rise.to : share;
    for (let row = 0; row < 200; row++) {
      counts[2 * hour + (random.next() < p ? 1 : 0)]++;
    }
  }
  return { kind, bins: 2, counts, present: new Uint8Array(HOURS).fill(1) };
}

function without(feature: TimedFeature, from: number, to: number): TimedFeature {
  const { values } = feature;
  return values === null
    ? feature
    : { ...feature, values: { ...values, present: values.present.slice().fill(0, from, to) } };
}

function upTo(feature: TimedFeature, hours: number): TimedFeature {
  const cut = (series: CountedSeries | null) =>
    series && {
      ...series,
      counts: series.counts.slice(0, hours * series.bins),
      present: series.present.slice(0, hours),
    };
  return { ...feature, values: cut(feature.values), missing: cut(feature.missing) };
}

test('a change since the windows before names them, not the baseline', () => {
  const judge = decideInTime([rates('x', 0.02, { from: JUDGED + 20, to: 0.3 })], timeline, SEQUENTIAL);
  const found = judge(JUDGED + 20)[0];
  const jump = {
    ...found,
    overTime: found.overTime && { ...found.overTime, scale: { kind: 'jump', length: 4 } as const },
  };
  expect(describeReason(jump)).toMatch(
    /^The missing rate changed by [\d.]+ percentage points since the 4 windows before, to [\d.]+%\..* Score of the last 4 windows against the 4 before /
  );
});
