import type { ParityValue } from './compareValues';

const TRUE = new Set<ParityValue>([1, '1', 'true', 'True', 'TRUE']);
const FALSE = new Set<ParityValue>([0, '0', 'false', 'False', 'FALSE']);

/**
 * Both sides with `true`, `True` and 1 as one truth, where each holds nothing else and one of them writes it in words: a
 * CSV compares with a Parquet file. Otherwise as they are.
 */
export function asOneTruth(
  training: readonly ParityValue[],
  served: readonly ParityValue[]
): readonly [readonly ParityValue[], readonly ParityValue[]] {
  const sides = [training, served].map((values) => new Set(values));
  const all = sides.flatMap((values) => [...values]);
  const areTruths = all.every((value) => value === null || TRUE.has(value) || FALSE.has(value));
  const inWords = all.some((value) => typeof value === 'string' && value.length > 1);
  return areTruths && inWords ? [training.map(truth), served.map(truth)] : [training, served];
}

function truth(value: ParityValue): ParityValue {
  return value === null ? null : TRUE.has(value) ? 'true' : 'false';
}
