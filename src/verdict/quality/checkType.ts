import type { Categories, Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { truthOf } from '../../distribution/truthOf';
import { parseNumber } from '../../distribution/parseNumber';
import { rateChange } from '../../statistics/quality/binomial';
import type { CheckOutcome, FeatureSides } from './Finding';
import { presentIn } from './shares';

/** From this share on the column holds something else, instead of a few values that are wrong. */
const MOSTLY = 0.9;
const LEAST_VALUES = 10;

/** Text where numbers belong, and columns whose values became another type. */
export function checkType(sides: FeatureSides): CheckOutcome {
  const { type, current, baseline, expect } = sides;
  if (presentIn(current) === 0) {
    return { checked: [], unchecked: 'there are no values' };
  }
  const declared = declaredOtherwise(sides);
  if (declared !== null) {
    return declared;
  }
  if (type === 'numeric') {
    return textInNumbers(sides);
  }
  if (type === 'boolean' && expect.type === 'boolean' && current.kind === 'categories') {
    return othersThanTruths(sides, current);
  }
  const changed =
    current.kind === 'categories' && baseline?.kind === 'categories'
      ? textOrNumbers(baseline, current, sides).checked
      : [];
  return { checked: [...changed, ...malformed(sides)] };
}

/** Numbers on one side and texts on the other, by what the formats themselves say: 5 and "5" of JSON. */
function declaredOtherwise({ current, baseline, minimumCount }: FeatureSides): CheckOutcome | null {
  const [before, now] = [baseline, current].map((side) =>
    side !== null && 'declared' in side ? side.declared : undefined
  );
  if (before === undefined || now === undefined || before === now || numberOfValues(current) < LEAST_VALUES) {
    return null;
  }
  const total = numberOfValues(current);
  const facts = { expected: before, found: now, share: 1, total, example: exampleOf(current, minimumCount) };
  return { checked: [{ check: 'type', code: 'type_changed', pValue: null, notable: true, severity: 2, facts }] };
}

/** Categories are whatever they hold, but what a store itself could not read as one of the field's type: those it counts. */
function malformed(sides: FeatureSides): CheckOutcome['checked'] {
  const { mistyped } = sides.current.counts;
  return mistyped > 0 ? textInNumbers(sides, mistyped).checked : [];
}

function textInNumbers(sides: FeatureSides, unreadable?: number): CheckOutcome {
  const { current, baseline, expect, minimumCount } = sides;
  const present = presentIn(current);
  const wrong = unreadable ?? (current.kind === 'categories' ? textsIn(current) : current.counts.mistyped);
  const share = Math.min(1, wrong / present);
  const before = baseline === null ? 0 : baseline.counts.mistyped / Math.max(1, presentIn(baseline));
  const example = unreadable === undefined ? exampleOf(current, minimumCount) : null;
  const facts = {
    count: wrong,
    total: present,
    share,
    share_baseline: before,
    expected: 'numbers',
    found: 'text',
    example,
  };
  if (share >= MOSTLY && before < 0.5 && present >= LEAST_VALUES) {
    return { checked: [{ check: 'type', code: 'type_changed', pValue: null, notable: true, severity: 2, facts }] };
  }
  const usual = before > 0 && baseline !== null && expect.type === undefined;
  const pValue = usual ? rateChange(baseline.counts.mistyped, presentIn(baseline), wrong, present) : null;
  const notable = wrong > 0 && share > (expect.tolerate ?? 0) && share > before;
  return { checked: [{ check: 'type', code: 'mistyped', pValue, notable, severity: 2, facts }] };
}

function textOrNumbers(baseline: Categories, current: Categories, { minimumCount }: FeatureSides): CheckOutcome {
  const before = numberShare(baseline);
  const now = numberShare(current);
  const toNumbers = before < 1 - MOSTLY && now > MOSTLY;
  const toText = before > MOSTLY && now < 1 - MOSTLY;
  const enough = Math.min(numberOfValues(baseline), numberOfValues(current)) >= LEAST_VALUES;
  const [expected, found] = toNumbers ? ['text', 'numbers'] : ['numbers', 'text'];
  const facts = {
    expected,
    found,
    share: toNumbers ? now : 1 - now,
    total: numberOfValues(current),
    example: exampleOf(current, minimumCount),
  };
  const notable = enough && (toNumbers || toText);
  return { checked: [{ check: 'type', code: 'type_changed', pValue: null, notable, severity: 2, facts }] };
}

/** Two values, whatever they are called, are a truth; of more only those that mean yes and no. */
function othersThanTruths({ expect, minimumCount = 0 }: FeatureSides, { byCategory, rest }: Categories): CheckOutcome {
  const present = [...byCategory].filter(([, count]) => count > 0);
  const others = present.filter(([text]) => !['true', 'false'].includes(truthOf(text)));
  const isPair = present.length <= 2 && rest === 0;
  const total = present.reduce((sum, [, count]) => sum + count, rest);
  const count = isPair ? 0 : others.reduce((sum, [, one]) => sum + one, rest);
  const example = others.find(([, one]) => one >= minimumCount)?.[0] ?? null;
  const facts = { count, total, share: count / total, expected: 'yes or no', found: 'other values', example };
  const notable = count / total > (expect.tolerate ?? 0);
  return { checked: [{ check: 'type', code: 'mistyped', pValue: null, notable, severity: 2, facts }] };
}

function numberShare(categories: Categories): number {
  const values = numberOfValues(categories);
  return values === 0 ? 0.5 : 1 - (textsIn(categories) + categories.rest) / values;
}

function textsIn({ byCategory }: Categories): number {
  let texts = 0;
  byCategory.forEach((count, category) => (texts += parseNumber(category) === 'mistyped' ? count : 0));
  return texts;
}

/** One of the texts, where the place tells them. */
function exampleOf(distribution: Distribution, minimumCount = 0): string | null {
  if (distribution.kind === 'samples') {
    return minimumCount > 1 ? null : (distribution.text ?? null);
  }
  const counts = distribution.kind === 'categories' ? [...distribution.byCategory] : [];
  return counts.find(([, count]) => count >= minimumCount)?.[0] ?? null;
}
