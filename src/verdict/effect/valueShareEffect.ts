import type { Effect } from './Effect';
import type { JudgedValue } from './valueFindings';

const DOUBLED = 2;

/**
 * A single number's share passes if it, or the share of all other values, at least doubled or halved, is new or gone. The
 * size is the ratio of the shares, the larger over the smaller, with half a count added so that it exists for new values.
 */
export function valueShareEffect(value: JudgedValue, n: number, m: number): Effect {
  const { large, notable } = value;
  return {
    name: 'value_share',
    size: smoothedRatio(value, n, m),
    expected: null,
    threshold: DOUBLED,
    large,
    notable,
    hidden: null,
    gates: [],
  };
}

function smoothedRatio({ baselineCount, currentCount, moved }: JudgedValue, n: number, m: number): number {
  const [before, after] =
    moved === 'value' ? [baselineCount, currentCount] : [Math.round(n) - baselineCount, Math.round(m) - currentCount];
  const ratio = (before + 0.5) / (n + 1) / ((after + 0.5) / (m + 1));
  return Math.max(ratio, 1 / ratio);
}
