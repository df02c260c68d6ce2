import { type DelayCurve, plateauOf, shareAt } from './delayCurve';
import type { KnownShare } from './weightLabels';

/**
 * F(age) for `weightLabels` from the delays of mature rows: of each predicted class its own, since what is investigated at
 * once is also labelled at once; of all where a class has none. Each is taken relative to its plateau, so that it is about labels
 * that come at all: with an implied class those of the other one.
 */
export function knownShares(all: DelayCurve, byPredicted: ReadonlyMap<string, DelayCurve>): KnownShare {
  return (age, _actual, predicted) => {
    const own = byPredicted.get(predicted);
    const curve = own && plateauOf(own) > 0 ? own : all;
    const plateau = plateauOf(curve);
    return plateau > 0 ? shareAt(curve, age) / plateau : 0;
  };
}
