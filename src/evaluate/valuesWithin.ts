import type { RequestOptions, ValuesRequest, ValuesWithin } from '../sources/Source';
import type { Place } from './settleFeatures';
import { writtenIn } from './writtenIn';

/** The values of one side of a comparison; none where the source can't list them. */
export async function valuesWithin(
  { source, selection }: Place,
  asked: Omit<ValuesRequest, 'selection'>,
  options: RequestOptions
): Promise<ValuesWithin> {
  const request = { ...asked, selection, features: writtenIn(selection, asked.features) };
  return (await source.valuesWithin?.(request, options)) ?? new Map();
}

/** The values that occur on either side. */
export async function eitherSides(sides: ReadonlyArray<Promise<ValuesWithin>>): Promise<ValuesWithin> {
  const values = new Map<string, number[]>();
  for (const side of await Promise.all(sides)) {
    side.forEach((listed, name) => values.set(name, [...(values.get(name) ?? []), ...listed]));
  }
  return values;
}
