import type { Distribution } from '../../../distribution/Distribution';
import { countBelow } from '../../../distribution/histogramFromSamples';
import { numberOfValues } from '../../../distribution/numberOfValues';
import { frequentValues, occurrencesOf } from '../../../distribution/occurrences';

/** A number that many rows share, with the numbers that are taken for it: those from `low` to `high`, and `others`. */
export interface Level {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The same number as a float of 32 bits, where that differs. */
  readonly others: readonly number[];
  /** Those of all of these that many rows share. */
  readonly members: readonly number[];
}

export interface Levels {
  /** With what doubles and floats make of each. */
  readonly exact: readonly Level[];
  /** With what lies within a part of a step beside it; null where neither side lies on a scale. */
  readonly onScale: readonly Level[] | null;
}

/** A level is a number that this share of a side's rows has, and at least two of them. */
const LEAST_SHARE = 0.005;
const LEAST_ROWS = 2;
/** What rounding of doubles makes of a number in some dozen operations, relative to it: 2^-46. */
const OF_DOUBLES = 2 ** -46;
/** Digits that a number may have which somebody wrote. */
const MOST_DIGITS = 11;
/** A side lies on a scale of levels if these hold nearly all of its rows, and there are at least three. */
const MOST_OF_SIDE = 0.9;
const LEAST_LEVELS = 3;
/** On a scale the part of its smallest step within which a number is taken for a level. */
const OF_STEP = 1 / 20;

/**
 * The numbers that many rows of either side share, each once, however it was rounded: 0.3 and 0.30000000000000004, 0.1 and
 * its float of 32 bits, and where nearly all rows of a side lie on a scale of levels, what lies within a twentieth of its
 * smallest step. No tolerance is absolute: in another unit the same numbers are taken for one. Ascending, apart from each
 * other. Two levels of one side are never taken for one, unless doubles or floats alone part them.
 */
export function levelsOf(baseline: Distribution, current: Distribution): Levels {
  const sides = [baseline, current].map(levelsOfSide);
  const exact = distinct([...sides[0].values, ...sides[1].values], () => unitOfZero(baseline, current));
  const scale = sides.map((side) => scaleOf(side, exact)).find((one) => one !== null) ?? null;
  return { exact, onScale: scale === null ? null : widened(exact, scale) };
}

interface Side {
  readonly values: readonly number[];
  readonly share: number;
}

function levelsOfSide(side: Distribution): Side {
  const rows = numberOfValues(side);
  const values = frequentValues(side, Math.max(LEAST_ROWS, Math.ceil(LEAST_SHARE * rows))).filter(Number.isFinite);
  const held = values.reduce((sum, value) => sum + occurrencesOf(side, value).low, 0);
  return { values, share: rows === 0 ? 0 : held / rows };
}

/** Puts together what doubles or floats alone part; the number with the fewest digits stands for the others. */
function distinct(values: readonly number[], zerosUnit: () => number): Level[] {
  const reachOf = (value: number) => OF_DOUBLES * (value === 0 ? zerosUnit() : Math.abs(value));
  const ascending = [...new Set(values)].sort((a, b) => a - b);
  const groups: number[][] = [];
  for (const value of ascending) {
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    if (last !== undefined && value - last <= Math.max(reachOf(value), reachOf(last))) {
      group.push(value);
    } else {
      groups.push([value]);
    }
  }
  const levels = groups.map((members) => {
    const value = members.reduce((a, b) => (digits(b) < digits(a) ? b : a));
    const reach = reachOf(value);
    const low = Math.min(value - reach, members[0]);
    const high = Math.max(value + reach, members[members.length - 1]);
    return { value, low, high, others: floatOf(value), members };
  });
  const floats = new Set(levels.flatMap(({ others }) => others));
  const known = new Set(values);
  const own = levels.filter(({ value }) => !floats.has(value));
  return own.map((level) => ({
    ...level,
    members: [...level.members, ...level.others.filter((other) => known.has(other))],
  }));
}

/** The float of 32 bits, where it is another number that nobody would have written: 0.10000000149011612 for 0.1. */
function floatOf(value: number): number[] {
  const float = Math.fround(value);
  return float !== value && Number.isFinite(float) && Number(float.toPrecision(MOST_DIGITS)) !== float ? [float] : [];
}

function digits(value: number): number {
  return String(value).length;
}

/** What 0 is rounded in: the size of the numbers beside it, half of which are smaller. */
function unitOfZero(baseline: Distribution, current: Distribution): number {
  const sizes = [baseline, current].map(typicalSize).filter((size) => size > 0);
  return sizes.length === 0 ? 0 : Math.max(...sizes);
}

function typicalSize(side: Distribution): number {
  if (side.kind !== 'samples') {
    const sizes = frequentValues(side, 1)
      .map(Math.abs)
      .filter((size) => size > 0);
    return sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
  }
  const { sorted } = side;
  const { low: zeros } = occurrencesOf(side, 0);
  const below = countBelow(sorted, 0, false);
  const above = sorted.length - below - zeros;
  return zeros === 0
    ? 0
    : Math.max(
        below === 0 ? 0 : -sorted[Math.floor(below / 2)],
        above === 0 ? 0 : sorted[below + zeros + Math.floor(above / 2)]
      );
}

interface Scale {
  readonly levels: ReadonlySet<Level>;
  readonly step: number;
}

/** The levels that hold nearly all of a side, and the smallest step between them; null where they don't. */
function scaleOf({ values, share }: Side, all: readonly Level[]): Scale | null {
  const own = new Set(values);
  const levels = all.filter(({ members }) => members.some((member) => own.has(member)));
  if (share < MOST_OF_SIDE || levels.length < LEAST_LEVELS) {
    return null;
  }
  const step = Math.min(...levels.slice(1).map(({ value }, i) => value - levels[i].value));
  return { levels: new Set(levels), step };
}

/** The levels of the scale, each with a part of the step around it, and of the others those that lie in none of these. */
function widened(all: readonly Level[], { levels, step }: Scale): Level[] {
  const reach = OF_STEP * step;
  const wide = all
    .filter((level) => levels.has(level))
    .map((level) => ({
      ...level,
      low: Math.min(level.low, level.value - reach),
      high: Math.max(level.high, level.value + reach),
    }));
  const others = all.filter(
    (level) => !levels.has(level) && !wide.some(({ low, high }) => level.high >= low && level.low <= high)
  );
  return [...wide, ...others].sort((a, b) => a.value - b.value);
}
