/** @jest-environment node */
import { categoriesFromValues } from '../../distribution/categoriesFromValues';
import { checkRange } from './checkRange';

const outside = (values: string[], allowed: string[]) => {
  const { checked } = checkRange({
    feature: 'x',
    type: 'categorical',
    segment: {},
    expect: { allowed },
    current: categoriesFromValues(values),
    baseline: null,
    past: [],
    identifier: false,
  });
  return checked.find(({ code }) => code === 'outside_set')?.facts.count;
};

it('compares allowed numbers as numbers, however many zeros they are written with', () => {
  expect(outside(['0.10', '1.00', '1.01', '10.00', '0.01', '+1', '1e1'], ['0.1', '1', '1.01', '10', '0.01'])).toBe(0);
  expect(outside(['0.10', '0.11'], ['0.1'])).toBe(1);
});

it('codes stay codes, and numbers that a double does not hold stay apart', () => {
  expect(outside(['007', '7'], ['7'])).toBe(1);
  expect(outside(['12345678901234567891'], ['12345678901234567890'])).toBe(1);
  expect(outside(['0.10'], ['0.1', 'n/a'])).toBe(1);
});
