/** Index of the place that lies nearest; −1 of none. */
export function nearest(places: readonly number[], at: number): number {
  let best = -1;
  places.forEach((place, index) => {
    if (best < 0 || Math.abs(place - at) < Math.abs(places[best] - at)) {
      best = index;
    }
  });
  return best;
}
