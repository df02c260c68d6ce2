export interface KnownFactor {
  readonly factor: number;
  /** What multiplying by it does. */
  readonly name: string;
}

const UNITS: ReadonlyArray<readonly [number, string]> = [
  [1.609344, 'miles to kilometers'],
  [1 / 1.609344, 'kilometers to miles'],
  [1000, 'thousandfold, as kilo to the unit or seconds to milliseconds'],
  [0.001, 'a thousandth, as the unit to kilo or milliseconds to seconds'],
  [1e6, 'a millionfold'],
  [1e-6, 'a millionth'],
  [100, 'a hundredfold, as shares to percent or units to cents'],
  [0.01, 'a hundredth, as percent to shares or cents to units'],
  [60, 'sixtyfold, as minutes to seconds or hours to minutes'],
  [1 / 60, 'a sixtieth, as seconds to minutes or minutes to hours'],
  [3600, 'hours to seconds'],
  [1 / 3600, 'seconds to hours'],
  [0.3048, 'feet to metres'],
  [1 / 0.3048, 'metres to feet'],
  [2.54, 'inches to centimeters'],
  [1 / 2.54, 'centimeters to inches'],
  [25.4, 'inches to millimeters'],
  [1 / 25.4, 'millimeters to inches'],
  [0.45359237, 'pounds to kilograms'],
  [1 / 0.45359237, 'kilograms to pounds'],
  [1024, 'binary kilo to the unit'],
  [1 / 1024, 'the unit to binary kilo'],
  [-1, 'the sign turned'],
];

/** The factor between two usual units that a ratio is, to within a share of it; undefined where it is none. */
export function knownFactor(ratio: number, near: number): KnownFactor | undefined {
  const found = UNITS.find(([factor]) => Math.abs(ratio / factor - 1) < near);
  return found && { factor: found[0], name: found[1] };
}
