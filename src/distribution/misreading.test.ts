/** @jest-environment node */
import { profileColumn } from './ColumnProfile';
import { inferType } from './inferType';
import { isWrittenWithComma } from './isWrittenWithComma';

const DAY = 86_400_000;
const repeat = (values: unknown[], times: number) => Array.from({ length: times }, () => values).flat();
const misreadingOf = (cells: unknown[]) => inferType(profileColumn(Object.freeze(cells) as unknown[])).misreading;

it.each(['12,5', '-0,25', '+3,0', '1.234,5', '1.234.567,89', '1,234', '12,345,678.9', ' 12,5 '])(
  '%j would be a number if a comma were allowed',
  (text) => expect(isWrittenWithComma(text)).toBe(true)
);

it.each(['12.5', '12', 'a,b', '1,2,3', '1,5 kg', ',5', '5,', '12.34,5', '', '1.234'])('%j would not', (text) =>
  expect(isWrittenWithComma(text)).toBe(false)
);

it.each([
  ['decimals after a comma, among whole numbers', repeat(['12,5', '13', '14,25'], 40), 'decimal_comma'],
  ['and one typing error in a hundred', [...repeat(['12,5', '13,1'], 50), 'oops'], 'decimal_comma'],
  ['decimals that all differ', Array.from({ length: 200 }, (_, i) => `${i},5`), 'decimal_comma'],
  ['points', repeat(['12.5', '13'], 40), undefined],
  ['points, and few commas, which are mistyped', [...repeat(['12.5', '13'], 40), '1,5'], undefined],
  ['texts, some of which look so', repeat(['12,5', 'late', 'on time'], 40), undefined],
  ['pairs of names', repeat(['a,b', 'c,d'], 40), undefined],
  ['dates', repeat(['13/02/2026', '14/02/2026', null], 40), 'date'],
  ['dates of which some are ISO', repeat(['13/02/2026', '2026-02-14'], 40), 'date'],
  ['ISO dates', repeat(['2026-02-13', '2026-02-14'], 40), undefined],
  ['versions', repeat(['1.10.11', '2024.1.3'], 40), undefined],
  ['milliseconds', [1.7e12, 1.7e12 + DAY, null, 1.7e12 + 3 * DAY], 'epoch_milliseconds'],
  ['days in milliseconds, which look like codes', repeat([1.7e12, 1.7e12 + DAY], 40), 'epoch_milliseconds'],
  ['amounts of which one is smaller', [1.7e12, 1.7e12 + DAY, 12], undefined],
  ['amounts with a fraction', [1.7e12, 1.7e12 + 0.5], undefined],
  ['seconds, which many an amount looks like', [1.7e9, 1.7e9 + 5], undefined],
  ['nothing', [null, null], undefined],
])('%s: %s', (_, cells, misreading) => expect(misreadingOf(cells)).toBe(misreading));

it('takes dates for times, however few they are', () => {
  expect(inferType(profileColumn(repeat(['13/02/2026', '14/02/2026'], 40)))).toMatchObject({
    identifier: true,
    unusable: true,
    example: '13/02/2026',
  });
});

it('keeps the type, and says in the evidence what it may be', () => {
  expect(inferType(profileColumn(repeat(['12,5', '13,5'], 40)))).toMatchObject({
    type: 'categorical',
    evidence: '2 different texts, which look like numbers with a decimal comma',
  });
});
