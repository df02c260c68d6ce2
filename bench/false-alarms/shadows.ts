import { drawNormal } from '../../src/statistics/random/drawNormal';
import { seededRandom, type SeededRandom } from '../../src/statistics/random/seededRandom';
import { pairedInterval } from '../../src/statistics/performance/sequence/pairedInterval';
import type { ShadowCounts } from '../../src/statistics/performance/sequence/ShadowCounts';
import { row, share } from './markdown';

const ALPHA = 0.05;
const MARGIN = 0.02;
const TRIES = 600;
const LOOKS = 300;
const FIRST = 14;
const Z = 1.959963984540054;

interface Shadow {
  /** Rows of a day, about. */
  readonly rows: number;
  /** Share of rows on which one version alone is right. */
  readonly differing: number;
  /** How far the net share of a day lies from 0 (standard deviation). */
  readonly spread: number;
}

const SHADOWS: readonly Shadow[] = [
  { rows: 50, differing: 0.02, spread: 0 },
  { rows: 50, differing: 0.15, spread: 0.08 },
  { rows: 300, differing: 0.15, spread: 0 },
  { rows: 300, differing: 0.15, spread: 0.08 },
  { rows: 1000, differing: 0.02, spread: 0.01 },
];

/** A shadow that is as good as the version that decides, on the same rows, looked at each day from the fourteenth on. */
export function shadowRows(): string[] {
  return SHADOWS.map((shadow) => {
    const { rows, differing, spread } = shadow;
    const random = seededRandom(1, `shadow ${rows} ${differing} ${spread}`);
    let [outside, repeated, once] = [0, 0, 0];
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const days: ShadowCounts[] = [];
      let [ever, significant, last] = [false, false, false];
      for (let look = 0; look < LOOKS; look++) {
        days.push(dayOf(shadow, random));
        const interval = days.length < FIRST ? null : pairedInterval(days, MARGIN, ALPHA);
        if (interval !== null) {
          const all = days.reduce((sum, day) => sum + day.rows, 0);
          ever ||= interval.low > 0 || interval.high < 0;
          last = Math.abs(interval.difference * all) > Z * Math.sqrt(interval.variance);
          significant ||= last;
        }
      }
      outside += ever ? 1 : 0;
      repeated += significant ? 1 : 0;
      once += last ? 1 : 0;
    }
    const name = `shadow on the same ${rows} rows a day, one alone right on ${100 * differing} %, days ${100 * spread} points apart`;
    return row([name, LOOKS, share(outside, TRIES), share(repeated, TRIES), share(once, TRIES)]);
  });
}

function dayOf({ rows, differing, spread }: Shadow, random: SeededRandom): ShadowCounts {
  const own = Math.max(5, Math.round(rows * Math.exp(0.5 * drawNormal(random))));
  const net = Math.max(-differing, Math.min(differing, spread * drawNormal(random)));
  let [oldOnly, newOnly] = [0, 0];
  for (let i = 0; i < own; i++) {
    const draw = random.next();
    newOnly += draw < (differing + net) / 2 ? 1 : 0;
    oldOnly += draw >= (differing + net) / 2 && draw < differing ? 1 : 0;
  }
  return { rows: own, oldOnly, newOnly };
}
