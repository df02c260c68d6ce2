import { SHORTEST } from './optimalPartition';
import { rampCandidates } from './rampCandidates';
import type { Shape } from './Shape';
import type { ShiftModels } from './ShiftModels';

/** A ramp must explain more than the steps by this share of what a change must bring. */
const MORE = 0.3;

/**
 * Puts a ramp in the place of a step, or of neighboring steps in one direction, where it explains more than they do by .3
 * of what a change must bring; each step less is worth the whole of it.
 */
export function mergeIntoRamps(
  shapes: readonly Shape[],
  models: ShiftModels,
  need: (phi: number) => number
): readonly Shape[] {
  let all = shapes;
  for (const run of runsOf(shapes, models)) {
    for (const part of partsOf(run)) {
      if (!part.every((shape) => all.includes(shape))) {
        continue;
      }
      const full = models.explainBy(all);
      const near = models.nearBest(4);
      const others = all.filter((shape) => !part.includes(shape));
      models.explainBy(others);
      const span = { from: part[0].from, to: part[part.length - 1].to };
      const first = Math.max(0, ...others.filter(({ to }) => to <= span.from).map(({ to }) => to + SHORTEST));
      const last = Math.min(
        models.size - 1,
        ...others.filter(({ from }) => from >= span.to).map(({ from }) => from - SHORTEST)
      );
      const top = models.bestOf(rampCandidates(first, last, span), near);
      const isStepAlready = part.length === 1 && part[0].from < part[0].to;
      const least = isStepAlready ? 0 : (MORE - (part.length - 1)) * need(full.phi);
      if (top !== null && top.value - full.value > least) {
        all = [...others, top.shape].toSorted((a, b) => a.from - b.from);
      }
    }
  }
  return all;
}

/** Neighboring changes in one direction. */
function runsOf(shapes: readonly Shape[], models: ShiftModels): Shape[][] {
  const signs = models.directions(shapes);
  const runs: Shape[][] = [];
  for (const [k, shape] of shapes.entries()) {
    if (k > 0 && signs[k] === signs[k - 1]) {
      runs[runs.length - 1].push(shape);
    } else {
      runs.push([shape]);
    }
  }
  return runs;
}

/** The whole run first, then its pairs, then each change. */
function partsOf(run: readonly Shape[]): Shape[][] {
  const ofSize = (size: number) => Array.from({ length: run.length - size + 1 }, (_, k) => run.slice(k, k + size));
  const sizes = run.length === 1 ? [1] : run.length === 2 ? [2, 1] : [run.length, 2, 1];
  return sizes.flatMap(ofSize);
}
