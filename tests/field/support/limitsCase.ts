import { DAY, type FieldCase, START, twentyDays } from './FieldCase';
import { findingsOf } from './read';

/**
 * Values at the limits, 0.7 and 0.1, which no float holds: 0.7 is kept as 0.69999999. All of them are allowed.
 * `types`: mappings of numbers by what their fields' names begin with.
 */
export function limitsCase(
  index: string,
  types: Readonly<Record<string, object>>,
  only?: FieldCase['only']
): FieldCase {
  const names = Object.keys(types);
  const features = names.flatMap((name) => [
    { name: `${name}_low`, type: 'numeric', expect: { min: 0.7 } },
    { name: `${name}_high`, type: 'numeric', expect: { max: 0.1 } },
    { name: `${name}_cent`, type: 'numeric', expect: { min: 0.29, max: 0.57 } },
    { name: `${name}_grade`, type: 'categorical', expect: { allowed: ['0.1', '0.29', '0.57'] } },
  ]);
  return {
    ...(only !== undefined && { only }),
    reports: 'elastic/elasticsearch#77033, #65283, #30529, opensearch-project/OpenSearch#14966',
    async make(store) {
      const kinds = Object.entries(types).flatMap(([name, type]) =>
        ['low', 'high', 'cent', 'grade'].map((what) => [`${name}_${what}`, type] as const)
      );
      const documents = twentyDays((i) => ({
        ...Object.fromEntries(
          names.flatMap((name) => [
            [`${name}_low`, [0.7, 0.8, 0.9][i % 3]],
            [`${name}_high`, [0.1, 0.05, 0.02][i % 3]],
            [`${name}_cent`, [0.29, 0.3, 0.57][i % 3]],
            [`${name}_grade`, [0.1, 0.29, 0.57][i % 3]],
          ])
        ),
      }));
      await store.index(index, { at: { type: 'date' }, ...Object.fromEntries(kinds) }, documents);
    },
    asks: [
      {
        what: 'finds nothing: each value as it was written is allowed',
        query: {
          kind: 'quality',
          checks: ['range', 'categories'],
          current: { index: index, timeField: 'at', features },
        },
        right: (answer) => expect(Object.values(findingsOf(answer)).flat()).toEqual([]),
      },
      {
        what: 'finds the values beyond a limit, by its own precision',
        query: {
          kind: 'quality',
          checks: ['range'],
          current: {
            index: index,
            timeField: 'at',
            features: names.map((name) => ({
              name: `${name}_cent`,
              type: 'numeric',
              expect: { min: 0.3 },
            })),
          },
        },
        range: { from: START, to: START + 20 * DAY },
        right: (answer) =>
          expect(findingsOf(answer)).toEqual(
            Object.fromEntries(names.map((name) => [`${name}_cent`, ['outside_range']]))
          ),
      },
    ],
  };
}
