import { describeArrival, labelArrival } from './labelArrival';

const windows = (...shares: number[]) => shares.map((share) => ({ rows: 1000, labelled: 1000 * share }));

it('names labels that are overdue, by what usually came', () => {
  const arrival = labelArrival(windows(0.97, 0.98, 0.96, 0.3));
  expect(arrival).toMatchObject({ severity: 2, share: 0.3, usual: 0.97 });
  expect(describeArrival(arrival)).toBe('Labels are overdue: 30% of the predictions have a label, usually 97%.');
});

it('warns of fewer labels, and says nothing of as many as usual, however few', () => {
  expect(labelArrival(windows(0.97, 0.7)).severity).toBe(1);
  expect(labelArrival(windows(0.1, 0.11, 0.09)).severity).toBe(0);
});

it('takes no chance for a fault, and needs something to compare with', () => {
  const few = { rows: 40, labelled: 2 };
  expect(labelArrival([{ rows: 40, labelled: 4 }, { rows: 40, labelled: 5 }, few]).severity).toBe(0);
  expect(labelArrival(windows(0.97)).severity).toBeNull();
  expect(describeArrival(labelArrival([]))).toMatch(/^Too few windows/);
});
