import { FEWEST_FOR_Z } from './Allowance';
import type { VolumeReason, VolumeVerdict } from './VolumeVerdict';

/** The verdict in a sentence, with the numbers behind it. */
export function describeVolume(verdict: VolumeVerdict): string {
  const { undecided, reason } = verdict;
  return reason === 'undecided' ? `No verdict: ${undecided}` : reasonInWords(verdict, reason);
}

function reasonInWords(verdict: VolumeVerdict, reason: Exclude<VolumeReason, 'undecided'>): string {
  const { value, past, asked } = verdict;
  switch (reason) {
    case 'off':
      return `${whatIsOff(verdict)} ${bandInWords(verdict)}${withoutAllowance(verdict)}`;
    case 'within':
      return `In range: ${compared(verdict)}.`;
    case 'within_noise':
      return `${whatIsOff(verdict)} ${CHANCE[verdict.chance ?? 'spread']} ${bandInWords(verdict)}`;
    case 'no_value':
      return `No data in this window (${number(verdict.expected)} expected, ${pastInWords(verdict)}). No data is not the same as 0.`;
    case 'few_past':
      return `Not enough history: ${past} of ${asked} past ${asked === 1 ? 'window has' : 'windows have'} data${value === null ? '' : ` (current value ${number(value)})`}.`;
    case 'few_for_z':
      return verdict.isSigned
        ? `The values have both signs or lie around 0, so a percentage has no meaning. ${zNeedsMore(past)} Use more periods. The current value is ${number(value)}, the expected value ${number(verdict.expected)}.`
        : `${zNeedsMore(past)} Use more periods, or the deviation alone.`;
    case 'no_spread':
      return `All past windows have the value ${number(verdict.expected)}, so there is no z-score (current value ${number(value)}). Use the deviation.`;
    case 'nothing_expected':
      return `The expected value is 0 (${pastInWords(verdict)}), so there is no deviation in percent. The current value is ${number(value)}.`;
  }
}

const CHANCE: Readonly<Record<NonNullable<VolumeVerdict['chance']>, string>> = {
  count: 'Counts this small vary this much by chance.',
  share: 'Shares of so few calls vary this much by chance.',
  calls: 'Measures of so few calls vary this much by chance.',
  spread: 'The past windows vary this much.',
};

function zNeedsMore(past: number): string {
  return `A z-score needs at least ${FEWEST_FOR_Z} past windows, and there ${past === 1 ? 'is' : 'are'} ${past}.`;
}

/** One to three past windows tell no spread. */
function withoutAllowance({ chance, z, past }: VolumeVerdict): string {
  return chance !== null || z !== null || past >= FEWEST_FOR_Z
    ? ''
    : ` Chance is not taken into account: set the number of calls ("of"), or use ${FEWEST_FOR_Z} past windows.`;
}

function whatIsOff(verdict: VolumeVerdict): string {
  const { value, expected, deviation } = verdict;
  const way = (value ?? 0) < (expected ?? 0) ? 'below' : 'above';
  const by = verdict.isSigned || deviation === null ? capital(way) : `${percent(deviation)} ${way}`;
  return `${by} expected: ${compared(verdict)}.`;
}

function compared(verdict: VolumeVerdict): string {
  const z = verdict.z === null ? '' : `, z ${number(verdict.z)}`;
  return `${number(verdict.value)} vs. ${number(verdict.expected)} expected (${pastInWords(verdict)})${z}`;
}

function pastInWords({ past, asked, chance }: VolumeVerdict): string {
  if (chance === 'share' && past > 1) {
    return `the share of ${past === asked ? past : `the ${past} of ${asked}`} past windows${past === asked ? '' : ' that have data'}`;
  }
  if (past === 1 && asked === 1) {
    return 'the past window';
  }
  return past === asked
    ? `median of ${past} past windows`
    : `median of the ${past} of ${asked} past windows that have data`;
}

function bandInWords({ low, high }: VolumeVerdict): string {
  if (low !== null && high !== null) {
    return `Expected range: ${number(low)} to ${number(high)}.`;
  }
  return low !== null ? `Expected range: ${number(low)} or more.` : `Expected range: up to ${number(high)}.`;
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}

function percent(share: number): string {
  const size = 100 * Math.abs(share);
  return `${size >= 10 ? grouped(size, 0) : Number(size.toPrecision(2))}%`;
}

/** Three significant digits, whole numbers up to a million in full. */
function number(value: number | null): string {
  if (value === null) {
    return 'unknown';
  }
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e9)) {
    return value.toExponential(1);
  }
  return size >= 100 ? grouped(value, 0) : String(Number(value.toPrecision(3)));
}

function grouped(value: number, digits: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}
