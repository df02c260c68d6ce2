/** @jest-environment node */
import fixtures from '../../../../tests/fixtures/statistics/delays.json';
import type { Outcomes } from '../../../outcomes/Outcomes';
import { withImplied } from '../../../outcomes/withImplied';
import { expectNear } from '../../testing/expectNear';
import { seededRandom } from '../../random/seededRandom';
import { measurePerformance } from '../measurePerformance';
import { accuracyIfMissing } from './accuracyIfMissing';
import { delayCurve, delayCurves, shareAt } from './delayCurve';
import { knownShares } from './knownShares';
import { learnDeadline } from './learnDeadline';
import { weightLabels } from './weightLabels';

const DAY = 86_400_000;
const ROLES = { positive: 'fraud', threshold: 0.5, predicts: true };

describe.each(fixtures.cases)('delay curve: $name', ({ ages, labelled, censored, steps }) => {
  const counts = { labelled: Float64Array.from(labelled), censored: Float64Array.from(censored) };
  const curve = delayCurve({ ages: Float64Array.from(ages), ...counts })!;
  it('agrees with statsmodels and R', () => {
    expect([...curve.ages]).toEqual(steps.map(({ age }) => age));
    steps.forEach(({ share, low, high, at_risk }, i) => {
      expectNear(curve.shares[i], share);
      expect(curve.atRisk[i]).toBe(at_risk);
      if (low !== null && high !== null) {
        expectNear(curve.low[i], low);
        expectNear(curve.high[i], high);
      } else {
        // R has no interval once every label has come.
        expect(curve.low[i]).toBeLessThan(1);
        expect(curve.high[i]).toBe(1);
      }
    });
  });
});

interface Simulated {
  readonly predicted: string;
  readonly actual: string;
  /** Days until the label would come; never where it is infinite. */
  readonly delay: number;
}

/** Outcomes of predictions of one age in days, with the delays seen until then. */
function seenAt(rows: readonly Simulated[], age: number): Outcomes {
  const classes = ['fraud', 'good'];
  const counts = classes.map(() => new Float64Array(2));
  const unlabelled = new Map(classes.map((name) => [name, 0]));
  let labelled = 0;
  for (const { predicted, actual, delay } of rows) {
    if (delay <= age) {
      counts[classes.indexOf(actual)][classes.indexOf(predicted)] += 1;
      labelled += 1;
    } else {
      unlabelled.set(predicted, (unlabelled.get(predicted) ?? 0) + 1);
    }
  }
  return { rows: rows.length, labelled, confusion: { classes, counts }, unlabelled };
}

function delaysOf(rows: readonly Simulated[], age: number) {
  const ages = Float64Array.from({ length: age + 1 }, (_, day) => day * DAY);
  const curve = (own: readonly Simulated[]) => {
    const counts = { labelled: new Float64Array(age + 1), censored: new Float64Array(age + 1) };
    own.forEach(({ delay }) => (delay <= age ? (counts.labelled[delay] += 1) : (counts.censored[age] += 1)));
    return counts;
  };
  const of = (name: string) => curve(rows.filter(({ predicted }) => predicted === name));
  return { ages, ...curve(rows), byPredicted: new Map(['fraud', 'good'].map((name) => [name, of(name)])) };
}

/** Only fraud is ever reported; `days` is the mean delay by predicted class. */
function drawFraud(rows: number, stream: string, days: Readonly<Record<string, number>>, cells: readonly number[]) {
  const random = seededRandom(7, stream);
  return Array.from({ length: rows }, (): Simulated => {
    const [hit, miss, falseAlarm] = cells;
    const u = random.next();
    const actual = u < hit + miss ? 'fraud' : 'good';
    const predicted = u < hit || (u >= hit + miss && u < hit + miss + falseAlarm) ? 'fraud' : 'good';
    const delay = actual === 'fraud' ? Math.ceil(-days[predicted] * Math.log(1 - random.next())) : Infinity;
    return { actual, predicted, delay };
  });
}

const valueOf = (metric: 'precision' | 'recall' | 'accuracy', outcomes: Outcomes) =>
  measurePerformance(metric, outcomes, ROLES).value!;

describe('labels of one class only', () => {
  const days = { fraud: 25.5, good: 25.5 };
  const cells = [0.0468, 0.02, 0.0532];
  const mature = delayCurves(delaysOf(drawFraud(40000, 'mature', days, cells), 120));
  const shares = knownShares(mature.all!, mature.byPredicted);
  const rows = drawFraud(40000, 'now', days, cells);
  const young = seenAt(rows, 14);

  it('make precision 1 of labelled rows, too low if the rest counts as good, and right when weighted', () => {
    const truth = valueOf('precision', withImplied(seenAt(rows, 1000), 'good'));
    expect(truth).toBeCloseTo(0.468, 1);
    expect(valueOf('precision', young)).toBe(1);
    expect(valueOf('precision', withImplied(young, 'good'))).toBeCloseTo(0.198, 1);
    const confusion = weightLabels([{ age: 14 * DAY, outcomes: young }], shares, 'good')!;
    const weighted = valueOf('precision', { ...young, confusion });
    expect(Math.abs(weighted - truth)).toBeLessThan(0.03);
    const counted = confusion.counts.reduce((sum, row) => row.reduce((all, count) => all + count, sum), 0);
    expect(counted).toBeCloseTo(young.rows, 6);
  });

  it('need a curve for each predicted class where alerts are investigated at once', () => {
    const atOnce = { fraud: 1, good: 28 };
    const recalled = [0.07, 0.03, 0.05];
    const past = delayCurves(delaysOf(drawFraud(60000, 'past', atOnce, recalled), 150));
    const now = drawFraud(60000, 'present', atOnce, recalled);
    const seen = seenAt(now, 14);
    const recall = (known: ReturnType<typeof knownShares>) =>
      valueOf('recall', { ...seen, confusion: weightLabels([{ age: 14 * DAY, outcomes: seen }], known, 'good')! });
    const truth = valueOf('recall', seenAt(now, 1000));
    expect(truth).toBeCloseTo(0.7, 1);
    expect(Math.abs(recall(knownShares(past.all!, new Map())) - 0.856)).toBeLessThan(0.03);
    expect(Math.abs(recall(knownShares(past.all!, past.byPredicted)) - truth)).toBeLessThan(0.03);
  });

  it('are right also as many days of few rows, of which one label may stand for more than there were', () => {
    const parts = Array.from({ length: 800 }, (_, day) => ({
      age: 14 * DAY,
      outcomes: seenAt(rows.slice(50 * day, 50 * (day + 1)), 14),
    }));
    const whole = weightLabels([{ age: 14 * DAY, outcomes: young }], shares, 'good')!;
    const split = weightLabels(parts, shares, 'good')!;
    expect(split.classes).toEqual(whole.classes);
    split.counts.forEach((row, i) => row.forEach((count, j) => expectNear(count, whole.counts[i][j])));
  });

  it('are left out at an age at which hardly any come, also where none has', () => {
    const old = { age: 14 * DAY, outcomes: young };
    const fresh = seenAt(drawFraud(20000, 'fresh', days, cells), 0);
    expect(fresh.labelled).toBe(0);
    expect(weightLabels([old, { age: 0, outcomes: fresh }], shares, 'good')).toEqual(
      weightLabels([old], shares, 'good')
    );
  });

  it('are not weighted if all are that young', () => {
    const [seen] = [seenAt(rows, 1)];
    expect(shares(1 * DAY, 'fraud', 'fraud')).toBeLessThan(0.05);
    expect(weightLabels([{ age: DAY, outcomes: seen }], shares, 'good')).toBeNull();
    expect(weightLabels([{ age: DAY, outcomes: { rows: 9, labelled: 0 } }], shares, 'good')).toBeNull();
  });
});

describe('classes that are labelled at different speed', () => {
  const random = seededRandom(9, 'speed');
  const days = (actual: string, predicted: string) => (actual === predicted ? 40 : 15);
  const rows = Array.from({ length: 40000 }, (): Simulated => {
    const actual = random.next() < 0.5 ? 'fraud' : 'good';
    const predicted = random.next() < 0.84 ? actual : actual === 'fraud' ? 'good' : 'fraud';
    return { actual, predicted, delay: Math.ceil(-days(actual, predicted) * Math.log(1 - random.next())) };
  });
  const seen = seenAt(rows, 20);
  it('mislead about accuracy unless weighted by both, and bounds hold the truth', () => {
    const truth = valueOf('accuracy', seenAt(rows, 5000));
    const labelled = valueOf('accuracy', seen);
    expect(truth - labelled).toBeGreaterThan(0.06);
    const known = (age: number, actual: string, predicted: string) =>
      1 - Math.exp(-age / DAY / days(actual, predicted));
    const confusion = weightLabels([{ age: 20 * DAY, outcomes: seen }], known)!;
    expect(Math.abs(valueOf('accuracy', { ...seen, confusion }) - truth)).toBeLessThan(0.015);
    const [low, high] = accuracyIfMissing(seen)!;
    expect(low).toBeLessThan(truth);
    expect(high).toBeGreaterThan(truth);
    expect(high - low).toBeCloseTo(1 - seen.labelled / seen.rows, 12);
  });
});

describe('learnDeadline', () => {
  const drawn = (mean: number, watched: number, never = 0) => {
    const random = seededRandom(3, `${mean} ${watched}`);
    const rows = Array.from({ length: 5000 }, () => {
      const delay = random.next() < never ? Infinity : Math.ceil(-mean * Math.log(1 - random.next()));
      return { predicted: 'fraud', actual: 'fraud', delay };
    });
    const { ages, labelled, censored } = delaysOf(rows, watched);
    return learnDeadline(delayCurve({ ages, labelled, censored }));
  };
  it('is the age at 99% of the plateau', () => {
    // −10·ln(.01) = 46 days.
    expect(drawn(10, 200).deadline! / DAY).toBeGreaterThan(42);
    expect(drawn(10, 200).deadline! / DAY).toBeLessThan(51);
    const some = drawn(10, 150, 0.4);
    expect(some.plateau).toBeCloseTo(0.6, 1);
    expect(some.deadline! / DAY).toBeGreaterThan(38);
    expect(some.deadline! / DAY).toBeLessThan(52);
  });
  it('is not learnt while labels are still coming in, or from few rows', () => {
    expect(drawn(30, 40)).toMatchObject({
      deadline: null,
      reason: 'labels are still coming in at the age of the oldest predictions',
    });
    const few = delayCurve({ ages: Float64Array.of(DAY), labelled: Float64Array.of(9), censored: Float64Array.of(0) });
    expect(learnDeadline(few).reason).toBe('fewer than 100 predictions tell how late labels come');
    const none = delayCurve({
      ages: Float64Array.of(DAY),
      labelled: Float64Array.of(0),
      censored: Float64Array.of(500),
    });
    expect(learnDeadline(none)).toMatchObject({ deadline: null, reason: 'no label has come yet' });
    expect(learnDeadline(null).deadline).toBeNull();
  });
  it('reads the curve as a step', () => {
    const curve = delayCurve({
      ages: Float64Array.of(1, 2),
      labelled: Float64Array.of(1, 1),
      censored: Float64Array.of(0, 2),
    })!;
    expect([0, 1, 1.5, 2, 9].map((age) => shareAt(curve, age))).toEqual([0, 0.25, 0.25, 0.5, 0.5]);
  });
});

describe('withImplied', () => {
  it('gives the implied class to all rows of a window in which nothing was reported', () => {
    const unlabelled = new Map([
      ['fraud', 2],
      ['good', 8],
    ]);
    const outcomes = withImplied({ rows: 10, labelled: 0, unlabelled }, 'good');
    expect(valueOf('accuracy', outcomes)).toBe(0.8);
    expect(valueOf('precision', outcomes)).toBe(0);
    expect(measurePerformance('recall', outcomes, ROLES).undefined).toBe('no row is positive (fraud)');
  });

  it('puts scores without a label to the implied class', () => {
    const lower = Float64Array.of(0.2, 0.7);
    const byClass = new Map([['fraud', { counts: Float64Array.of(0, 2) }]]);
    const unlabelled = { counts: Float64Array.of(5, 1) };
    const scores = new Map([['p', { lower, upper: lower, byClass, unlabelled }]]);
    const outcomes = withImplied({ rows: 8, labelled: 2, scores }, 'good');
    expect(outcomes.labelled).toBe(8);
    expect(outcomes.scores!.get('p')!.unlabelled).toBeUndefined();
    expect([...outcomes.scores!.get('p')!.byClass.get('good')!.counts]).toEqual([5, 1]);
    expect(measurePerformance('roc_auc', outcomes, { ...ROLES, predicts: false, score: 'p' }).value).toBeCloseTo(
      11 / 12,
      12
    );
  });
});
