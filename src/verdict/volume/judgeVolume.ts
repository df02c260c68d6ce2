import { countsEvents, type Measure } from '../../query/measure';
import type { VolumeDecision } from '../../query/volumeQuery';
import { fewSpread, fewWindows } from '../../statistics/volume/fewWindows';
import { medianOf } from '../../statistics/volume/medianOf';
import { pastSpread } from '../../statistics/volume/pastSpread';
import { type Allowance, type Counted, FEWEST_FOR_Z } from './Allowance';
import { type Band, bandOf, type Expectation, scoreOf, type Thresholds } from './bandOf';
import { countAllowance } from './countAllowance';
import { figureAllowance } from './figureAllowance';
import { isShare } from './isShare';
import { expectedShare, shareAllowance } from './shareAllowance';
import type { VolumeFigures, VolumeReason, VolumeVerdict, VolumeWord } from './VolumeVerdict';

/** A value and those of the past windows; null where a window has no data. */
export interface VolumeCase {
  readonly segment: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly past: ReadonlyArray<number | null>;
  /** Of how many calls each is, in the same order; absent where nobody said. */
  readonly calls?: number | null;
  readonly pastCalls?: ReadonlyArray<number | null>;
}

type Nature = 'count' | 'share' | 'signed' | 'figure';

const WORDS: Readonly<Record<2 | 1 | 0, VolumeWord>> = { 2: 'alarm', 1: 'warning', 0: 'normal' };

/** Whether a value is off from what the past windows let expect. Definitions: docs/volume.md. */
export function judgeVolume(measure: Measure, asked: VolumeCase, decision: VolumeDecision): VolumeVerdict {
  const { segment } = asked;
  const { now, known } = present(asked, decision);
  const nature = natureOf(measure, now, known);
  const thresholds = thresholdsOf(measure, decision, { nature, windows: known.length });
  const expectation = expectationOf(measure, { nature, now, known }, thresholds, decision);
  const band = expectation === null ? null : bandOf(expectation, thresholds);
  const isPositive = nature === 'count' || nature === 'share';
  const own = { past: known.length, asked: asked.past.length };
  const base = { ...figures(now?.value ?? null, expectation, band, thresholds, isPositive), ...own };
  const chance = expectation?.chance?.of ?? null;
  const result = { measure: measure.name, segment, chance, isSigned: nature === 'signed', ...base };
  const reason = whyUndecided(base, thresholds, chance);
  if (reason !== null || band === null || expectation === null || now === null) {
    return { ...result, ...undecided(reason ?? 'few_past') };
  }
  return { ...result, ...decided(now.value, expectation, band, { thresholds, decision }) };
}

function undecided(reason: VolumeReason) {
  const verdict = reason === 'no_spread' || reason === 'nothing_expected' ? 'undefined' : 'insufficient_data';
  return { score: null, verdict, severity: null, reason } as const;
}

function decided(
  value: number,
  expectation: Expectation,
  band: Band,
  { thresholds, decision }: { readonly thresholds: Thresholds; readonly decision: VolumeDecision }
) {
  const { direction } = thresholds;
  const score = scoreOf(value, expectation.expected, band.low, band.high, direction);
  const beforeChance = scoreOf(value, expectation.expected, band.lowBeforeChance, band.highBeforeChance, direction);
  const severity = score >= 1 ? 2 : isWarning(value, expectation, thresholds, decision) ? 1 : 0;
  const reason: VolumeReason = severity > 0 ? 'off' : beforeChance >= 1 ? 'within_noise' : 'within';
  return { score, verdict: WORDS[severity], severity, reason } as const;
}

/** What has data; no data are a 0 where the decision says so. */
function present({ value, past, calls, pastCalls = [] }: VolumeCase, { absent }: VolumeDecision) {
  const read = (one: number | null, of: number | null = null): Counted | null => {
    const known = absent === 'zero' ? (one ?? 0) : one;
    return known === null ? null : { value: known, calls: of };
  };
  const known = past.map((one, i) => read(one, pastCalls[i])).filter((one) => one !== null);
  return { now: read(value, calls), known };
}

/** Figures that take both signs, or lie at 0 and beside it, have no percent. */
function natureOf(measure: Measure, now: Counted | null, known: readonly Counted[]): Nature {
  if (countsEvents(measure)) {
    return 'count';
  }
  const all = [...known, ...(now === null ? [] : [now])];
  if (isShare(measure, all)) {
    return 'share';
  }
  const has = (sign: number) => all.some(({ value }) => Math.sign(value) === sign);
  const isNothing = medianOf(known.map(({ value }) => value)) === 0 && known.some(({ value }) => value !== 0);
  return (has(1) && has(-1)) || isNothing ? 'signed' : 'figure';
}

interface Sides {
  readonly nature: Nature;
  readonly now: Counted | null;
  readonly known: readonly Counted[];
}

function expectationOf(
  measure: Measure,
  { nature, now, known }: Sides,
  { z }: Thresholds,
  decision: VolumeDecision
): Expectation | null {
  const values = known.map(({ value }) => value);
  const median = medianOf(values);
  if (median === null) {
    return null;
  }
  const expected = nature === 'share' ? expectedShare(known, median) : median;
  const calls = medianOf(known.flatMap((one) => (one.calls === null ? [] : [one.calls])));
  // Counts and shares differ by chance alone, however alike the past windows happen to be.
  const least =
    nature === 'count'
      ? Math.sqrt(Math.max(0, expected))
      : nature === 'share' && calls !== null && calls > 0
        ? Math.sqrt((expected * (1 - expected)) / calls)
        : 0;
  const isOwnZ = nature === 'signed' && askedZ(measure, decision) === null;
  const spread = isOwnZ ? fewSpread(values) : pastSpread(values);
  return {
    expected,
    spread: known.length < FEWEST_FOR_Z ? null : Math.max(spread ?? 0, least),
    chance: now === null ? null : allowanceOf(),
  };

  function allowanceOf(): Allowance | null {
    if (nature === 'count') {
      return expected >= 0 ? countAllowance(known, expected, decision) : null;
    }
    if (now === null || nature === 'signed') {
      return null;
    }
    if (nature === 'share') {
      return shareAllowance(now.calls ?? 0, known, expected, decision);
    }
    const found = figureAllowance(measure, now, known, expected);
    // A z that was asked for says the same of the past windows.
    return found?.of === 'spread' && z !== null ? null : found;
  }
}

function thresholdsOf(
  measure: Measure,
  decision: VolumeDecision,
  { nature, windows }: { readonly nature: Nature; readonly windows: number }
): Thresholds {
  const z = askedZ(measure, decision);
  const isSigned = nature === 'signed';
  return {
    direction: measure.direction ?? decision.direction,
    deviation: isSigned ? null : measure.deviation === undefined ? decision.deviation : measure.deviation,
    z: isSigned && z === null ? fewWindows(Math.max(FEWEST_FOR_Z, windows)) : z,
    noise: decision.noise,
  };
}

function askedZ(measure: Measure, decision: VolumeDecision): number | null {
  return measure.z === undefined ? decision.z : measure.z;
}

function figures(
  value: number | null,
  expectation: Expectation | null,
  band: Band | null,
  { direction }: Thresholds,
  isPositive: boolean
): Omit<VolumeFigures, 'past' | 'asked'> {
  const { expected, spread } = expectation ?? { expected: null, spread: null };
  const difference = value === null || expected === null ? null : value - expected;
  const over = (size: number | null) => (difference === null || !size ? null : difference / size);
  return {
    value,
    expected,
    spread,
    ...edgesOf(band, direction, isPositive),
    deviation: over(expected === null ? null : Math.abs(expected)),
    z: over(spread),
  };
}

function edgesOf(band: Band | null, direction: Thresholds['direction'], isPositive: boolean) {
  if (band === null || !Number.isFinite(band.low) || !Number.isFinite(band.high)) {
    return { low: null, high: null };
  }
  return {
    low: direction === 'above' ? null : isPositive ? Math.max(0, band.low) : band.low,
    high: direction === 'below' ? null : band.high,
  };
}

function whyUndecided(
  { value, expected, past, asked, spread }: VolumeFigures,
  { deviation, z, noise }: Thresholds,
  chance: VolumeVerdict['chance']
): VolumeReason | null {
  // Fewer than half of the past windows are not the baseline that was asked for.
  if (past === 0 || 2 * past < asked) {
    return 'few_past';
  }
  if (value === null) {
    return 'no_value';
  }
  if (z !== null && past < FEWEST_FOR_Z) {
    return 'few_for_z';
  }
  if (z !== null && spread === 0 && deviation === null) {
    return 'no_spread';
  }
  return expected === 0 && value !== 0 && isShareAlone() ? 'nothing_expected' : null;

  /** A share of nothing is no threshold; a spread is one, and chance tells whether so many come where none did. */
  function isShareAlone(): boolean {
    return !(z !== null && spread) && !(chance !== null && noise > 0);
  }
}

function isWarning(
  value: number,
  expectation: Expectation,
  thresholds: Thresholds,
  { warnAt }: VolumeDecision
): boolean {
  const { direction, deviation, z } = thresholds;
  const lower = { ...thresholds, deviation: deviation && deviation * warnAt, z: z && z * warnAt };
  const { low, high } = bandOf(expectation, lower);
  return warnAt < 1 && scoreOf(value, expectation.expected, low, high, direction) >= 1;
}
