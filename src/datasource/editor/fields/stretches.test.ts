import { parseStretches, writeStretches } from './stretches';

test('stretches that are left out are one line of text', () => {
  const stretches = [
    { from: '2013-12-24', to: '2013-12-27' },
    { from: 'now-9d', to: 'now-8d' },
    { calendar: 'DE-BY' },
    { tag: 'sale' },
  ];
  expect(parseStretches(writeStretches(stretches))).toEqual(stretches);
  expect(parseStretches(' ')).toBeUndefined();
  expect(parseStretches('2013-12-24')).toEqual([{ from: '2013-12-24', to: '' }]);
});
