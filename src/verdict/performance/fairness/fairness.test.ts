/** @jest-environment node */
import references from '../../../../tests/fixtures/performance/fairness.json';
import { seededRandom } from '../../../statistics/random/seededRandom';
import { normalQuantile } from '../../../statistics/special/normalQuantile';
import { describeFairness } from './describeFairness';
import { differenceOf, ratioOf, shareInterval } from './intervals';
import { type Group, measureFairness } from './measureFairness';

const OPTIONS = { favourable: 'yes', alpha: 0.05, minimumSample: 30 };

describe('intervals of two shares', () => {
  it.each(references)(
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

  it('computes the four measures against the largest group, by hand', () => {
    const findings = measureFairness([...unfair], OPTIONS);
    const value = (measure: string) => findings.find((finding) => finding.measure === measure)?.value;
    expect(findings.every(({ segment, reference }) => segment.group === 'b' && reference.group === 'a')).toBe(true);
    expect(value('statistical_parity')).toBeCloseTo(160 / 800 - 450 / 1000, 12);
    expect(value('disparate_impact')).toBeCloseTo(160 / 800 / (450 / 1000), 12);
    expect(value('equal_opportunity')).toBeCloseTo(120 / 300 - 300 / 400, 12);
    expect(value('average_odds')).toBeCloseTo((120 / 300 - 300 / 400 + (40 / 500 - 150 / 600)) / 2, 12);
    expect(findings.map(({ word }) => word)).toEqual(['outside', 'outside', 'outside', 'outside']);
    expect(describeFairness(findings[1])).toMatch(
      /^Share of favorable predictions, group b vs\. group a: ratio 0\.444 \(95% interval 0\.38\d to 0\.51\d; 800 and 1,000 rows\)\. Outside the accepted range of 0\.8 to 1\.2\.$/
    );
  });

  it('counts predictions without a label in the shares that need none', () => {
    const open: Group = {
      segment: { group: 'b' },
      unlabelled: new Map([
        ['yes', 200],
        ['no', 200],
      ]),
    };
    const findings = measureFairness([unfair[0], open], OPTIONS);
    expect(findings.find(({ measure }) => measure === 'statistical_parity')?.value).toBeCloseTo(0.5 - 0.45, 12);
    const odds = findings.find(({ measure }) => measure === 'equal_opportunity');
    expect(odds).toMatchObject({
      value: null,
      word: 'undefined',
      undefined: '0 rows in the smaller group, 30 required',
    });
    expect(describeFairness(odds!)).toContain('no figure, 0 rows');
  });

  it('compares with the group that is named, and with none if there is a single one', () => {
    const findings = measureFairness(unfair, { ...OPTIONS, reference: { group: 'b' } });
    expect(findings.every(({ segment }) => segment.group === 'a')).toBe(true);
    expect(measureFairness(unfair.slice(0, 1), OPTIONS)).toEqual([]);
    expect(measureFairness([], OPTIONS)).toEqual([]);
    expect(measureFairness(unfair, { ...OPTIONS, reference: { group: 'c' } })).toEqual([]);
  });

  it('says within only where the whole interval is', () => {
    const equal = [group('a', [5000, 1000, 1000, 5000]), group('b', [4000, 800, 800, 4000])];
    expect(measureFairness(equal, OPTIONS).map(({ word }) => word)).toEqual(['inside', 'inside', 'inside', 'inside']);
    const few = [group('a', [20, 10, 10, 20]), group('b', [20, 10, 10, 20])];
    expect(measureFairness(few, OPTIONS).every(({ word }) => word === 'undecided')).toBe(true);
  });

  it('has no ratio to a group without a favourable prediction', () => {
    const findings = measureFairness([group('a', [0, 50, 0, 950]), group('b', [20, 30, 20, 130])], OPTIONS);
    expect(findings.find(({ measure }) => measure === 'disparate_impact')).toMatchObject({ value: null });
  });

  it('rarely finds equal groups of 50 rows unfair, where the ratio alone mostly does', () => {
    const random = seededRandom(5, 'fair');
    const tries = 1000;
    let [alone, outside] = [0, 0];
    for (let attempt = 0; attempt < tries; attempt++) {
      const groups = ['a', 'b'].map((name) => {
        const favoured = Array.from({ length: 50 }, () => random.next()).filter((draw) => draw < 0.05).length;
        return {
          segment: { group: name },
          unlabelled: new Map([
            ['yes', favoured],
            ['no', 50 - favoured],
          ]),
        };
      });
      const impact = measureFairness(groups, OPTIONS).find(({ measure }) => measure === 'disparate_impact');
      alone += impact?.value === null || (impact!.value >= 0.8 && impact!.value <= 1.2) ? 0 : 1;
      outside += impact?.word === 'outside' ? 1 : 0;
    }
    expect(alone / tries).toBeGreaterThan(0.6);
    expect(outside / tries).toBeLessThan(0.05);
  });
});

/** Rows by actual and predicted class: yes as yes and as no, no as yes and as no. */
function group(name: string, [hit, missed, wrong, right]: readonly number[]): Group {
  return {
    segment: { group: name },
    confusion: { classes: ['no', 'yes'], counts: [Float64Array.of(right, wrong), Float64Array.of(missed, hit)] },
  };
}
