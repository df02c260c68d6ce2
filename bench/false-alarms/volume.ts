import { measureSchema } from '../../src/query/measure';
import { volumeDecisionSchema } from '../../src/query/volumeQuery';
import { quantileOfSorted } from '../../src/distribution/quantile';
import { drawNormal } from '../../src/statistics/random/drawNormal';
import { seededRandom, type SeededRandom } from '../../src/statistics/random/seededRandom';
import { judgeVolume } from '../../src/verdict/volume/judgeVolume';
import { drawPoisson } from './drawPoisson';
import { row, share } from './markdown';

const HOURS = 4000;
const PAST = 4;
const CALLS = [12, 30, 100, 400];

interface Figure {
  readonly name: string;
  readonly measure: object;
  /** The figure of so many calls; `worse` is what has become of them. */
  draw(calls: number, random: SeededRandom, worse: boolean): number;
  readonly worse: string;
  /** Whether nobody says how many calls there are. */
  readonly alone?: boolean;
}

const RATE = { name: 'x', aggregate: 'avg', field: 'x', direction: 'above' };
const P95 = { name: 'x', aggregate: 'p95', field: 'x', direction: 'above' };

const FIGURES: readonly Figure[] = [
  errors(0.04),
  errors(0.01),
  latency('95th percentile, log-normal 0.6', P95, 0.6),
  latency('95th percentile, log-normal 1.2', P95, 1.2),
  { ...latency('95th percentile, log-normal 0.6, calls not named', P95, 0.6), alone: true },
  latency('mean, log-normal 0.6', { ...P95, aggregate: 'avg' }, 0.6),
  latency('sum, log-normal 0.6', { ...P95, aggregate: 'sum', direction: 'both' }, 0.6),
  {
    name: 'mean residual, both signs',
    measure: { name: 'x', aggregate: 'avg', field: 'x' },
    worse: 'moves by 1 SD',
    draw: (calls, random, worse) => meanOf(sample(calls, () => drawNormal(random) + (worse ? 1 : 0))),
  },
];

/** How often an hour in which nothing changed is off against the same hour of four weeks, and one in which something did. */
export function volumeSections(): Record<string, string[]> {
  return {
    'Volume: figures of few calls': [
      `${HOURS} hours each, every one against the same hour of ${PAST} weeks, with the thresholds as they are unless set (40 %, noise 3).`,
      'The number of calls is a Poisson one. *found*: hours that are off where the last column is true.',
      '',
      '| figure | calls an hour | alarms, nothing changed (95 % interval) | found | what became of it |',
      '|---|---|---|---|---|',
      ...FIGURES.flatMap((figure) => CALLS.map((calls) => figureRow(figure, calls))),
    ],
  };
}

function figureRow(figure: Figure, calls: number): string {
  const rate = (worse: boolean) => {
    const random = seededRandom(1, `${figure.name} ${calls} ${worse}`);
    return Array.from({ length: HOURS }, () => isOff(figure, calls, random, worse)).filter(Boolean).length;
  };
  return row([figure.name, calls, share(rate(false), HOURS), share(rate(true), HOURS), figure.worse]);
}

function isOff({ measure, draw, alone = false }: Figure, mean: number, random: SeededRandom, worse: boolean): boolean {
  const [now, ...past] = Array.from({ length: PAST + 1 }, (_, i) => {
    const calls = drawPoisson(mean, random);
    return { calls, value: calls === 0 ? null : draw(calls, random, worse && i === 0) };
  });
  const counted = alone ? {} : { calls: now.calls, pastCalls: past.map(({ calls }) => calls) };
  const asked = { segment: {}, value: now.value, past: past.map(({ value }) => value), ...counted };
  return judgeVolume(measureSchema.parse(measure), asked, volumeDecisionSchema.parse({})).severity === 2;
}

function errors(rate: number): Figure {
  return {
    name: `error rate ${100 * rate} %`,
    measure: RATE,
    worse: 'five times as many',
    draw: (calls, random, worse) => meanOf(sample(calls, () => Number(random.next() < (worse ? 5 : 1) * rate))),
  };
}

function latency(
  name: string,
  measure: { readonly aggregate: string; readonly direction: string },
  sigma: number
): Figure {
  return {
    name,
    measure,
    worse: 'three times as long',
    draw(calls, random, worse) {
      const values = sample(calls, () => (worse ? 3 : 1) * Math.exp(4.6 + sigma * drawNormal(random)));
      const { aggregate } = measure;
      if (aggregate.startsWith('p')) {
        return quantileOfSorted(values.sort(), Number(aggregate.slice(1)) / 100) ?? 0;
      }
      return aggregate === 'sum' ? calls * meanOf(values) : meanOf(values);
    },
  };
}

function sample(size: number, draw: () => number): Float64Array {
  return Float64Array.from({ length: size }, draw);
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
