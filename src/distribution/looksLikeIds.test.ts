/** @jest-environment node */
import { profileColumn } from './ColumnProfile';
import { inferType } from './inferType';

const lines = (size: number) => Array.from({ length: size }, (_, i) => `ORD-${String(100000 + Math.floor(i / 2))}`);
const zips = Array.from({ length: 3000 }, (_, i) => `Z${10000 + ((i * 7919) % 700)}`);
const customers = Array.from({ length: 3000 }, (_, i) => 1_000_000 + 20 * i + ((i * 7) % 19));
const isId = (cells: ReadonlyArray<string | number>, name: string) => inferType(profileColumn(cells), name).identifier;

it.each([
  ['lines of orders, each order two times', lines(3000), 'order_id'],
  ['in order, whatever they are called', lines(3000), 'bestellung'],
  ['a growing sequence with gaps', customers, 'customer_id'],
  ['by humps', customers, 'customerId'],
])('%s are ids', (_, cells, name) => expect(isId(cells, name)).toBe(true));

it.each([
  ['amounts that all differ, sorted', customers, 'amount'],
  ['postal codes in no order', zips, 'zip'],
  ['a name that only ends so', customers, 'paid'],
  ['fifty stores', Array.from({ length: 3000 }, (_, i) => `store-${i % 50}`), 'store_id'],
])('%s are none', (_, cells, name) => expect(isId(cells, name)).toBe(false));

it('takes nothing for a sequence of which nobody looked at the order, as a store tells it', () => {
  const { looked: _, rising: __, ...told } = profileColumn(zips);
  expect(inferType({ ...told, distinct: 1000 }, 'zip').identifier).toBe(false);
});
