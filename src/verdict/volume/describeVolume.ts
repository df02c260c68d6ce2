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
      return `As expected: ${compared(verdict)}.`;
    case 'within_noise':
      return `${whatIsOff(verdict)} ${CHANCE[verdict.chance ?? 'spread']} ${bandInWords(verdict)}`;
    case 'no_value':
      return `There are no data in this window, which is not the same as 0; expected were ${number(verdict.expected)} (${pastInWords(verdict)}).`;
    case 'few_past':
      return `Only ${past} of ${asked} past ${asked === 1 ? 'window has' : 'windows have'} data, too few to tell what to expect${value === null ? '' : ` (now ${number(value)})`}.`;
    case 'few_for_z':
      return verdict.isSigned
        ? `The past windows and this one have both signs, or lie around 0, so that a deviation in percent says nothing; a z-score needs at least ${FEWEST_FOR_Z} past windows, and there ${past === 1 ? 'is' : 'are'} ${past}: take more periods (now ${number(value)}, ${number(verdict.expected)} expected).`
        : `A z-score needs at least ${FEWEST_FOR_Z} past windows, and there ${past === 1 ? 'is' : 'are'} ${past}: take more periods, or judge by the deviation alone.`;
    case 'no_spread':
      return `The past windows are all ${number(verdict.expected)}, so that a z-score does not exist (now ${number(value)}): judge by the deviation.`;
    case 'nothing_expected':
      return `Expected was 0 (${pastInWords(verdict)}), of which no deviation in percent exists; now ${number(value)}.`;
  }
}

const CHANCE: Readonly<Record<NonNullable<VolumeVerdict['chance']>, string>> = {
  count: 'Counts this small differ by as much by chance.',
  share: 'Shares of so few calls differ by as much by chance.',
  calls: 'Figures of so few calls differ by as much by chance.',
  spread: 'The past windows differ by as much from each other.',
};

/** One to three past windows tell no spread. */
function withoutAllowance({ chance, z, past }: VolumeVerdict): string {
  return chance !== null || z !== null || past >= FEWEST_FOR_Z
    ? ''
    : ` Chance isn't allowed for: name the number of calls ("of"), or take ${FEWEST_FOR_Z} past windows.`;
}

function whatIsOff(verdict: VolumeVerdict): string {
  const { value, expected, deviation } = verdict;
  const way = (value ?? 0) < (expected ?? 0) ? 'below' : 'above';
  const by = verdict.isSigned
    ? `${number(value)} is ${way} what is expected`
    : deviation === null
      ? `${number(value)} where nothing was expected`
      : `${percent(deviation)} ${way} the expected value`;
  return `${capital(by)}: ${compared(verdict)}.`;
}

function compared(verdict: VolumeVerdict): string {
  const z = verdict.z === null ? '' : `, z ${number(verdict.z)}`;
  return `${number(verdict.value)} now, ${number(verdict.expected)} expected (${pastInWords(verdict)})${z}`;
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
    return `Accepted is ${number(low)} to ${number(high)}.`;
  }
  return low !== null ? `Accepted is ${number(low)} and above.` : `Accepted is up to ${number(high)}.`;
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}

function percent(share: number): string {
  const size = 100 * Math.abs(share);
  return `${size >= 10 ? grouped(size, 0) : Number(size.toPrecision(2))} %`;
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
