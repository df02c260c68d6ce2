import { mergeIntoRamps } from './mergeIntoRamps';
import { SHORTEST } from './optimalPartition';
import { pulseCandidates } from './pulseCandidates';
import { coarseRamps, turningRamps } from './rampCandidates';
import type { RobustScores } from './robustScores';
import type { Shape } from './Shape';
import { requiredGain, shiftChance } from './shiftChance';
import { type Likelihood, ShiftModels } from './ShiftModels';

/** A series has so many changes at most; more of them are named a limit. */
export const MOST_SHIFTS = 12;

/**
 * Steps and ramps in the mean of a series whose noise may be dependent. Each is one that the likelihood of the best noise
 * model needs: without it, and with noise as dependent as need be instead, the series is so unlikely that the chance of it
 * is at most `alpha`. Found one after the other; then each place is sought anew with all others in it, and what isn't
 * needed any more is dropped.
 */
export function searchShifts(scores: RobustScores, places: readonly number[], alpha: number): readonly Shape[] {
  const models = new ShiftModels(scores, places);
  const size = places.length;
  const chance = (gain: number, phi: number) => shiftChance(gain, { size, shortest: SHORTEST, phi });
  const need = (phi: number) => requiredGain(alpha, { size, shortest: SHORTEST, phi });
  let shapes: readonly Shape[] = [];
  let known: ReturnType<typeof pulseCandidates> | null = null;
  const pulses = () => (known ??= pulseCandidates(scores));
  for (let round = 0; round < 3; round++) {
    const before = shapes;
    shapes = addShapes(shapes);
    shapes = settle(shapes);
    shapes = mergeIntoRamps(shapes, models, need);
    if (isSame(before, shapes)) {
      break;
    }
  }
  return shapes;

  function addShapes(from: readonly Shape[]): readonly Shape[] {
    let all = from;
    while (all.length < MOST_SHIFTS) {
      const base = models.explainBy(all);
      const added = bestStep(all, base) ?? bestPulse(all, base) ?? bestRamp(all, base) ?? bestTurn(all, base);
      if (added === null) {
        return all;
      }
      all = [...all, ...added];
    }
    return all;
  }

  function bestStep(all: readonly Shape[], base: Likelihood): Shape[] | null {
    const top = topStep(models, all, size);
    return top !== null && chance(top.value - base.value, top.phi) <= alpha ? [top.shape] : null;
  }

  /** Two steps at once: each alone may explain little. */
  function bestPulse(all: readonly Shape[], base: Likelihood): readonly Shape[] | null {
    let found: readonly Shape[] | null = null;
    let most = 0;
    for (const pair of pulses()) {
      if (pair.every((shape) => isFree(shape, all, size))) {
        const { value, phi } = models.withPulse(pair);
        // As many places for the one end as for the other.
        const excess = value - base.value - need(phi) - 2 * Math.log(size);
        if (excess > most) {
          [found, most] = [pair, excess];
        }
      }
    }
    return found;
  }

  function bestRamp(all: readonly Shape[], base: Likelihood): Shape[] | null {
    if (all.length > 0) {
      return null;
    }
    const top = models.bestOf(coarseRamps(size));
    return top !== null && top.value - base.value > need(top.phi) ? [top.shape] : null;
  }

  /** Two ramps at once. */
  function bestTurn(all: readonly Shape[], base: Likelihood): readonly Shape[] | null {
    if (all.length > 0) {
      return null;
    }
    const turns = turningRamps(size, SHORTEST).map((pair) => ({ pair, ...models.explainBy(pair) }));
    const top = turns.reduce<(typeof turns)[number] | null>((a, b) => (a === null || b.value > a.value ? b : a), null);
    models.explainBy(all);
    return top !== null && top.value - base.value > 2 * need(top.phi) ? top.pair : null;
  }

  /** Moves each step to its best place and drops the least needed one, until all are needed. */
  function settle(from: readonly Shape[]): readonly Shape[] {
    let all = from;
    for (let round = 0; round < MOST_SHIFTS + 3; round++) {
      const before = all;
      let worst = { at: -1, pValue: alpha };
      for (const [k, shape] of all.entries()) {
        const others = all.toSpliced(k, 1);
        const base = models.explainBy(others);
        const top = shape.from === shape.to ? topStep(models, others, size) : models.bestOf([shape]);
        if (top === null) {
          continue;
        }
        all = all.with(k, isSame([top.shape], [shape]) ? shape : top.shape);
        const pValue = chance(top.value - base.value, top.phi);
        worst = pValue > worst.pValue ? { at: k, pValue } : worst;
      }
      if (worst.at >= 0) {
        all = all.toSpliced(worst.at, 1);
      } else if (isSame(before, all) || round >= 3) {
        break;
      }
    }
    return all.toSorted((a, b) => a.from - b.from);
  }
}

/** The step that explains most beside the other shapes, at least three rows from each; null where none has room. */
export function topStep(models: ShiftModels, others: readonly Shape[], size: number) {
  const { values, phis } = models.withStep();
  let top: { readonly shape: Shape; readonly value: number; readonly phi: number } | null = null;
  for (let row = SHORTEST; row <= size - SHORTEST; row++) {
    const shape = { from: row, to: row };
    if (values[row] > (top?.value ?? -Infinity) && isFree(shape, others, size)) {
      top = { shape, value: values[row], phi: phis[row] };
    }
  }
  return top;
}

/** Whether a shape leaves at least three rows of level between it and each other, and the ends. */
export function isFree({ from, to }: Shape, others: readonly Shape[], size: number): boolean {
  return (
    from >= SHORTEST &&
    to <= size - SHORTEST &&
    others.every((other) => from >= other.to + SHORTEST || to <= other.from - SHORTEST)
  );
}

function isSame(a: readonly Shape[], b: readonly Shape[]): boolean {
  return a.length === b.length && a.every(({ from, to }, k) => b[k].from === from && b[k].to === to);
}
