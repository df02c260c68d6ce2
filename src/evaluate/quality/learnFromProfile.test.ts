import { parseProfile } from '../../baseline/profile/readProfile';
import { learnFromProfile } from './learnFromProfile';

const counts = { total: 100, missing: 2, nan: 0, positiveInfinity: 0, negativeInfinity: 0, mistyped: 0 };
const column = { identifier: false, evidence: '' } as const;
const lengths = {
  kind: 'histogram',
  counts,
  edges: [3, 13],
  bins: [98],
  minimum: 3,
  maximum: 12,
  guarantee: 'exact',
} as const;

const PROFILE = {
  modelwatch_profile: 1,
  created: '2026-11-26T00:00:00Z',
  version: '0.0.0',
  source: { name: 'train.csv' },
  rows: 100,
  labels: {},
  minimum_count: 0,
  columns: [
    { ...column, name: 'miles', type: 'numeric', distribution: { ...lengths, closed: 'left' } },
    { ...column, name: 'note', type: 'text', distribution: { ...lengths, closed: 'left' } },
    {
      ...column,
      name: 'class',
      type: 'categorical',
      distribution: {
        kind: 'categories',
        counts,
        categories: [
          ['late', 60],
          ['on time', 38],
        ],
        rest: 0,
        guarantee: 'exact',
      },
    },
    { ...column, name: 'id', type: 'categorical', identifier: true, counts },
    { ...column, name: 'time', type: 'time' },
    { ...column, name: 'key', type: 'categorical', identifier: true },
  ],
};

it('learns from what a profile keeps, and nothing of times nor of what was only named', () => {
  expect(learnFromProfile(parseProfile(JSON.stringify(PROFILE), 'train'), 0)).toEqual({
    miles: { type: 'numeric', min: 3, max: 12, maxMissingRate: expect.closeTo(0.062, 3) },
    // Numbers of a text are its lengths.
    note: { type: 'text', minLength: 3, maxLength: 12, maxMissingRate: expect.closeTo(0.062, 3) },
    class: { type: 'categorical', allowed: ['late', 'on time'], maxMissingRate: expect.closeTo(0.062, 3) },
    id: { type: 'categorical', unique: true, maxMissingRate: expect.closeTo(0.062, 3) },
  });
});
