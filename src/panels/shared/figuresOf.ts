import type { DriftRow } from '../../frames/drift/DriftRow';
import type { EffectFigures } from './effectWords';

/** The size of a row's shift and what it is held against. */
export function figuresOf(row: DriftRow): EffectFigures {
  return {
    effect: row.effect,
    effectSize: row.effect_size,
    effectExpected: row.effect_expected,
    threshold: row.threshold,
  };
}
