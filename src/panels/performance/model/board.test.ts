import { performanceFrame, performanceRow, START, WINDOW } from '../../../../tests/fixtures/panels/performanceFrame';
import { timeFormatter } from '../../shared/timeWords';
import { boardLayout } from './boardLayout';
import { buildBoard } from './buildBoard';
import { bandPath, hasLine, middleLine, stepLine, valueRange } from './chartLines';
import { largestConfusions } from './confusions';
import { ageInWords } from './ageWords';
import { describeBoard } from './describeBoard';
import { describePoint } from './describePoint';
import { detailsOf } from './detailsOf';
import { formatChange, formatInterval, formatMetric } from './formatMetric';
import { limitOf } from './limitOf';
import type { PerformanceBoard } from './PerformanceBoard';

const WORSE = { value: 0.7, verdict: 'worse', severity: 2 } as const;
const PENDING = { verdict: 'labels_pending', severity: null, mature_at: START + 6 * WINDOW } as const;
const formatTime = timeFormatter([START], 'utc');

function boardOf(...rows: Array<ReturnType<typeof performanceRow>>): PerformanceBoard {
  const board = buildBoard([performanceFrame(rows, { segmentBy: ['origin'] })]);
  if (board === null) {
    throw new Error('There is no row.');
  }
  return board;
}

describe('a board', () => {
  test('has a track for each metric and segment, worse ones first, then those that may raise an alarm', () => {
    const board = boardOf(
      performanceRow(0, { metric: 'precision', gates: false }),
      performanceRow(0, { metric: 'f1' }),
      performanceRow(0, { segment: { origin: 'JFK' } }),
      performanceRow(1, { segment: { origin: 'JFK' }, ...WORSE })
    );
    expect(board.tracks.map(({ name, where }) => [name, where])).toEqual([
      ['ROC AUC', 'origin JFK'],
      ['F1', ''],
      ['Precision', ''],
    ]);
    expect(board).toMatchObject({ from: START, to: START + 2 * WINDOW });
  });

  test('says what is worse, since when, and until when labels are pending', () => {
    const board = boardOf(
      performanceRow(0),
      performanceRow(1, WORSE),
      performanceRow(2, WORSE),
      performanceRow(3, { ...PENDING, value: 0.9 })
    );
    expect(board.tracks[0]).toMatchObject({ since: START + WINDOW, pending: 1 });
    expect(describeBoard(board, formatTime)).toBe(
      '1 of 1 metric worse: ROC AUC 0.810 → 0.700, since 15 Jun; labels pending until 24 Aug'
    );
  });

  test('a metric that may raise no alarm is not counted', () => {
    const board = boardOf(performanceRow(0), performanceRow(0, { metric: 'mcc', gates: false, severity: null }));
    expect(describeBoard(board, formatTime)).toBe('0 of 1 metric worse');
  });

  test('a missed objective is named where there is no baseline', () => {
    const board = boardOf(performanceRow(0, { ...WORSE, baseline: null, gates: false, objective: 0.75 }));
    expect(describeBoard(board, formatTime)).toBe('1 of 1 metric worse: ROC AUC 0.700 (objective 0.750), since 1 Jun');
  });

  test('without a verdict it says why', () => {
    const board = boardOf(performanceRow(0, PENDING));
    expect(board.tracks[0]).toMatchObject({ since: null, pending: 1 });
    expect(describeBoard(board, formatTime)).toBe('No verdict: labels pending until 24 Aug');
  });

  test('notes where labels contradict the scores', () => {
    const gap = {
      gap: -0.06,
      low: -0.09,
      high: -0.03,
      pValue: 0.001,
      pAdjusted: 0.001,
      rows: 900,
      from: null,
      to: null,
    };
    const conceptDrift = [
      { ...gap, segment: { origin: 'JFK' }, severity: 2 as const },
      { ...gap, segment: { origin: 'EWR' }, severity: 0 as const },
    ];
    const board = buildBoard([performanceFrame([performanceRow(0)], { conceptDrift })]);
    expect(board?.notes).toEqual([
      expect.stringMatching(/^origin JFK: Concept drift: accuracy is 6.0 percentage points below/),
    ]);
  });

  test('has the details of the segment and the query of a track', () => {
    const confusion = { classes: ['a', 'b'], counts: [[3, 1], [0, 2]] }; // prettier-ignore
    const rows = [performanceRow(0, { segment: { origin: 'JFK' } }), performanceRow(0, { segment: { origin: 'EWR' } })];
    const details = [{ segment: { origin: 'JFK' }, window: null, confusion }];
    const delays = { ages: [1], shares: [1], deadline: null };
    const board = buildBoard([{ ...performanceFrame(rows, { segmentBy: ['origin'], details, delays }), refId: 'A' }]);
    const [first, second] = board?.tracks ?? [];
    expect(detailsOf(board!, first, ['confusion'])).toMatchObject({ confusion, delays: undefined, count: 1 });
    expect(detailsOf(board!, second, ['confusion', 'delays'])).toMatchObject({ delays, count: 1 });
    expect(largestConfusions(confusion, 5)).toEqual([{ actual: 'a', predicted: 'b', count: 1, share: 0.25 }]);
  });
});

describe('lines', () => {
  const { tracks } = boardOf(
    performanceRow(0),
    performanceRow(1),
    performanceRow(3),
    performanceRow(4, { ...PENDING, value: 0.82 })
  );
  const [{ points }] = tracks;
  const scales = { x: (value: number) => 100 * value, y: (value: number) => 1000 * value };

  test('break where a window is missing', () => {
    expect(middleLine(points, ({ row }) => row.value, scales)).toBe('M10 800L30 800M70 800L90 820');
    expect(bandPath(points, scales)).toBe('M10 810L30 810L30 790L10 790Z');
    expect(stepLine(points, ({ row }) => row.baseline, scales)).toBe('M0 810H20L20 810H40M60 810H80L80 810H100');
  });

  test('that have no value are none', () => {
    expect(hasLine(points, 'pending')).toBe(true);
    expect(hasLine(points, 'estimate')).toBe(false);
    expect(hasLine(points, 'limit')).toBe(true);
  });

  test('a wide interval does not flatten the axis, which stays within 0 and 1', () => {
    const [low, high] = valueRange(boardOf(performanceRow(0, { low: 0.01, high: 0.99 })).tracks[0].points);
    expect(low).toBeGreaterThan(0.5);
    expect(high).toBeLessThanOrEqual(1);
    expect(valueRange(boardOf(performanceRow(0, { value: null, baseline: null })).tracks[0].points)).toEqual([0, 1]);
  });
});

describe('words', () => {
  test.each([
    [0.8, '0.800'],
    [-0.05, '−0.050'],
    [0.00012, '1.2e-4'],
    [872.4, '872'],
    [0, '0.000'],
  ])('formatMetric(%p) is %s', (value, text) => expect(formatMetric(value)).toBe(text));

  test.each([
    ['roc_auc', 0.067, '−0.067'],
    ['roc_auc', -0.01, '+0.010'],
    ['roc_auc', 0, '0.000'],
    ['log_loss', 0.123, '+12%'],
    ['log_loss', -0.043, '−4.3%'],
    ['calibration_error', 0.02, '+0.020'],
    ['bias', 0.12, '0.12 SD'],
  ])('a drop of %s by %p is %s', (metric, drop, text) => expect(formatChange(metric, drop)).toBe(text));

  test('from where on a drop matters', () => {
    expect(limitOf(performanceRow(0))).toBeCloseTo(0.76);
    expect(limitOf(performanceRow(0, { metric: 'mae', baseline: 10, threshold: 0.1 }))).toBeCloseTo(11);
    expect(limitOf(performanceRow(0, { metric: 'calibration_error', baseline: 0.03, threshold: 0.02 }))).toBeCloseTo(
      0.05
    );
    expect(limitOf(performanceRow(0, { threshold: null }))).toBeNull();
  });

  test('of a window', () => {
    const [point] = boardOf(performanceRow(0, { ...PENDING, estimated: 0.79, share_labelled: 0.4 })).tracks[0].points;
    expect(describePoint(point, '1 Jun – 15 Jun', formatTime)).toBe(
      '1 Jun – 15 Jun: 0.800, 95% interval 0.790 to 0.810, labels pending. Estimate 0.790. 40% of 1,200 rows labeled; labels pending until 24 Aug.'
    );
    expect(formatInterval(null, 1)).toBe('');
    expect(ageInWords(2.5 * 86_400_000)).toBe('2.5 d');
    expect(ageInWords(90_000)).toBe('90 s');
  });
});

test('details stand beside the metrics where there is room, else below', () => {
  const board = boardOf(performanceRow(0));
  const of = (width: number) => boardLayout(board, { width, height: 600, main: ['chart', 'table'], details: 3 });
  expect(of(1400)).toMatchObject({ isBeside: true, isNarrow: false });
  expect(of(800)).toMatchObject({ isBeside: false, mainWidth: 788, detailWidth: 384 });
  expect(of(400)).toMatchObject({ isBeside: false, isNarrow: true, detailWidth: 388 });
});
