import type { Categories } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { patternOf, textForms, wordCounts } from '../../statistics/quality/textShape';
import { onlyNow } from '../../statistics/quality/binomial';
import type { Checked, CheckOutcome, FeatureSides } from './Finding';

/** Share of the values that must be written anew before it is a change of format. */
const LEAST_SHARE = 0.01;
/** Of the values never seen before, the share that one explanation must fit. */
const EXPLAINED = 0.9;
const LEAST_VALUES = 30;
/** Words never seen may become more frequent by so much. */
const LEAST_WORDS = 0.1;

/** How texts are written: patterns and lengths that are allowed, and changes against the baseline's. */
export function checkFormat(sides: FeatureSides): CheckOutcome {
  const { type, current, baseline, expect } = sides;
  if (current.kind !== 'categories' || type === 'boolean' || type === 'numeric') {
    return { checked: [] };
  }
  const values = numberOfValues(current);
  if (values === 0) {
    return { checked: [], unchecked: 'there are no values' };
  }
  const checked = [...broken(current, expect, values)];
  if (baseline?.kind === 'categories' && numberOfValues(baseline) >= LEAST_VALUES && values >= LEAST_VALUES) {
    checked.push(...change(baseline, current));
    if (type === 'text') {
      checked.push(unknownWords(baseline, current));
    }
  }
  return { checked };
}

function broken({ byCategory }: Categories, expect: FeatureSides['expect'], values: number): Checked[] {
  const { pattern, minLength = 0, maxLength = Infinity, tolerate = 0 } = expect;
  const one = (
    code: 'pattern_broken' | 'length_outside',
    isRight: (text: string) => boolean,
    more: Checked['facts']
  ): Checked => {
    const wrong = [...byCategory].filter(([text]) => !isRight(text));
    const count = wrong.reduce((sum, [, size]) => sum + size, 0);
    const facts = { count, total: values, share: count / values, example: wrong[0]?.[0] ?? null, ...more };
    return { check: 'format', code, pValue: null, notable: count / values > tolerate, severity: 2, facts };
  };
  const whole = pattern === undefined ? null : new RegExp(`^(?:${pattern})$`, 'u');
  const limited = minLength > 0 || maxLength < Infinity;
  const fits = (text: string) => [...text].length >= minLength && [...text].length <= maxLength;
  return [
    ...(whole === null ? [] : [one('pattern_broken', (text) => whole.test(text), { pattern: pattern ?? null })]),
    ...(limited
      ? [one('length_outside', fits, { min: minLength, max: Number.isFinite(maxLength) ? maxLength : null })]
      : []),
  ];
}

/** Values that the baseline lacks, explained: cut off, spelt otherwise, or of patterns that it does not have either. */
function change(baseline: Categories, current: Categories): Checked[] {
  const [n, m] = [numberOfValues(baseline), numberOfValues(current)];
  const unseen = [...current.byCategory].filter(([text]) => !baseline.byCategory.has(text));
  const count = unseen.reduce((sum, [, size]) => sum + size, 0);
  const [before, now] = [textForms(baseline), textForms(current)];
  if (before === null || now === null) {
    return [];
  }
  const example = unseen.sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  const isMuch = count / m >= LEAST_SHARE && count >= 5;
  const facts = { count, total: m, share: count / m, example, longest_baseline: before.longest, longest: now.longest };
  const result = (code: Checked['code'], notable: boolean, more: Checked['facts'] = {}): Checked => {
    return { check: 'format', code, pValue: onlyNow(count, n, m), notable, severity: 2, facts: { ...facts, ...more } };
  };
  if (isMuch && isCutOff(baseline, unseen, count, before.longest, now.longest)) {
    return [result('truncated', true)];
  }
  const spelt = isMuch ? spelling(baseline, unseen, count) : null;
  if (spelt !== null) {
    return [result('spelling_changed', true, spelt)];
  }
  const strange = [...now.patterns].filter(([pattern]) => !before.patterns.has(pattern));
  const size = strange.reduce((sum, [, one]) => sum + one, 0);
  const usual = [...before.patterns].sort((a, b) => b[1] - a[1])[0][0];
  const pattern = strange.sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  const sample = [...current.byCategory.keys()].find((text) => patternOf(text) === pattern) ?? null;
  // Prose has as many patterns as texts: those say nothing.
  const isRegular = before.patterns.size <= Math.max(20, n / 20);
  const more = { pattern, pattern_baseline: usual, count: size, share: size / m, example: sample };
  return [{ ...result('format_changed', isRegular && size / m >= 5 * LEAST_SHARE, more), pValue: onlyNow(size, n, m) }];
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

function spelling(baseline: Categories, unseen: ReadonlyArray<readonly [string, number]>, count: number) {
  const ways: ReadonlyArray<readonly [string, (text: string) => string]> = [
    ['spaces around them', (text) => text.trim()],
    ['capitals or small letters', (text) => text.trim().toLowerCase()],
    ['punctuation or spaces', (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')],
  ];
  for (const [way, plain] of ways) {
    const known = new Map([...baseline.byCategory.keys()].map((text) => [plain(text), text]));
    const explained = unseen.reduce((sum, [text, size]) => sum + (known.has(plain(text)) ? size : 0), 0);
    if (explained >= EXPLAINED * count) {
      return { way, known: known.get(plain(unseen[0][0])) ?? null };
    }
  }
  return null;
}

/** Words that the baseline never had, against those of its own that it has only once: Good and Turing's estimate of new ones. */
function unknownWords(baseline: Categories, current: Categories): Checked {
  const [before, now] = [wordCounts(baseline), wordCounts(current)];
  const total = sum(now);
  const known = sum(before);
  const unknown = [...now].filter(([word]) => !before.has(word)).sort((a, b) => b[1] - a[1]);
  const count = unknown.reduce((all, [, size]) => all + size, 0);
  const once = [...before.values()].filter((size) => size === 1).length;
  const expected = known === 0 ? 0 : once / known;
  const share = total === 0 ? 0 : count / total;
  const grown = [...now].map(([word, size]) => ({ word, gain: size / total - (before.get(word) ?? 0) / known }));
  const byGain = grown.sort((a, b) => b.gain - a.gain).slice(0, 3);
  const shrunk = [...before]
    .map(([word, size]) => ({ word, loss: size / known - (now.get(word) ?? 0) / total }))
    .sort((a, b) => b.loss - a.loss)
    .slice(0, 3);
  return {
    check: 'format',
    code: 'words_unknown',
    pValue: null,
    notable: total >= LEAST_VALUES && share - expected >= LEAST_WORDS,
    severity: 1,
    facts: {
      count,
      total,
      share,
      share_expected: expected,
      examples: unknown
        .slice(0, 3)
        .map(([word]) => word)
        .join(', '),
      grown: byGain.map(({ word }) => word).join(', '),
      shrunk: shrunk.map(({ word }) => word).join(', '),
    },
  };
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((all, one) => all + one, 0);
}
