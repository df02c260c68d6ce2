/** @jest-environment node */
import reference from '../../../tests/volume/reference.json';
import { measureSchema } from '../../query/measure';
import { volumeDecisionSchema } from '../../query/volumeQuery';
import { seededRandom } from '../../statistics/random/seededRandom';
import { describeVolume } from './describeVolume';
import { judgeVolume } from './judgeVolume';

const LATENCY = { name: 'latency', aggregate: 'p95', field: 'ms' };
const CALLS = { name: 'calls', aggregate: 'count' };

interface Asked {
  measure?: object;
  decision?: object;
  calls?: number | null;
  pastCalls?: number[];
}

function judge(
  value: number | null,
  past: ReadonlyArray<number | null>,
  { measure = LATENCY, decision = {}, calls, pastCalls }: Asked = {}
) {
  const asked = { segment: {}, value, past, calls, pastCalls };
  return judgeVolume(measureSchema.parse(measure), asked, volumeDecisionSchema.parse(decision));
}
const said = (...asked: Parameters<typeof judge>) => describeVolume(judge(...asked));

describe('judgeVolume by the deviation in percent', () => {
  it.each([
    [100, 'normal'],
    [131, 'warning'],
    [140, 'alarm'],
    [60, 'alarm'],
    [69, 'warning'],
    [71, 'normal'],
  ] as const)('says of %d where 100 is expected: %s', (value, verdict) => {
    const result = judge(value, [100]);
    expect([result.verdict, result.low, result.high]).toEqual([verdict, 60, 140]);
    expect(result.deviation).toBeCloseTo(value / 100 - 1, 12);
  });

  it('takes the median of several past windows, so that one outage among them moves little', () => {
    expect(judge(100, [98, 103, 0, 101])).toMatchObject({ expected: 99.5, verdict: 'normal', past: 4 });
  });

  it('judges one direction where asked: of the measure, or of all', () => {
    expect(judge(500, [100], { decision: { direction: 'below' } })).toMatchObject({
      severity: 0,
      high: null,
      score: 0,
    });
    expect(judge(500, [100], { measure: { ...LATENCY, direction: 'above' } })).toMatchObject({
      severity: 2,
      low: null,
    });
    expect(judge(5, [100], { measure: { ...LATENCY, direction: 'above' } }).severity).toBe(0);
  });

  it('takes a share of the size of what is negative', () => {
    expect(judge(-150, [-100])).toMatchObject({ verdict: 'alarm', low: -140, high: -60, deviation: -0.5 });
  });

  it('knows no share of nothing', () => {
    expect(judge(3, [0])).toMatchObject({ verdict: 'undefined', severity: null, reason: 'nothing_expected' });
    expect(judge(0, [0])).toMatchObject({ verdict: 'normal', deviation: null });
    expect(said(3, [0])).toBe(
      'The expected value is 0 (the past window), so there is no deviation in percent. The current value is 3.'
    );
  });
});

describe('judgeVolume by robust z', () => {
  const byZ = { decision: { deviation: null, z: 3 } };

  it('measures in spreads of the past windows, which an outlier does not widen', () => {
    const past = [100, 102, 98, 101, 99, 5000];
    const result = judge(112, past, byZ);
    expect(result.spread).toBeLessThan(4);
    expect(result).toMatchObject({ verdict: 'alarm', reason: 'off' });
    expect(result.z).toBeGreaterThan(3);
  });

  it('says where there are too few past windows for a spread', () => {
    expect(judge(112, [100, 101, 99], byZ)).toMatchObject({
      verdict: 'insufficient_data',
      reason: 'few_for_z',
      z: null,
    });
    expect(said(112, [100, 101, 99], byZ)).toContain('needs at least 4 past windows, and there are 3');
  });

  it('says where the past windows are all equal', () => {
    expect(judge(112, [100, 100, 100, 100], byZ)).toMatchObject({ verdict: 'undefined', reason: 'no_spread' });
  });

  it('wants both exceeded where both are asked for', () => {
    const both = { decision: { deviation: 0.4, z: 3 } };
    expect(judge(112, [100, 102, 98, 101], both).verdict).toBe('normal');
    expect(judge(150, [100, 160, 40, 101], both).verdict).toBe('normal');
    expect(judge(150, [100, 102, 98, 101], both).verdict).toBe('alarm');
  });
});

describe('judgeVolume of counts', () => {
  const calls = { measure: CALLS };

  it('finds no alarm in a few events that differ by chance', () => {
    expect(judge(3, [5], calls)).toMatchObject({ verdict: 'normal', reason: 'within_noise' });
    expect(said(3, [5], calls)).toContain('Counts this small vary this much by chance.');
    expect(judge(300, [500], calls)).toMatchObject({ verdict: 'alarm', reason: 'off' });
    expect(judge(3, [5], { measure: { ...CALLS, counts: false } }).verdict).toBe('alarm');
    expect(judge(3, [5], { ...calls, decision: { noise: 0 } }).verdict).toBe('alarm');
  });

  it('sees many events where there were none, and none where there were many', () => {
    expect(judge(40, [0], calls)).toMatchObject({ verdict: 'alarm', deviation: null });
    expect(judge(0, [40], calls)).toMatchObject({ verdict: 'alarm', deviation: -1, low: expect.any(Number) });
    expect(judge(0, [2], calls)).toMatchObject({ verdict: 'normal', low: 0 });
  });

  it('allows more where the past windows differ by more than chance', () => {
    expect(judge(90, [160, 150, 155, 158], calls).verdict).toBe('alarm');
    expect(judge(90, [60, 260, 150, 210], calls)).toMatchObject({ verdict: 'normal', reason: 'within_noise' });
    expect(judge(90, [160], { ...calls, decision: { overdispersion: 6 } }).verdict).toBe('normal');
  });

  it.each(reference.alarms.filter(({ overdispersion, mean }) => overdispersion === 1 && mean <= 30))(
    'is off by chance as seldom as NumPy counts: mean $mean, $past past windows',
    ({ mean, past, share }) => {
      const source = seededRandom(7, `${mean} ${past}`);
      const random = () => source.next();
      const draw = () => poisson(mean, random);
      const rounds = 1000;
      let off = 0;
      for (let i = 0; i < rounds; i++) {
        off += Number(judge(draw(), Array.from({ length: past }, draw), calls).severity === 2);
      }
      // Where the past windows tell of more variance by chance, more is allowed: fewer are off, never more.
      expect(off / rounds).toBeLessThanOrEqual(share + 0.008);
      expect(share).toBeLessThan(0.005);
    }
  );
});

describe('judgeVolume of shares of calls', () => {
  const ERRORS = { name: 'error rate', aggregate: 'avg', field: 'error', direction: 'above' };
  const of = (calls: number, past: number) => ({ measure: ERRORS, calls, pastCalls: [past, past, past, past] });

  it('finds no alarm in a few errors that differ by chance, and finds many', () => {
    expect(judge(3 / 30, [0, 1 / 30, 2 / 30, 1 / 30], of(30, 30))).toMatchObject({
      verdict: 'normal',
      reason: 'within_noise',
      expected: expect.closeTo(1 / 30, 12),
    });
    expect(said(3 / 30, [0, 1 / 30, 2 / 30, 1 / 30], of(30, 30))).toContain('Shares of so few calls');
    expect(judge(12 / 30, [0, 1 / 30, 2 / 30, 1 / 30], of(30, 30)).verdict).toBe('alarm');
    expect(judge(40 / 400, [0.04, 0.0425, 0.0375, 0.04], of(400, 400)).verdict).toBe('alarm');
  });

  it('says something where no past call failed', () => {
    expect(judge(1 / 12, [0, 0, 0, 0], of(12, 12))).toMatchObject({ verdict: 'normal', expected: 0 });
    expect(judge(9 / 12, [0, 0, 0, 0], of(12, 12)).verdict).toBe('alarm');
  });

  it('expects the median where one past window was an outage', () => {
    expect(judge(0.2, [0.04, 0.9, 0.04, 0.05], of(100, 100)).expected).toBeCloseTo(0.045, 12);
  });

  it('takes a count of some calls, and an expression with its calls, for shares', () => {
    const asked = { calls: 30, pastCalls: [30, 30, 30, 30] };
    const count = { name: 'errors', aggregate: 'count', query: 'error:1', of: 'calls' };
    const expr = { name: 'errors', expr: 'a / b', of: 'b' };
    for (const measure of [count, expr]) {
      expect(judge(0.1, [0.03, 0.03, 0.07, 0.03], { ...asked, measure }).chance).toBe('share');
    }
    const latency = { name: 'p95', expr: 'histogram_quantile(0.95, x)', of: 'b' };
    expect(judge(0.1, [0.03, 0.03, 0.07, 0.03], { ...asked, measure: latency }).chance).toBe('calls');
  });

  it('leaves what is no share to the deviation: a mean of scores', () => {
    expect(judge(0.513, [0.21, 0.22, 0.21, 0.2], { ...of(400, 400), measure: ERRORS }).chance).toBe('calls');
  });
});

describe('judgeVolume of figures of few calls', () => {
  const of = (calls: number) => ({ calls, pastCalls: [calls, calls, calls, calls] });

  it('allows for chance, by the number of calls at least', () => {
    expect(judge(400, [200, 202, 199, 201], of(12))).toMatchObject({ verdict: 'normal', reason: 'within_noise' });
    expect(judge(400, [200, 202, 199, 201], of(400)).verdict).toBe('alarm');
    expect(judge(4000, [200, 202, 199, 201], of(12)).verdict).toBe('alarm');
    expect(judge(400, [200], { calls: 12, pastCalls: [12] }).verdict).toBe('normal');
  });

  it('allows what the past windows show where nobody says how many calls there are, and says where they do not', () => {
    expect(judge(400, [200, 320, 150, 240])).toMatchObject({ verdict: 'normal', chance: 'spread' });
    expect(judge(400, [200, 202, 199, 201]).verdict).toBe('alarm');
    expect(said(400, [200])).toContain('Chance is not taken into account');
  });

  it('a sum of no calls is no alarm where three are usual', () => {
    const measure = { name: 'revenue', aggregate: 'sum', field: 'amount' };
    expect(judge(0, [30, 20, 40, 35], { measure, ...of(3) }).verdict).toBe('normal');
    expect(judge(0, [300, 280, 340, 310], { measure, ...of(30) }).verdict).toBe('alarm');
  });
});

describe('judgeVolume of figures with both signs', () => {
  it('judges them by z, never in percent of next to nothing', () => {
    const past = [0.02, -0.01, 0.01, -0.03, 0.015, -0.02, 0.005, 0.01];
    expect(judge(0.05, past)).toMatchObject({ verdict: 'normal', isSigned: true });
    expect(judge(3, past)).toMatchObject({ verdict: 'alarm', isSigned: true });
    expect(said(3, past)).not.toContain('%');
    expect(judge(-0.02, [0.02, 0.01, 0.03, 0.025])).toMatchObject({ isSigned: true, verdict: 'normal' });
    expect(judge(0.1, [-0.02, 0.01])).toMatchObject({ severity: null, reason: 'few_for_z' });
  });

  it('takes another spread where the median deviation is 0 and not all windows are equal', () => {
    const result = judge(5, [0, 0, 0, 12, 0]);
    expect(result.spread).toBeCloseTo(1.204 * (12 / 5) * Math.sqrt(Math.PI / 2), 12);
    expect(result.verdict).toBe('normal');
    expect(said(101, [100, 100, 100, 104], { decision: { deviation: null, z: 3 } })).not.toContain('all 100');
  });
});

describe('judgeVolume without data', () => {
  it('tells no data from 0', () => {
    expect(judge(null, [100])).toMatchObject({
      value: null,
      verdict: 'insufficient_data',
      severity: null,
      reason: 'no_value',
    });
    expect(judge(0, [100]).verdict).toBe('alarm');
    expect(judge(null, [100], { decision: { absent: 'zero' } })).toMatchObject({ value: 0, verdict: 'alarm' });
    expect(said(null, [100])).toBe(
      'No data in this window (100 expected, the past window). No data is not the same as 0.'
    );
  });

  it('needs half of the past windows', () => {
    expect(judge(50, [null, 100, null, 102])).toMatchObject({ verdict: 'alarm', past: 2, asked: 4 });
    expect(judge(50, [null, 100, null, null])).toMatchObject({ severity: null, reason: 'few_past' });
    expect(said(50, [null, 100, null, null])).toBe(
      'Not enough history: 1 of 4 past windows have data (current value 50).'
    );
    expect(said(50, [null, 100, null, 102])).toBe(
      '50% below expected: 50 vs. 101 expected (median of the 2 of 4 past windows that have data). Expected range: 60.6 to 141. Chance is not taken into account: set the number of calls ("of"), or use 4 past windows.'
    );
  });
});

/** By D. Knuth's multiplication of uniform numbers, for small means. */
function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let [count, product] = [0, random()];
  while (product > limit) {
    count++;
    product *= random();
  }
  return count;
}
