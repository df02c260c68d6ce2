import { parseDuration } from '../../../../query/duration';
import type { TextColumn } from '../../columns/Column';

/**
 * How many steps lie between a prediction and the time that it predicts, rounded up, as text: `3d` of steps of a day. Missing
 * where a time is unknown, or the predicted time lies before the prediction.
 */
export function horizonColumn(times: Float64Array, targets: Float64Array, step: string): TextColumn {
  const length = parseDuration(step);
  const [, amount, unit] = /^([\d.]+)(\D+)$/.exec(step) ?? ['', '1', step];
  const codes = new Int32Array(times.length).fill(-1);
  const places = new Map<number, number>();
  const dictionary: string[] = [];
  for (let row = 0; row < codes.length; row++) {
    const steps = Math.ceil((targets[row] - times[row]) / length);
    if (steps >= 0) {
      const code =
        places.get(steps) ?? dictionary.push(`${Number((steps * Number(amount)).toPrecision(12))}${unit}`) - 1;
      places.set(steps, code);
      codes[row] = code;
    }
  }
  return { kind: 'text', codes, dictionary, booleans: false };
}
