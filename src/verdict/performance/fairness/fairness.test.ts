/** @jest-environment node */
import references from '../../../../tests/fixtures/performance/fairness.json';
import { fairnessSchema } from '../../../query/fairness';
import { seededRandom } from '../../../statistics/random/seededRandom';
import { normalQuantile } from '../../../statistics/special/normalQuantile';
import { describeFairness, nextStepOfFairness } from './describeFairness';
import { differenceOf, ratioOf, shareInterval } from './intervals';
import { type Group, measureFairness } from './measureFairness';

const { limits } = fairnessSchema.parse({ field: 'group', favorable: 'yes' });
const OPTIONS = { favorable: 'yes', limits, alpha: 0.05, minimumSample: 30, byDays: true };

describe('intervals of two shares', () => {
  it.each(references.intervals)(
    "are statsmodels', counts $counts, alpha $alpha",
    ({ counts: [a, n, b, m], alpha, newcombe, log }) => {
      const z = normalQuantile(1 - alpha / 2);
      const [group, reference] = [
        { count: a, total: n },
        { count: b, total: m },
      ];
      const difference = differenceOf(shareInterval(group, z), shareInterval(reference, z));
      expect(difference.low).toBeCloseTo(newcombe[0], 10);
      expect(difference.high).toBeCloseTo(newcombe[1], 10);
      if (log !== null) {
        const ratio = ratioOf(group, reference, z);
        expect(ratio.low).toBeCloseTo(log[0], 9);
        expect(ratio.high).toBeCloseTo(log[1], 9);
      }
    }
  );

  it('hold a ratio of 0', () => {
    const ratio = ratioOf({ count: 0, total: 50 }, { count: 20, total: 50 }, 1.96);
    expect(ratio).toMatchObject({ value: 0, low: 0 });
    expect(ratio.high).toBeGreaterThan(0.1);
    expect(ratio.high).toBeLessThan(1);
  });
});

describe('measureFairness', () => {
  const unfair = [group('a', [300, 100, 150, 450]), group('b', [120, 180, 40, 460])];

  it.each(references.measures)("has Fairlearn's figures, cells $cells", ({ cells, measures }) => {
    const findings = measureFairness([group('a', cells[0]), group('b', cells[1])], { ...OPTIONS, reference: 'a' });
    const value = (measure: string) => findings.find((finding) => finding.measure === measure)?.value;
    expect(value('statistical_parity')).toBeCloseTo(measures.statistical_parity, 12);
    expect(value('disparate_impact')).toBeCloseTo(measures.disparate_impact, 12);
    expect(value('equal_opportunity')).toBeCloseTo(measures.equal_opportunity, 12);
    expect(value('average_odds')).toBeCloseTo(measures.average_odds, 12);
  });

  it('computes the four measures against the largest group, by hand', () => {
    const findings = measureFairness(unfair, OPTIONS);
    const value = (measure: string) => findings.find((finding) => finding.measure === measure)?.value;
    expect(findings.every((one) => one.group === 'b' && one.reference === 'a')).toBe(true);
    expect(value('statistical_parity')).toBeCloseTo(160 / 800 - 450 / 1000, 12);
    expect(value('disparate_impact')).toBeCloseTo(160 / 800 / (450 / 1000), 12);
    expect(value('equal_opportunity')).toBeCloseTo(120 / 300 - 300 / 400, 12);
    expect(value('average_odds')).toBeCloseTo((120 / 300 - 300 / 400 + (40 / 500 - 150 / 600)) / 2, 12);
    expect(findings.map(({ verdict, severity }) => [verdict, severity])).toEqual(Array(4).fill(['outside', 2]));
    expect(describeFairness(findings[1], 'group')).toMatch(
      /^Share of favorable predictions, group b vs\. a: ratio 0\.444 \(95% interval 0\.38\d to 0\.51\d; 800 and 1,000 rows\)\. Outside the accepted range of 0\.8 to 1\.2\.$/
    );
    expect(nextStepOfFairness(findings[0])).toContain('"b"');
  });

  it('counts predictions without a label in the shares that need none', () => {
    const open: Group = {
      group: 'b',
      days: [
        {
          block: 0,
          unlabelled: new Map([
            ['yes', 200],
            ['no', 200],
          ]),
        },
      ],
    };
    const findings = measureFairness([unfair[0], open], OPTIONS);
    expect(findings.find(({ measure }) => measure === 'statistical_parity')?.value).toBeCloseTo(0.5 - 0.45, 12);
    const odds = findings.find(({ measure }) => measure === 'equal_opportunity');
    expect(odds).toMatchObject({
      value: null,
      verdict: 'undefined',
      severity: null,
      undefined: '0 rows in the smaller group, 30 required',
    });
    expect(describeFairness(odds!, 'group')).toContain('no figure, 0 rows');
  });

  it('compares with the group that is named, and with none if there is a single one', () => {
    const findings = measureFairness(unfair, { ...OPTIONS, reference: 'b' });
    expect(findings.every((one) => one.group === 'a')).toBe(true);
    expect(measureFairness(unfair.slice(0, 1), OPTIONS)).toEqual([]);
    expect(measureFairness([], OPTIONS)).toEqual([]);
    expect(measureFairness(unfair, { ...OPTIONS, reference: 'c' })).toEqual([]);
  });

  it('says within only where the whole interval is', () => {
    const equal = [group('a', [5000, 1000, 1000, 5000]), group('b', [4000, 800, 800, 4000])];
    const words = (groups: readonly Group[]) => measureFairness(groups, OPTIONS).map(({ verdict }) => verdict);
    expect(words(equal)).toEqual(['inside', 'inside', 'inside', 'inside']);
    const few = [group('a', [20, 10, 10, 20]), group('b', [20, 10, 10, 20])];
    expect(words(few)).toEqual(['undecided', 'undecided', 'undecided', 'undecided']);
  });

  it('has no ratio to a group without a favorable prediction', () => {
    const findings = measureFairness([group('a', [0, 50, 0, 950]), group('b', [20, 30, 20, 130])], OPTIONS);
    expect(findings.find(({ measure }) => measure === 'disparate_impact')).toMatchObject({ value: null });
  });

  it('rarely finds equal groups of 50 rows unfair, where the ratio alone mostly does', () => {
    const random = seededRandom(5, 'fair');
    const tries = 1000;
    let [alone, outside] = [0, 0];
    for (let attempt = 0; attempt < tries; attempt++) {
      const groups = ['a', 'b'].map((name) => {
        const favored = Array.from({ length: 50 }, () => random.next()).filter((draw) => draw < 0.05).length;
        return unlabelledGroup(name, [[favored, 50]]);
      });
      const impact = measureFairness(groups, OPTIONS).find(({ measure }) => measure === 'disparate_impact');
      alone += impact?.value === null || (impact!.value >= 0.8 && impact!.value <= 1.2) ? 0 : 1;
      outside += impact?.verdict === 'outside' ? 1 : 0;
    }
    expect(alone / tries).toBeGreaterThan(0.6);
    expect(outside / tries).toBeLessThan(0.05);
  });

  it('finds a ratio at the limit outside as often as alpha allows, however much days differ; rows do far more often', () => {
    const random = seededRandom(7, 'days');
    const tries = 400;
    const outside = { days: 0, rows: 0 };
    // Days of 60 rows whose share is 0.1, 0.3 or 0.5 of one group and four fifths of that of the other, each by its own draw.
    const days = (factor: number) =>
      Array.from({ length: 28 }, () => {
        const share = factor * (0.1 + 0.2 * Math.floor(3 * random.next()));
        return [Array.from({ length: 60 }, () => random.next()).filter((draw) => draw < share).length, 60];
      });
    for (let attempt = 0; attempt < tries; attempt++) {
      const groups = [unlabelledGroup('a', days(1)), unlabelledGroup('b', days(0.8))];
      for (const by of ['days', 'rows'] as const) {
        const options = { ...OPTIONS, reference: 'a', byDays: by === 'days' };
        const impact = measureFairness(groups, options).find(({ measure }) => measure === 'disparate_impact');
        outside[by] += impact?.verdict === 'outside' ? 1 : 0;
      }
    }
    expect(outside.days / tries).toBeLessThan(0.06);
    expect(outside.rows / tries).toBeGreaterThan(0.12);
  });

  it('does not decide what a single day decides', () => {
    const reference = [[0, 50], [0, 50], [0, 50], [0, 50], [0, 50], [40, 50]]; // prettier-ignore
    const groups = [unlabelledGroup('a', reference), unlabelledGroup('b', Array(6).fill([25, 50]))];
    const impact = measureFairness(groups, { ...OPTIONS, reference: 'a' })[1];
    expect(impact.verdict).toBe('undecided');
  });
});

/** Rows by actual and predicted class: yes as yes and as no, no as yes and as no. */
function group(name: string, [hit, missed, wrong, right]: readonly number[]): Group {
  const counts = [Float64Array.of(right, wrong), Float64Array.of(missed, hit)];
  return { group: name, days: [{ block: 0, confusion: { classes: ['no', 'yes'], counts } }] };
}

/** Favorable predictions of so many, by day. */
function unlabelledGroup(name: string, days: ReadonlyArray<readonly number[]>): Group {
  return {
    group: name,
    days: days.map(([favored, rows], block) => ({
      block,
      unlabelled: new Map([
        ['yes', favored],
        ['no', rows - favored],
      ]),
    })),
  };
}
