import reference from '../../../tests/fixtures/statistics/time.json';
import type { CountedSeries } from './CountedSeries';
import { effectsOf } from './effects';
import { medianVariance } from './medianVariance';
import { returnLevel } from './returnLevel';
import type { Scale } from './scales';
import { scoresOf } from './scores';
import { type ReferenceSeasons, regularPlaces, timelineOf } from './timelineOf';

const SCALES = reference.scales as readonly Scale[];
const SERIES: readonly CountedSeries[] = reference.series.map((series) => ({
  kind: series.kind as CountedSeries['kind'],
  bins: series.bins,
  counts: Float64Array.from(series.counts),
  present: Uint8Array.from(series.present),
  ...('widths' in series && { widths: Float64Array.from(series.widths ?? []) }),
}));
const CASES: ReadonlyArray<[name: 'seasonal' | 'fixed', reference: ReferenceSeasons, judged: number]> = [
  ['seasonal', { kind: 'seasonal', count: 3 }, 6],
  ['fixed', { kind: 'fixed', seasons: [0, 1, 2, 3] }, 5],
];

test('the variance of medians follows from order statistics', () => {
  reference.medianVariance.forEach((factor, i) => expect(medianVariance(i + 1)).toBeCloseTo(factor, 9));
  expect(medianVariance(9)).toBeCloseTo(Math.PI / 2, 12);
});

test.each(reference.returnLevels)('$blocks blocks from $maxima.length maxima', ({ maxima, blocks, level }) => {
  expectNear(returnLevel(Float64Array.from(maxima), blocks), level);
});

describe.each(CASES)('a %s reference, with gaps', (name, seasons, judged) => {
  const places = regularPlaces(reference.places * reference.seasons, reference.places, reference.places);
  const timeline = timelineOf(places, seasons, 3);

  test.each(SERIES.map(({ kind }, i) => [kind, i] as const))('of %s', (_kind, i) => {
    const wanted = reference[name][i];
    const effects = effectsOf(SERIES[i], timeline, SCALES);
    wanted.effects.forEach((windows, scale) =>
      windows.forEach((pair, window) => {
        expectNear(effects.distance[scale][window], pair === null ? NaN : pair[0]);
        expectNear(effects.chance[scale][window], pair === null ? NaN : pair[1]);
      })
    );
    const scores = scoresOf(effects, timeline, judged);
    wanted.variation.forEach((variation, scale) => expectNear(scores.variation[scale], variation, 1e-8));
    wanted.scores.forEach((score, window) => expectNear(scores.score[window], score ?? NaN, 1e-8));
  });
});

/** Relative to the value. */
function expectNear(found: number | null, wanted: number, precision = 1e-9): void {
  if (Number.isNaN(wanted)) {
    expect(found).toBeNaN();
  } else {
    expect(Math.abs((found ?? NaN) - wanted)).toBeLessThanOrEqual(precision * Math.abs(wanted) + 1e-15);
  }
}
