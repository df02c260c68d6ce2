/** @jest-environment node */
import { performanceDecisionSchema } from '../../query/performanceQuery';
import type { PerformanceMetric } from '../../query/performanceMetric';
import { seededRandom } from '../../statistics/random/seededRandom';
import { describePerformance } from './describePerformance';
import { judgePerformance } from './judgePerformance';
import { nextStepOfPerformance } from './nextStepOfPerformance';
import type { PerformanceCase, PerformanceSide } from './PerformanceCase';
import { drawSide, type Model, ROLES } from './testing/drawSide';

const DECISION = performanceDecisionSchema.parse({});
const IID = performanceDecisionSchema.parse({ significance: 'iid' });
const GOOD: Model = { quality: 2, positives: 0.4, rows: 400 };
const BAD: Model = { ...GOOD, quality: 1.2 };

describe('windows of fourteen days or more', () => {
  it('finds each metric worse where the model is, with what to do', () => {
    const [baseline, current] = [side(28, GOOD), side(28, BAD)];
    const metrics = ['accuracy', 'roc_auc', 'f1', 'brier', 'log_loss', 'recall', 'mcc', 'ks'] as const;
    const verdicts = judge(metrics.map((metric) => ofCase({ metric, current, baseline })));
    for (const verdict of verdicts) {
      expect(verdict).toMatchObject({ verdict: 'worse', severity: 2, test: 'jackknife_by_day' });
      expect(verdict.dropLow).toBeGreaterThan(0);
      expect(verdict.current.low).not.toBeNull();
    }
    expect(describePerformance(verdicts[0])).toMatch(
      /^Accuracy is worse: 8\d(\.\d)?% → 7\d(\.\d)?% \(drop \d+(\.\d+)? percentage points, 95% interval \d[\d.]* to \d[\d.]*\)\. Expected by chance [\d.]+ percentage points, threshold 5 percentage points, adjusted p < 0\.001, 28 baseline and 28 current days\. 11,200 of 11,200 rows have labels\.$/
    );
    expect(describePerformance(verdicts[3])).toMatch(/^Brier score is worse: 0\.1\d+ → 0\.\d+ \(increase \d[\d.]*%, /);
    expect(nextStepOfPerformance(verdicts[0])).toContain('retrain: 11,200 labels of this window are there');
  });

  it('says not worse only where a drop of the threshold would have shown', () => {
    const [many] = judge([ofCase({ current: side(28, GOOD, 5), baseline: side(28, GOOD, 6) })]);
    expect(many).toMatchObject({ verdict: 'not_worse', severity: 0, reason: { code: 'not_significant' } });
    expect(describePerformance(many)).toMatch(/would be detected with 80% power|lies outside the interval/);
    const tides = { ...GOOD, rows: 20 };
    const few = judge([ofCase({ metric: 'recall', current: side(14, tides, 2), baseline: side(14, tides, 4) })])[0];
    expect(few).toMatchObject({ verdict: 'insufficient_data', severity: null, reason: { code: 'not_detectable' } });
    expect(describePerformance(few)).toContain('smallest detectable drop with 80% power');
  });

  it('finds a prediction bias worse where predictions moved away from what comes true, in either direction', () => {
    const days = (falsePositive: number, falseNegative: number): PerformanceSide => ({
      blocks: Array.from({ length: 28 }, (_, block) => {
        const odd = block % 2;
        const counts = [Float64Array.of(250, falsePositive + odd), Float64Array.of(falseNegative + odd, 80)];
        return { block, outcomes: { rows: 400, labelled: 400, confusion: { classes: ['no', 'yes'], counts } } };
      }),
    });
    const bias = (current: PerformanceSide) =>
      judge([ofCase({ metric: 'prediction_bias', current, baseline: days(22, 20) })])[0];
    expect(bias(days(60, 15))).toMatchObject({
      verdict: 'worse',
      severity: 2,
      test: 'jackknife_by_day',
      threshold: 0.05,
    });
    expect(bias(days(15, 60))).toMatchObject({ verdict: 'worse', severity: 2 });
    expect(bias(days(23, 20))).toMatchObject({ verdict: 'not_worse', severity: 0 });
    const told = describePerformance(bias(days(60, 15)));
    expect(told).toMatch(
      /^Prediction bias is worse: 0\.536% → 11\.1% \(increase 10\.5 .*threshold 5 percentage points/
    );
  });

  it('says better where it is', () => {
    const [verdict] = judge([ofCase({ current: side(28, GOOD), baseline: side(28, BAD) })]);
    expect(verdict).toMatchObject({ verdict: 'not_worse', reason: { code: 'better' } });
    expect(verdict.drop).toBeLessThan(0);
    expect(describePerformance(verdict)).toMatch(/\((gain|decrease) \d[^-]*95% interval \d/);
  });

  it('warns of half the threshold, and calls less small', () => {
    const at = (quality: number) =>
      judge([
        ofCase({ current: side(28, { ...GOOD, quality, rows: 1500 }), baseline: side(28, { ...GOOD, rows: 1500 }) }),
      ])[0];
    expect(at(1.72)).toMatchObject({ verdict: 'warning', severity: 1, reason: { code: 'small' } });
    expect(at(1.9)).toMatchObject({ verdict: 'not_worse', severity: 0, reason: { code: 'small' } });
  });

  it('shows intervals of days, wider than those of rows where days differ', () => {
    const tides = { ...GOOD, tides: 1, rows: 2000 };
    const current = side(28, tides);
    const [byDay] = judge([ofCase({ metric: 'f1', current, baseline: current })]);
    const [byRow] = judge([ofCase({ metric: 'f1', current, baseline: current })], IID);
    const width = (verdict: typeof byDay) => (verdict.current.high ?? 0) - (verdict.current.low ?? 0);
    expect(width(byDay)).toBeGreaterThan(2 * width(byRow));
    expect(byDay.reason.facts.interval_of).toBe('days');
  });
});

describe('shorter windows', () => {
  const past = (count: number, model = GOOD, days = 1) =>
    Array.from({ length: count }, (_, i) => side(days, model, 100 + i));

  it('needs eight past windows, and says so', () => {
    const [verdict] = judge([ofCase({ current: side(1, BAD), baseline: side(1, GOOD), past: past(7) })]);
    expect(verdict).toMatchObject({ verdict: 'insufficient_data', reason: { code: 'few_past' }, test: null });
    expect(describePerformance(verdict)).toContain(
      'Not enough data: 1 current and 1 baseline days have labels; 14 on each side are required, or 8 past windows (there are 7).'
    );
  });

  it('compares with the level and the spread of past windows', () => {
    const cases = (['accuracy', 'roc_auc', 'brier'] as const).map((metric) =>
      ofCase({ metric, current: side(1, BAD), baseline: side(1, GOOD), past: past(12) })
    );
    for (const verdict of judge(cases)) {
      expect(verdict).toMatchObject({ verdict: 'worse', test: 'past_windows', reason: { facts: { past: 12 } } });
    }
    const [same] = judge([
      ofCase({ current: side(1, { ...GOOD, rows: 4000 }), baseline: null, past: past(12, { ...GOOD, rows: 4000 }) }),
    ]);
    expect(same.verdict).toBe('not_worse');
    expect(same.baseline?.value).toBeCloseTo(0.84, 1);
  });

  it('lets a quiet window of few rows vary as few rows do', () => {
    const windows = past(12, { ...GOOD, rows: 5000 });
    const tries = 150;
    let alarms = 0;
    for (let seed = 0; seed < tries; seed++) {
      const [verdict] = judge([
        ofCase({ current: side(1, { ...GOOD, rows: 50 }, seed), baseline: null, past: windows }),
      ]);
      alarms += verdict.pValue !== null && verdict.pValue <= 0.05 ? 1 : 0;
    }
    expect(alarms / tries).toBeLessThan(0.08);
  });
});

describe('rows taken as independent', () => {
  it.each([
    ['accuracy', 'two_proportions'],
    ['roc_auc', 'delong'],
    ['brier', 'welch'],
    ['f1', 'welch'],
  ] as const)('tests %s by %s', (metric, test) => {
    const rows = { ...GOOD, rows: 5000 };
    const cases = [BAD, GOOD].map((model) =>
      ofCase({ metric, current: side(1, { ...model, rows: 5000 }), baseline: side(1, rows, 9) })
    );
    const [worse] = judge(cases.slice(0, 1), IID);
    expect(worse).toMatchObject({ verdict: 'worse', test });
    const [same] = judge(cases.slice(1), IID);
    expect(['not_significant', 'not_detectable']).toContain(same.reason.code);
  });
});

describe('where there is no verdict', () => {
  const [current, baseline] = [side(28, BAD), side(28, GOOD)];

  it('waits for labels, always', () => {
    const estimated = exact(0.6, 0.58, 0.62);
    const matureAt = Date.UTC(2013, 6, 9);
    const [verdict] = judge([ofCase({ current, baseline, matureAt, estimated })]);
    expect(verdict).toMatchObject({ verdict: 'labels_pending', severity: null, matureAt, pAdjusted: null });
    expect(describePerformance(verdict)).toMatch(
      /^Labels pending: 11,200 of 11,200 rows \(100%\) have labels\. They are complete from 2013-07-09 00:00 UTC; until then there is no verdict \(so far 7\d(\.\d)?%\)\. Estimated from scores: 60% \(95% interval 58% to 62%\), much worse than the baseline \(8\d(\.\d)?%\)\.$/
    );
  });

  it('warns of an estimate that is much worse where labels are too few', () => {
    const few = side(28, { ...BAD, rows: 1 });
    const half = { blocks: few.blocks.map(({ block, outcomes }) => ({ block, outcomes: { ...outcomes, rows: 90 } })) };
    const at = (current: PerformanceSide, recall: number) =>
      judge([
        ofCase({ metric: 'recall', current, baseline, estimated: exact(recall, recall - 0.02, recall + 0.02) }),
      ])[0];
    expect(at(half, 0.4)).toMatchObject({ verdict: 'warning', severity: 1, reason: { code: 'estimated_worse' } });
    expect(at(half, 0.8)).toMatchObject({ verdict: 'insufficient_data', reason: { code: 'minimum_sample' } });
    // All labels have come: they are few, and no estimate knows better.
    expect(at(few, 0.4)).toMatchObject({ verdict: 'insufficient_data', reason: { code: 'minimum_sample' } });
  });

  it('has nothing to compare with', () => {
    const [verdict] = judge([ofCase({ current, baseline: null })]);
    expect(verdict).toMatchObject({ verdict: 'undefined', severity: null, reason: { code: 'no_baseline' } });
    expect(verdict.current.value).not.toBeNull();
    const [empty] = judge([ofCase({ current, baseline: { blocks: [] } })]);
    expect(empty).toMatchObject({ severity: null });
    expect(empty.verdict).not.toBe('not_worse');
  });

  it('does not let AUC decide below 30 of a class', () => {
    const rare = { ...GOOD, positives: 0.004, rows: 250 };
    const [verdict] = judge(
      [ofCase({ metric: 'roc_auc', current: side(28, rare), baseline: side(28, rare, 3) })],
      performanceDecisionSchema.parse({ minimumSample: 2 })
    );
    expect(verdict).toMatchObject({
      verdict: 'insufficient_data',
      reason: { code: 'minimum_sample', facts: { minimum_sample: 30 } },
    });
  });

  it('says why a metric is undefined', () => {
    const none = side(28, { ...GOOD, positives: 1e-9 });
    const [verdict] = judge([ofCase({ metric: 'recall', current: none, baseline })]);
    expect(verdict).toMatchObject({ verdict: 'undefined', reason: { code: 'undefined' } });
    expect(describePerformance(verdict)).toMatch(/^Recall isn't defined: no row /);
  });
});

describe('objectives', () => {
  const current = side(28, GOOD);

  it.each([
    [0.95, 'worse', 'objective_missed', 2],
    [0.6, 'not_worse', 'objective_met', 0],
  ] as const)('accuracy of at least %d', (objective, verdict, code, severity) => {
    const [judged] = judge([ofCase({ current, baseline: null, objective })]);
    expect(judged).toMatchObject({ verdict, severity, reason: { code } });
    expect(describePerformance(judged)).toMatch(/(misses|meets) its objective of (95|60)%: current accuracy 8/);
  });

  it('leaves open what the interval includes', () => {
    const [{ current: value }] = judge([ofCase({ current, baseline: null })]);
    const [judged] = judge([ofCase({ current, baseline: null, objective: (value.value ?? 0) + 0.0001 })]);
    expect(judged).toMatchObject({ verdict: 'insufficient_data', severity: null, reason: { code: 'objective_open' } });
  });

  it('is missed although nothing dropped; losses and biases have theirs', () => {
    const [judged] = judge([ofCase({ metric: 'brier', current, baseline: current, objective: 0.05 })]);
    expect(judged).toMatchObject({ verdict: 'worse', reason: { code: 'objective_missed' } });
  });
});

describe('buckets', () => {
  it('decide on what is certain, and else say what they could hide', () => {
    const bucketed = (one: PerformanceSide, count: number): PerformanceSide => ({
      blocks: one.blocks.map(({ block, outcomes }) => ({
        block,
        outcomes: { ...outcomes, scores: inBuckets(outcomes.scores!, count) },
      })),
    });
    const [good, bad] = [side(28, GOOD), side(28, BAD)];
    const at = (count: number) =>
      judge([ofCase({ metric: 'roc_auc', current: bucketed(bad, count), baseline: bucketed(good, count) })])[0];
    expect(at(200)).toMatchObject({ verdict: 'worse' });
    expect(at(5)).toMatchObject({ verdict: 'inconclusive', severity: null, reason: { code: 'hidden_by_buckets' } });
    expect(describePerformance(at(5))).toContain('Buckets of scores could hide a drop of up to 0.');
  });
});

describe('several metrics and segments', () => {
  it('adjusts gating ones by Holm within and BH over segments, and others apart', () => {
    const [baseline, current] = [side(28, GOOD), side(28, { ...GOOD, quality: 1.9 }, 77)];
    const metrics: PerformanceMetric[] = ['accuracy', 'f1', 'brier'];
    const cases = ['a', 'b'].flatMap((segment) =>
      metrics.map((metric) =>
        ofCase({ metric, current: segment === 'a' ? current : baseline, baseline, segment: { segment } })
      )
    );
    const verdicts = judge(cases);
    const smallest = Math.min(...verdicts.slice(0, 3).map(({ pValue }) => pValue ?? 1));
    const adjusted = Math.min(...verdicts.map(({ pAdjusted }) => pAdjusted ?? 1));
    expect(adjusted).toBeCloseTo(Math.min(1, 6 * smallest), 12);
    const shown = judge([
      ...cases.slice(0, 1),
      ofCase({ metric: 'recall', current: side(28, BAD), baseline, gates: false }),
    ]);
    expect(shown[1]).toMatchObject({ verdict: 'worse', severity: null });
    expect(describePerformance(shown[1])).toContain('This metric is shown only and decides nothing.');
    expect(shown[0].pAdjusted).toBeCloseTo(shown[0].pValue ?? 0, 12);
  });
});

function side(days: number, model: Model, seed = 1): PerformanceSide {
  return drawSide(days, model, seededRandom(seed, `${days} ${JSON.stringify(model)}`));
}

function ofCase(given: Partial<PerformanceCase> & Pick<PerformanceCase, 'current' | 'baseline'>): PerformanceCase {
  return {
    metric: 'accuracy',
    segment: {},
    past: [],
    matureAt: null,
    estimated: null,
    objective: null,
    gates: true,
    ...given,
  };
}

function judge(cases: readonly PerformanceCase[], decision = DECISION) {
  return judgePerformance(cases, ROLES, decision);
}

function exact(value: number, low: number, high: number) {
  return { value, boundLow: value, boundHigh: value, low, high, rows: 1000 };
}

function inBuckets(scores: NonNullable<PerformanceSide['blocks'][number]['outcomes']['scores']>, count: number) {
  const lower = Float64Array.from({ length: count }, (_, i) => i / count);
  const upper = Float64Array.from({ length: count }, (_, i) => (i + 1) / count);
  return new Map(
    [...scores].map(([column, table]) => [
      column,
      {
        lower,
        upper,
        byClass: new Map(
          [...table.byClass].map(([name, side]) => {
            const counts = new Float64Array(count);
            side.counts.forEach((rows, i) => (counts[Math.min(count - 1, Math.floor(table.lower[i] * count))] += rows));
            return [name, { counts }] as const;
          })
        ),
      },
    ])
  );
}
