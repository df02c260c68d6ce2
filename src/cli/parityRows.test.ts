/** @jest-environment node */
import { joinByKey } from './parityRows';

const cells = (id: ReadonlyArray<number | string | null>) => new Map([['id', id]]);

test('rows without a key are left out, and counted', () => {
  const { keys, notes } = joinByKey(cells([1, NaN, 2, NaN, 3]), cells([null, 3, 1, null, null]), 'id');
  expect(keys).toEqual(['1', '3']);
  expect(notes).toEqual([
    '2 rows of the training side have no "id" and are left out.',
    '3 rows of the serving side have no "id" and are left out.',
    '1 rows are only on the training side.',
  ]);
});

test('keys are exact', () => {
  const { keys } = joinByKey(cells(['9007199254740992', '9007199254740993']), cells(['9007199254740993', '007']), 'id');
  expect(keys).toEqual(['9007199254740993']);
  expect(() => joinByKey(cells([1, 1]), cells([1]), 'id')).toThrow('the training side has "1" twice in "id"');
});
