import type { Categories } from '../../distribution/Distribution';
import { countsOf } from '../../distribution/valueCounts';
import { checkFormat } from './checkFormat';

function texts(counts: Readonly<Record<string, number>>): Categories {
  const byCategory = new Map(Object.entries(counts));
  const total = [...byCategory.values()].reduce((sum, count) => sum + count, 0);
  return { kind: 'categories', counts: countsOf(total), byCategory, rest: 0, guarantee: 'exact' };
}

const found = (baseline: Categories, current: Categories) =>
  checkFormat({
    ...{ feature: 'x', type: 'categorical', segment: {}, expect: {}, past: [], identifier: false },
    ...{ baseline, current },
  })
    .checked.filter(({ notable }) => notable)
    .map(({ code, facts }) => [code, facts.way ?? facts.example]);

const names = (count: number) => ({ Newark: count / 2, Boston: count / 2 });
/** Ten texts of a pattern each. */
const rare = (letter: string, mark: string) =>
  Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`${letter}${mark.repeat(i + 1)}`, 1]));

it.each<[string, Record<string, number>, Record<string, number>, unknown[]]>([
  ['in small letters', { UA: 90, DL: 10 }, { ua: 90, dl: 10 }, [['spelling_changed', 'capitals or small letters']]],
  ['with spaces', { UA: 90, DL: 10 }, { 'UA ': 60, DL: 40 }, [['spelling_changed', 'spaces around them']]],
  ['with dashes', { A1: 90, B2: 10 }, { 'A-1': 90, B2: 10 }, [['spelling_changed', 'punctuation or spaces']]],
  ['cut off', { Newark: 90, Boston: 10 }, { New: 90, Bos: 10 }, [['truncated', 'New']]],
  ['of another pattern', { A1: 90, B2: 10 }, { A1: 90, '2013-A': 10 }, [['format_changed', '2013-A']]],
  ['as before', { A1: 90, B2: 10 }, { A1: 10, B2: 90 }, []],
  // A few in a hundred are written like no other, and others are next time.
  ['of which each is rare', { ...names(90), ...rare('q', '.') }, { ...names(90), ...rare('z', ',') }, []],
  [
    'of which some are rare, and more of another pattern',
    { ...names(90), ...rare('q', '.') },
    { ...names(60), A1: 40 },
    [['format_changed', 'A1']],
  ],
  ['without leading zeros', { '05004': 20, '84500': 80 }, { '5004': 20, '84500': 80 }, [['zeros_lost', '5004']]],
  ['without zeros, unknown ones', { '05004': 20, '84500': 80 }, { '7030': 20, '84500': 80 }, [['zeros_lost', '7030']]],
  ['of no one width', { '007': 20, '0012': 20, '99': 60 }, { '7': 20, '12': 20, '99': 60 }, [['zeros_lost', '7']]],
  ['with their zeros', { '05004': 20, '84500': 80 }, { '05004': 15, '84500': 85 }, []],
  ['of which few had zeros, and are rare', { '05004': 20, '84500': 80 }, { '84500': 100 }, []],
  // Another number, and no other spelling of one.
  ['below nothing', { '0': 60, '1': 40 }, { '0': 60, '1': 36, '-1': 4 }, []],
])('says of texts %s what they are', (_, baseline, current, expected) => {
  expect(found(texts(baseline), texts(current))).toEqual(expected);
});
