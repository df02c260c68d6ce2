import { performanceFrame, performanceRow } from '../../../tests/fixtures/panels/performanceFrame';
import { isTornPerformance, readPerformance } from './readPerformance';

const rows = [
  performanceRow(0, { segment: { origin: 'JFK', rows: 'few' }, value: 0.7, severity: 2, verdict: 'worse' }),
  performanceRow(1, {
    segment: { origin: 'EWR' },
    value: null,
    mature_at: 5,
    severity: null,
    verdict: 'labels_pending',
  }),
];
const details = [{ segment: { origin: 'JFK' }, window: null, confusion: { classes: ['a'], counts: [[3]] } }];
const frame = performanceFrame(rows, { segmentBy: ['origin', 'rows'], details });

test('reads what was written, a segment that is called like a column too', () => {
  const [table] = readPerformance([{ ...frame, refId: 'B' }]);
  expect(table.rows).toEqual(rows);
  expect(table).toMatchObject({ query: 'B', frame: 0, meta: { details, delays: null, segmentBy: ['origin', 'rows'] } });
});

test('segments are columns of texts where a transformation has taken the meta off', () => {
  const fields = frame.fields.map((field) => ({ ...field, type: field.kind }));
  const [table] = readPerformance([{ name: 'merged', fields }]);
  expect(table.rows.map(({ segment }) => segment)).toEqual(rows.map(({ segment }) => segment));
  expect(table.meta).toMatchObject({ details: [], delays: null, baseline: { kind: 'unknown' } });
});

test('other frames are passed over, and torn tables told', () => {
  const drift = { fields: ['time', 'feature', 'verdict', 'severity'].map((name) => ({ name, values: [] })) };
  expect(readPerformance([drift, frame])).toMatchObject([{ frame: 1 }]);
  expect(isTornPerformance(drift)).toBe(false);
  expect(isTornPerformance(frame)).toBe(false);
  const doubled = { fields: [...frame.fields, frame.fields[0]] };
  expect(readPerformance([doubled])).toEqual([]);
  expect(isTornPerformance(doubled)).toBe(true);
});
