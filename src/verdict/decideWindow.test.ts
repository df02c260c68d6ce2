/** @jest-environment node */
import fc from 'fast-check';
import type { Categories, Distribution, Histogram } from '../distribution/Distribution';
import { decisionSchema, type Decision } from '../query/decision';
import type { FeatureType } from '../query/featureType';
import { countsOf } from '../distribution/valueCounts';
import { decideWindow } from './decideWindow';
import { describeReason } from './describeReason';
import { categories, noise, samples } from './testSamples';
import type { Comparison } from './Verdict';

const decision = (settings: Partial<Decision> = {}): Decision => decisionSchema.parse(settings);

function comparison(type: FeatureType, baseline: Distribution, current: Distribution, feature = 'x'): Comparison {
  return { feature, type, segment: {}, baseline, current };
}

function decide(type: FeatureType, baseline: Distribution, current: Distribution, settings: Partial<Decision> = {}) {
  const [verdict] = decideWindow([comparison(type, baseline, current)], 'auto', decision(settings));
  return { ...verdict, sentence: describeReason(verdict) };
}

describe('numbers', () => {
  it('a large, sure shift is drift, with effect, chance and threshold', () => {
    const verdict = decide('numeric', samples(noise(1000, 1)), samples(noise(1000, 2, 0.5)));
    expect(verdict).toMatchObject({
      verdict: 'drift',
      severity: 2,
      deciding: 'ks',
      effect: 'wasserstein_normed',
      threshold: 0.1,
    });
    expect(verdict.effectSize).toBeGreaterThan(0.4);
    expect(verdict.effectExpected).toBeLessThan(0.07);
    expect(verdict.sentence).toMatch(
      /^Median .* → .*, a shift of 0\.\d+ standard deviations\. Expected by chance 0\.0\d+, threshold 0\.1/
    );
  });

  it('sure and at least half the threshold is a warning', () => {
    const verdict = decide('numeric', samples(noise(40_000, 1)), samples(noise(40_000, 2, 0.085)));
    expect(verdict).toMatchObject({ verdict: 'warning', severity: 1, reason: { code: 'warning' } });
  });

  it('sure but small is no drift, with the effect shown', () => {
    const verdict = decide('numeric', samples(noise(40_000, 1)), samples(noise(40_000, 2, 0.04)));
    expect(verdict).toMatchObject({ verdict: 'no_drift', severity: 0, reason: { code: 'sure_but_small' } });
    expect(verdict.pAdjusted).toBeLessThan(0.05);
  });

  it('not sure is no drift where a relevant shift would have shown, and names the smallest', () => {
    const verdict = decide('numeric', samples(noise(1000, 1)), samples(noise(1000, 2)));
    expect(verdict).toMatchObject({ verdict: 'no_drift', reason: { code: 'not_sure' } });
    expect(verdict.smallestDetectable).toBeLessThan(0.3);
    expect(verdict.sentence).toMatch(
      /A shift of all values .* of 0\.1\d+ standard deviations or more .* by ks with 80% power/
    );
  });

  it('too little data to see three thresholds is insufficient', () => {
    const verdict = decide('numeric', samples(noise(60, 1)), samples(noise(60, 2)));
    expect(verdict).toMatchObject({ verdict: 'insufficient_data', severity: null, reason: { code: 'not_detectable' } });
  });

  it('a large shift is found even in little data: drift, whatever the power', () => {
    expect(decide('numeric', samples(noise(40, 1)), samples(noise(40, 2, 3))).verdict).toBe('drift');
  });

  it('below the minimum sample nothing is decided', () => {
    const verdict = decide('numeric', samples(noise(29, 1)), samples(noise(29, 2, 9)));
    expect(verdict).toMatchObject({
      verdict: 'insufficient_data',
      severity: null,
      pAdjusted: null,
      reason: { code: 'minimum_sample' },
    });
    expect(verdict.sentence).toContain('30 required on each side');
  });

  it('says which side is empty', () => {
    const filled = samples(noise(100, 1));
    const empty = samples([]);
    expect(decide('numeric', empty, filled).reason.code).toBe('baseline_empty');
    expect(decide('numeric', filled, empty).reason.code).toBe('current_empty');
  });

  it('a baseline without a scale is judged by the KS distance', () => {
    const constant = samples(new Array(200).fill(5));
    expect(decide('numeric', constant, samples(noise(200, 1)))).toMatchObject({ verdict: 'drift', effect: 'ks' });
    expect(decide('numeric', constant, constant)).toMatchObject({ verdict: 'no_drift', effect: 'ks', effectSize: 0 });
  });

  it('infinite values are judged by the KS distance', () => {
    const verdict = decide(
      'numeric',
      samples(noise(200, 1)),
      samples([...noise(100, 2), ...new Array(100).fill(Infinity)])
    );
    expect(verdict).toMatchObject({ verdict: 'drift', effect: 'ks' });
  });
});

describe('a change that is sure and large is never small', () => {
  const far = (at: number, times: number, shift: number, seed: number) =>
    samples([...noise(1000 - times, seed, shift), ...new Array<number>(times).fill(at)]);

  it.each([
    [1e7, 1],
    [-999_999, 10],
  ])('though %d in %d rows inflates the standard deviation: KS decides', (at, times) => {
    const verdict = decide('numeric', far(at, times, 0, 1), far(at, times, 5, 2));
    expect(verdict).toMatchObject({ verdict: 'drift', effect: 'ks' });
    expect(verdict.effectSize).toBeGreaterThan(0.95);
    expect(verdict.sentence).toContain('a KS distance of 0.9');
  });

  it('though Wasserstein is unknown over wide buckets: KS decides, in strict mode too', () => {
    const edges = Float64Array.of(0, 0.5, 1);
    const [before, after] = [
      [500, 500],
      [300, 700],
    ].map((bins): Histogram => ({
      kind: 'histogram',
      counts: countsOf(1000),
      edges,
      bins: Float64Array.from(bins),
      closed: 'right',
      guarantee: 'approximate',
    }));
    expect(decide('numeric', before, after, { strict: true })).toMatchObject({ verdict: 'drift', effect: 'ks' });
    const known = [
      { ...before, mean: 0.45 },
      { ...after, mean: 0.6 },
    ];
    expect(decide('numeric', known[0], known[1]).effect).toBe('wasserstein_normed');
    // Unbounded above: no mean helps.
    expect(decide('numeric', before, after, { thresholds: { ...decision().thresholds, ks: 0.3 } }).verdict).not.toBe(
      'drift'
    );
  });

  it('by either measure: each has its threshold', () => {
    const [before, after] = [samples(noise(2000, 1)), samples(noise(2000, 2, 0.4))];
    const { thresholds } = decision();
    const only = (own: Partial<Decision['thresholds']>) =>
      decide('numeric', before, after, { thresholds: { ...thresholds, ...own } });
    expect(only({ wassersteinNormed: 9 })).toMatchObject({ verdict: 'drift', effect: 'ks' });
    expect(only({ ks: 0.9 })).toMatchObject({ verdict: 'drift', effect: 'wasserstein_normed' });
    expect(only({ ks: 0.9, wassersteinNormed: 9 })).toMatchObject({
      verdict: 'no_drift',
      reason: { code: 'sure_but_small' },
    });
  });

  it.each([1e-6, 1e-3, 1e3, 1e6])('in whichever unit: times %d', (unit) => {
    const plain = [noise(800, 3), noise(800, 4, 0.3)];
    const [a, b] = [plain, plain.map((side) => side.map((value) => value * unit))].map(([before, after]) => {
      const {
        comparison: _comparison,
        tests,
        sentence,
        reason,
        ...verdict
      } = decide('numeric', samples(before), samples(after));
      return {
        verdict,
        methods: tests.map(({ method }) => method),
        words: sentence.replace(/Median \S+ → \S+,/, ''),
        reason,
      };
    });
    expect(b.verdict.effectSize! / a.verdict.effectSize!).toBeCloseTo(1, 9);
    expect({ ...b.verdict, effectSize: 0, effectExpected: 0, gates: [] }).toEqual({
      ...a.verdict,
      effectSize: 0,
      effectExpected: 0,
      gates: [],
    });
    expect(b.words).toBe(a.words);
    expect(b.methods).toEqual(a.methods);
  });
});

describe('a number that many rows share', () => {
  const zeros = (size: number, others: number, seed: number) =>
    samples([...new Array<number>(size - others).fill(0), ...noise(others, seed, 50)]);

  it('is tested beside KS, which hardly sees it', () => {
    const verdict = decide('numeric', zeros(20_000, 100, 1), zeros(20_000, 300, 2));
    expect(verdict).toMatchObject({ verdict: 'drift', deciding: 'fisher', effect: 'value_share', threshold: 2 });
    expect(verdict.tests[0]).toMatchObject({ test: 'ks' });
    expect(verdict.tests[0].pValue).toBeGreaterThan(0.2);
    expect(verdict.sentence).toContain('All values but 0 went from 0.5% to 1.5% of the values. That is a factor of');
  });

  it('is new, or gone', () => {
    const [plain, filled] = [
      samples(noise(5000, 1)),
      samples([...noise(4950, 2), ...new Array<number>(50).fill(-999)]),
    ];
    expect(decide('numeric', plain, filled).sentence).toContain('The value -999 is new: 1% of the values (50).');
    expect(decide('numeric', filled, plain).sentence).toContain(
      'The value -999 vanished: it had 1% of the values (50).'
    );
    expect(decide('numeric', plain, filled)).toMatchObject({ verdict: 'drift', effect: 'value_share' });
  });

  it('is never named where fewer rows have it than may be', () => {
    const rare = {
      ...comparison(
        'numeric',
        samples(noise(5000, 1)),
        samples([...noise(4950, 2), ...new Array<number>(50).fill(-999)])
      ),
      minimumCount: 51,
    };
    expect(decideWindow([rare], 'auto', decision())[0].tests.map(({ test }) => test)).not.toContain('fisher');
  });

  it('grown by less than double is no drift; the p-values of both looks are doubled', () => {
    const verdict = decide('numeric', zeros(20_000, 2000, 1), zeros(20_000, 2200, 2));
    expect(verdict.verdict).toBe('no_drift');
    const alone = decide('numeric', samples(noise(500, 1)), samples(noise(500, 2)));
    expect(alone.tests.map(({ test }) => test)).toEqual(['ks', 'wasserstein_normed', 'missing_rate']);
    expect(alone.pAdjusted).toBeCloseTo(alone.tests[0].pValue!, 12);
  });
});

describe('no sentence that the numbers beside it deny', () => {
  it('a far shift of few values that is not sure is not set beside the power for a shift of all', () => {
    const verdict = decide('numeric', samples(noise(2000, 1)), samples([...noise(1998, 2), 9000, 9500]));
    expect(verdict).toMatchObject({ verdict: 'no_drift', effect: 'ks' });
    expect(verdict.effectSize).toBeLessThan(verdict.smallestDetectable!);
    expect(verdict.sentence).toMatch(/mean distance of .* comes from few far values .* A KS distance of .* 80% power/);
  });

  it('names the test that the power was computed for', () => {
    const [verdict] = decideWindow(
      [comparison('numeric', samples(noise(1000, 1)), samples(noise(1000, 2)))],
      ['mann_whitney'],
      decision({ power: 0.9 })
    );
    expect(describeReason(verdict)).toContain('would be detected by mann_whitney with 90% power');
    const [byKs] = decideWindow([verdict.comparison], ['ks'], decision({ power: 0.9 }));
    expect(verdict.smallestDetectable).toBeLessThan(byKs.smallestDetectable!);
  });

  it('of categories in the rest, the table that was tested counts and the loss is said', () => {
    const listed: Array<[string, number]> = Array.from({ length: 40 }, (_, i) => [`c${i}`, 25]);
    const whole = categories(listed);
    const cut: Categories = { ...categories(listed.slice(0, 4)), counts: whole.counts, rest: 900 };
    const [all, folded] = [whole, cut].map((side) => decide('categorical', side, side));
    expect(folded.smallestDetectable).toBeLessThan(all.smallestDetectable!);
    expect(folded.sentence).toContain('Categories that hold 90% of the values were compared as one group');
    expect(all.sentence).not.toContain('one group');
  });

  it('of text only the lengths are compared', () => {
    expect(decide('text', samples(noise(1000, 1)), samples(noise(1000, 2))).sentence).toMatch(
      /No drift of text lengths detected\. .*Only text lengths were compared: .*words, nothing compares meaning\./
    );
  });

  it.each(['wind_dir', 'hourOfDay', 'heading.true'])('of %s no median is given', (feature) => {
    const scale = feature === 'hourOfDay' ? 24 : 360;
    const at = (seed: number, shift: number) =>
      samples(noise(1000, seed, shift).map((value) => (((value * scale) / 8) % scale) + (value < 0 ? scale : 0)));
    const [verdict] = decideWindow([comparison('numeric', at(1, 0), at(2, 3), feature)], 'auto', decision());
    expect(verdict.verdict).toBe('drift');
    expect(describeReason(verdict)).toMatch(/^Values up to .* → .* \(compared along the scale, not around/);
    expect(describeReason(verdict)).not.toContain('median');
  });
});

describe('missing values', () => {
  it('decide where they are what changed', () => {
    const verdict = decide('numeric', samples(noise(2000, 1)), samples(noise(1900, 2), 100));
    expect(verdict).toMatchObject({
      verdict: 'drift',
      deciding: 'missing_rate',
      effect: 'missing_rate',
      threshold: 0.01,
    });
    expect(verdict.sentence).toContain('Missing values went from 0% to 5%');
  });

  it('that occur on neither side take nothing of alpha', () => {
    const verdict = decide('numeric', samples(noise(400, 1)), samples(noise(400, 2)));
    expect(verdict.pAdjusted).toBe(verdict.tests[0].pValue);
  });

  it('decide where no value is left', () => {
    expect(decide('numeric', samples(noise(400, 1)), samples([], 400))).toMatchObject({
      verdict: 'drift',
      deciding: 'missing_rate',
    });
    expect(decide('categorical', categories({ a: 200, b: 200 }), categories({}, 400))).toMatchObject({
      verdict: 'drift',
      deciding: 'missing_rate',
    });
  });
});

describe('categories', () => {
  it('moved shares are drift by total variation', () => {
    const verdict = decide(
      'categorical',
      categories({ a: 500, b: 300, c: 200 }),
      categories({ a: 300, b: 500, c: 200 })
    );
    expect(verdict).toMatchObject({ verdict: 'drift', deciding: 'chi_square', effect: 'total_variation' });
    expect(verdict.effectSize).toBeCloseTo(0.2, 12);
    expect(verdict.sentence).toMatch(/most in "[ab]"/);
  });

  it('a rare category that doubles is drift by its share', () => {
    const verdict = decide(
      'categorical',
      categories({ fine: 49_900, fraud: 100 }),
      categories({ fine: 49_800, fraud: 200 })
    );
    expect(verdict).toMatchObject({ verdict: 'drift', effect: 'category_share', deciding: 'fisher', threshold: 2 });
    expect(verdict.sentence).toContain('"fraud" went from 0.2% to 0.4%');
  });

  it('a rare category that grows by half is a warning, even where a rarer one doubled by chance', () => {
    const before = categories({ fine: 99_795, fraud: 200, odd: 5 });
    const verdict = decide('categorical', before, categories({ fine: 99_670, fraud: 320, odd: 10 }));
    expect(verdict).toMatchObject({
      verdict: 'warning',
      effect: 'category_share',
      reason: { facts: { category: 'fraud' } },
    });
  });

  it('names new and vanished categories', () => {
    const verdict = decide('categorical', categories({ a: 900, old: 100 }), categories({ a: 950, new: 50 }));
    expect(verdict.verdict).toBe('drift');
    expect(verdict.categories?.map(({ category, change }) => [category, change])).toEqual([
      ['old', 'vanished'],
      ['new', 'new'],
    ]);
  });

  it('one and the same category on both sides is no drift', () => {
    expect(decide('categorical', categories({ a: 500 }), categories({ a: 400 }))).toMatchObject({
      verdict: 'no_drift',
    });
  });

  it('treats __proto__ as a category like any other', () => {
    const verdict = decide(
      'categorical',
      categories([
        ['__proto__', 500],
        ['constructor', 500],
      ]),
      categories([
        ['__proto__', 100],
        ['constructor', 900],
      ])
    );
    expect(verdict).toMatchObject({ verdict: 'drift' });
    expect(verdict.sentence).toMatch(/__proto__|constructor/);
  });
});

describe('booleans', () => {
  it('a rare flag that surely doubles is drift by its share, as a rare category is; a common one must move', () => {
    const flags = (yes: number, all = 40_000) => categories({ true: yes, false: all - yes });
    const rare = decide('boolean', flags(80), flags(220));
    expect(rare).toMatchObject({
      verdict: 'drift',
      deciding: 'fisher',
      effect: 'category_share',
      smallestDetectable: null,
    });
    expect(rare.sentence).toContain('The share of category "true" went from 0.2% to 0.55%.');
    expect(decide('boolean', flags(80), flags(130)).verdict).toBe('warning');
    expect(decide('boolean', flags(20_000), flags(21_200)).verdict).toBe('no_drift');
    expect(decide('boolean', flags(0), flags(3)).verdict).toBe('no_drift');
  });

  it('50/50 to 100/0 is drift with p below 1e-10', () => {
    const verdict = decide('boolean', categories({ true: 500, false: 500 }), categories({ true: 1000 }));
    expect(verdict).toMatchObject({ verdict: 'drift', deciding: 'fisher' });
    expect(verdict.pAdjusted).toBeLessThan(1e-10);
  });
});

describe('buckets', () => {
  const histogram = (bins: number[]): Histogram => ({
    kind: 'histogram',
    counts: { ...samples([]).counts, total: bins.reduce((a, b) => a + b, 0) },
    edges: Float64Array.of(0, 1, 2, 4, Infinity),
    bins: Float64Array.from(bins),
    closed: 'right',
    guarantee: 'exact',
  });

  it('drift is decided on what is certain', () => {
    const verdict = decide('numeric', histogram([700, 200, 100, 0]), histogram([100, 200, 700, 0]));
    expect(verdict).toMatchObject({ verdict: 'drift' });
  });

  it('says what could hide in a wide bucket, and is inconclusive where asked to be strict', () => {
    const [a, b] = [histogram([100, 100, 800, 0]), histogram([102, 98, 800, 0])];
    const lenient = decide('numeric', a, b);
    expect(lenient).toMatchObject({ verdict: 'no_drift', severity: 0, reason: { code: 'hidden_by_buckets' } });
    expect(lenient.sentence).toMatch(/could hide/);
    expect(decide('numeric', a, b, { strict: true })).toMatchObject({ verdict: 'inconclusive', severity: null });
  });

  it('holds nothing back for buckets in which nothing could hide that is sure: the sample is what is too small', () => {
    const fine = (bins: number[]): Histogram => ({
      ...histogram(bins),
      edges: Float64Array.from({ length: bins.length + 1 }, (_, i) => i),
    });
    const verdict = decide('numeric', fine([4, 4, 4, 4, 4, 4, 4, 4, 4, 4]), fine([5, 3, 4, 4, 4, 4, 4, 4, 3, 5]), {
      strict: true,
    });
    expect(verdict.tests[0].pValueLow).toBeGreaterThan(0.05);
    expect(verdict).toMatchObject({ verdict: 'insufficient_data', reason: { code: 'not_detectable' } });
  });

  it('falls back to the KS distance where mass lies in an unbounded bucket', () => {
    expect(decide('numeric', histogram([500, 300, 100, 100]), histogram([100, 300, 300, 300]))).toMatchObject({
      verdict: 'drift',
      effect: 'ks',
    });
  });
});

describe('named tests', () => {
  const moved = comparison('numeric', samples(noise(500, 1)), samples(noise(500, 2, 1)));

  it('the first one with a p-value decides; each appears once, in the order asked', () => {
    const [verdict] = decideWindow([moved], ['wasserstein', 'ks', 'psi', 'ks'], decision());
    expect(verdict.tests.map(({ test }) => test)).toEqual(['wasserstein', 'ks', 'psi']);
    expect(verdict.verdict).toBe('drift');
    expect(verdict.tests.some(({ test, pValue }) => test === verdict.deciding && pValue !== null)).toBe(true);
  });

  it('a test that does not fit the type is undefined with the reason', () => {
    const [verdict] = decideWindow([moved], ['chi_square'], decision());
    expect(verdict).toMatchObject({ verdict: 'undefined', severity: null });
    expect(describeReason(verdict)).not.toBe('');
  });
});

describe('many features', () => {
  it('are adjusted together within the window', () => {
    const alone = comparison('numeric', samples(noise(300, 1)), samples(noise(300, 3, 0.22)), 'alone');
    const [single] = decideWindow([alone], 'auto', decision());
    const crowd = Array.from({ length: 19 }, (_, i) =>
      comparison('numeric', samples(noise(300, 100 + i)), samples(noise(300, 200 + i)), `f${i}`)
    );
    const [together] = decideWindow([alone, ...crowd], 'auto', decision());
    expect(together.pAdjusted!).toBeGreaterThan(single.pAdjusted!);
    expect(together.smallestDetectable!).toBeGreaterThan(single.smallestDetectable!);
  });

  it('get the exact p-value where the limit leaves the verdict in doubt', () => {
    const doubtful = comparison('numeric', samples(noise(9000, 1)), samples(noise(300, 2, 0.22)), 'doubtful');
    const clear = comparison('numeric', samples(noise(9000, 3)), samples(noise(300, 4, 2)), 'clear');
    const verdicts = decideWindow([doubtful, clear], 'auto', decision());
    expect(verdicts.map(({ tests }) => tests[0].method)).toEqual(['exact', 'kolmogorov limit']);
  });

  it('keep alpha over the window under no drift', () => {
    let alarms = 0;
    const windows = 200;
    for (let w = 0; w < windows; w++) {
      const crowd = Array.from({ length: 8 }, (_, i) =>
        comparison('numeric', samples(noise(200, 1000 + 16 * w + i)), samples(noise(200, 5000 + 16 * w + i)), `f${i}`)
      );
      alarms += decideWindow(crowd, 'auto', decision()).some(({ severity }) => severity !== null && severity > 0)
        ? 1
        : 0;
    }
    // Binomial(200, 0.05) exceeds 19 with probability 0.003.
    expect(alarms).toBeLessThanOrEqual(19);
  });
});

it('never answers NaN, nor changes what it is given', () => {
  const values = fc.array(fc.oneof(fc.double(), fc.constantFrom(0, 1, Infinity, -Infinity, 1e300, 1e-300, 1e9 + 0.5)), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(values, values, fc.nat(40), (x, y, missing) => {
      const [baseline, current] = [
        samples(
          x.filter((v) => !Number.isNaN(v)),
          missing
        ),
        samples(y.filter((v) => !Number.isNaN(v))),
      ];
      const before = [Float64Array.from(baseline.sorted), Float64Array.from(current.sorted)];
      const verdict = decide('numeric', baseline, current);
      for (const number of [
        verdict.pAdjusted,
        verdict.effectSize,
        verdict.effectExpected,
        verdict.smallestDetectable,
        verdict.threshold,
      ]) {
        expect(number === null || Number.isFinite(number)).toBe(true);
      }
      expect(verdict.sentence).not.toMatch(/NaN|undefined|Infinity/);
      expect([baseline.sorted, current.sorted]).toEqual(before);
    }),
    { numRuns: 200, seed: 1 }
  );
  const counts = fc.dictionary(fc.string({ maxLength: 3 }), fc.nat(300), { maxKeys: 8 });
  fc.assert(
    fc.property(counts, counts, fc.nat(40), (x, y, missing) => {
      const sides: Categories[] = [categories(Object.entries(x), missing), categories(Object.entries(y))];
      const verdict = decide('categorical', sides[0], sides[1]);
      for (const number of [
        verdict.pAdjusted,
        verdict.effectSize,
        verdict.effectExpected,
        verdict.smallestDetectable,
      ]) {
        expect(number === null || Number.isFinite(number)).toBe(true);
      }
      expect(verdict.sentence).not.toMatch(/NaN|undefined/);
    }),
    { numRuns: 200, seed: 2 }
  );
});
