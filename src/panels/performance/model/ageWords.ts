const UNITS = [
  { unit: 'd', size: 86_400_000 },
  { unit: 'h', size: 3_600_000 },
  { unit: 'm', size: 60_000 },
  { unit: 's', size: 1000 },
] as const;

export interface AgeUnit {
  readonly unit: string;
  /** In milliseconds. */
  readonly size: number;
}

/** The unit in which ages up to a longest one are written: days from two days on, and so on. */
export function ageUnit(longest: number): AgeUnit {
  return UNITS.find(({ size }) => longest >= 2 * size) ?? UNITS[3];
}

/** `2.5 d` */
export function ageInWords(age: number, { unit, size }: AgeUnit = ageUnit(age)): string {
  return `${Number((age / size).toPrecision(3))} ${unit}`;
}
