import type { EffectFigures } from './effectWords';

/**
 * Where values of an effect lie on a bar from 0 to 1. What matters begins in the middle, whatever the measure, so that
 * bars of different features can be compared; beyond it the bar fills ever more slowly: twice the gate is 0.67, ten times
 * 0.91. The gate is the threshold above what chance alone shows.
 */
export function effectScale({ effectSize, effectExpected, threshold }: EffectFigures) {
  const gate = threshold + (effectExpected ?? 0);
  const place = (value: number) => (value <= 0 ? 0 : Number.isFinite(value) ? value / (value + gate) : 1);
  return {
    size: effectSize === null ? null : place(effectSize),
    expected: effectExpected === null ? null : place(effectExpected),
    gate: 0.5,
  };
}
