import type { Categories } from '../../distribution/Distribution';
import { plainText } from '../../distribution/cell/plainText';
import { patternOf, type TextForms, textForms } from '../../distribution/textForms';
import { textLength } from '../../distribution/textLength';
import { parseNumber } from '../../distribution/parseNumber';
import { numberOfValues } from '../../distribution/numberOfValues';
import { onlyNow, rateChange } from '../../statistics/quality/binomial';
import { checkWords } from './checkWords';
import { checkZeros } from './checkZeros';
import type { Checked, CheckOutcome, FeatureSides } from './Finding';

/** Share of the values that must be written anew before it is a change of format. */
const LEAST_SHARE = 0.01;
/** Of the values never seen before, the share that one explanation must fit. */
const EXPLAINED = 0.9;
const LEAST_VALUES = 30;

/** How texts are written: patterns and lengths that are allowed, and changes against the baseline's. */
export function checkFormat(sides: FeatureSides): CheckOutcome {
  const { type, current, baseline, minimumCount = 0 } = sides;
  if (current.kind !== 'categories' || type === 'boolean' || type === 'numeric') {
    return { checked: [] };
  }
  const values = numberOfValues(current);
  if (values === 0) {
    return { checked: [], unchecked: 'there are no values' };
  }
  const checked = [...broken(current, sides, values)];
  if (baseline?.kind === 'categories' && numberOfValues(baseline) >= LEAST_VALUES && values >= LEAST_VALUES) {
    checked.push(...change(baseline, current, minimumCount));
    if (type === 'text') {
      checked.push(...checkWords(baseline, current, minimumCount));
    }
  }
  return { checked };
}

function broken(
  { byCategory }: Categories,
  { expect, minimumCount = 0 }: Pick<FeatureSides, 'expect' | 'minimumCount'>,
  values: number
): Checked[] {
  const { pattern, minLength = 0, maxLength = Infinity, tolerate = 0 } = expect;
  const one = (
    code: 'pattern_broken' | 'length_outside',
    isRight: (text: string) => boolean,
    more: Checked['facts']
  ): Checked => {
    const wrong = [...byCategory].filter(([text]) => !isRight(text));
    const count = wrong.reduce((sum, [, size]) => sum + size, 0);
    const facts = { count, total: values, share: count / values, example: exampleOf(wrong, minimumCount), ...more };
    return { check: 'format', code, pValue: null, notable: count / values > tolerate, severity: 2, facts };
  };
  const whole = pattern === undefined ? null : new RegExp(`^(?:${pattern})$`, 'u');
  const limited = minLength > 0 || maxLength < Infinity;
  const fits = (text: string) => textLength(text) >= minLength && textLength(text) <= maxLength;
  return [
    ...(whole === null ? [] : [one('pattern_broken', (text) => whole.test(text), { pattern: pattern ?? null })]),
    ...(limited
      ? [one('length_outside', fits, { min: minLength, max: Number.isFinite(maxLength) ? maxLength : null })]
      : []),
  ];
}

/** Values that the baseline lacks, explained: cut off, spelt otherwise, or of patterns that it does not have either. */
function change(baseline: Categories, current: Categories, minimumCount: number): Checked[] {
  const [n, m] = [numberOfValues(baseline), numberOfValues(current)];
  // Of texts that are kept as their forms alone nobody knows which were there.
  const isListed = baseline.text === undefined;
  const [wasWritten, isWritten] = writtenOf(baseline, current);
  const unseen = isListed ? [...isWritten].filter(([text]) => !wasWritten.has(text)) : [];
  const count = unseen.reduce((sum, [, size]) => sum + size, 0);
  const [before, now] = [textForms(baseline), textForms(current)];
  if (before === null || now === null) {
    return [];
  }
  const example = exampleOf(
    unseen.sort((a, b) => b[1] - a[1]),
    minimumCount
  );
  const isMuch = count / m >= LEAST_SHARE && count >= 5;
  const facts = { count, total: m, share: count / m, example, longest_baseline: before.longest, longest: now.longest };
  const result = (code: Checked['code'], notable: boolean, more: Checked['facts'] = {}): Checked => {
    return { check: 'format', code, pValue: onlyNow(count, n, m), notable, severity: 2, facts: { ...facts, ...more } };
  };
  const zeros = isListed ? checkZeros(baseline, current, { n, m, minimumCount }) : null;
  if (zeros !== null) {
    return [zeros];
  }
  if (isMuch && isCutOff(baseline, unseen, count, before.longest, now.longest)) {
    return [result('truncated', true)];
  }
  const spelt = isMuch ? spelling(wasWritten, unseen, count, minimumCount) : null;
  if (spelt !== null) {
    const { severity, ...how } = spelt;
    return [{ ...result('spelling_changed', true, how), severity }];
  }
  return [otherPatterns({ baseline, before }, { current, now }, { facts, minimumCount })];
}

/**
 * Patterns that the baseline lacks, against what is to be expected of them: Good and Turing's estimate, the share of its
 * values that no other value is written like, or else that of those whose patterns were not kept.
 */
function otherPatterns(
  { baseline, before }: { readonly baseline: Categories; readonly before: TextForms },
  { current, now }: { readonly current: Categories; readonly now: TextForms },
  { facts, minimumCount }: { readonly facts: Checked['facts']; readonly minimumCount: number }
): Checked {
  const [n, m] = [numberOfValues(baseline), numberOfValues(current)];
  const strange = [...now.patterns].filter(([pattern]) => !before.patterns.has(pattern)).sort((a, b) => b[1] - a[1]);
  const size = strange.reduce((sum, [, one]) => sum + one, 0);
  const counts = [...before.patterns.values()];
  const alone = counts.filter((one) => one === 1).length;
  const unlisted = before.values - counts.reduce((sum, one) => sum + one, 0);
  const rare = Math.min(n, Math.max(alone, unlisted));
  const usual = [...before.patterns].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  const pattern = exampleOf(strange, minimumCount);
  const example = exampleOf(
    [...current.byCategory].filter(([text]) => patternOf(text) === pattern),
    minimumCount
  );
  // Prose has as many patterns as texts: those say nothing.
  const isRegular = before.patterns.size > 0 && before.patterns.size <= Math.max(20, n / 20);
  return {
    check: 'format',
    code: 'format_changed',
    pValue: rare === 0 ? onlyNow(size, n, m) : rateChange(rare, n, size, m),
    notable: isRegular && size / m - rare / n >= 5 * LEAST_SHARE,
    severity: 2,
    facts: { ...facts, pattern, pattern_baseline: usual, count: size, share: size / m, example },
  };
}

/** The first that was seen often enough to be named. */
function exampleOf(texts: ReadonlyArray<readonly [string, number]>, minimumCount: number): string | null {
  return texts.find(([, size]) => size >= minimumCount)?.[0] ?? null;
}

/** Whether nearly all unseen values are beginnings of known ones, as where a field became too short. */
function isCutOff(
  baseline: Categories,
  unseen: ReadonlyArray<readonly [string, number]>,
  count: number,
  longestBefore: number,
  longestNow: number
): boolean {
  if (longestNow >= longestBefore) {
    return false;
  }
  const beginnings = new Set([...baseline.byCategory.keys()].map((text) => [...text].slice(0, longestNow).join('')));
  const cut = unseen.reduce((sum, [text, size]) => sum + (beginnings.has(text) ? size : 0), 0);
  return cut >= EXPLAINED * count;
}

/** What all other checks take for the same. */
const PLAINLY = 'Unicode form, or zeros behind a decimal point';

/** The texts as they are written, before their spellings were put together; numbers are written in one way only. */
function writtenOf(
  baseline: Categories,
  current: Categories
): [ReadonlyMap<string, number>, ReadonlyMap<string, number>] {
  const isWritten = baseline.declared !== 'numbers' && current.declared !== 'numbers';
  const [before, now] = [baseline, current].map(({ written, byCategory }) =>
    isWritten ? (written ?? byCategory) : byCategory
  );
  return [before, now];
}

/** Numbers are not compared without their signs and points: -1 is no way to write 1. */
function spelling(
  baseline: ReadonlyMap<string, number>,
  unseen: ReadonlyArray<readonly [string, number]>,
  count: number,
  minimumCount: number
) {
  const ways: ReadonlyArray<readonly [string, (text: string) => string]> = [
    ['spaces around them', (text) => text.trim()],
    [PLAINLY, plainText],
    ['capitals or small letters', (text) => text.trim().toLowerCase()],
    ['punctuation or spaces', withoutPunctuation],
  ];
  for (const [way, plain] of ways) {
    const known = new Map([...baseline.keys()].map((text) => [plain(text), text]));
    const explained = unseen.reduce((sum, [text, size]) => sum + (known.has(plain(text)) ? size : 0), 0);
    if (explained >= EXPLAINED * count) {
      const [text] = unseen.find(([, size]) => size >= minimumCount) ?? [];
      const was = text === undefined ? undefined : known.get(plain(text));
      const isShown = was !== undefined && (baseline.get(was) ?? 0) >= minimumCount;
      return { way, known: isShown ? was : null, severity: way === PLAINLY ? (1 as const) : (2 as const) };
    }
  }
  return null;
}

function withoutPunctuation(text: string): string {
  const isText = parseNumber(text) === 'mistyped';
  return isText ? text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') : text;
}
