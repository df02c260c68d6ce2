import { noticeText } from '../../sources/Notice';
import { findingNotices } from './findingNotices';
import { selectiveNotices } from './selectiveNotices';

it('says what is odd about rows and labels, and what was done about it', () => {
  const findings = {
    repeatedKeys: 1,
    revised: 2,
    withoutPrediction: 3000,
    beforePrediction: 4,
    outside: { column: 'score', rows: 2, example: 1.5 },
    mistyped: { column: 'y', rows: 1, example: 'n/k' },
    missing: new Map([['p', 5]]),
  };
  expect(findingNotices(findings, 50).map(noticeText)).toEqual([
    '1 row repeats the key of another prediction. The latest counts.',
    '2 labels were revised. The latest counts.',
    '3,000 labels have no prediction in the time range.',
    '4 labels are older than the prediction. Check "label.timeField".',
    '"score" is not between 0 and 1 in 2 rows, such as 1.5. They are left out.',
    '"y" is not a number in 1 row, such as "n/k". They are left out.',
    '"p" is missing in 5 rows (10%). They are left out of its metrics.',
  ]);
  expect(findingNotices({}, 50)).toEqual([]);
});

const counted = (alerts: number, others: number, unlabelled: Array<[string, number]>) => ({
  rows: 1000,
  labelled: alerts + others,
  confusion: { classes: ['bad', 'good'], counts: [Float64Array.of(alerts, 0), Float64Array.of(0, others)] },
  unlabelled: new Map(unlabelled),
});

it('says where one predicted class is labelled more often', () => {
  expect(
    selectiveNotices(
      counted(190, 80, [
        ['bad', 10],
        ['good', 720],
      ])
    ).map(noticeText)
  ).toEqual([
    'Labeling is selective: 95% of the predictions "bad" have a label, but only 10% of "good". Metrics of labeled rows may not hold for all rows.',
  ]);
});

it('says nothing where the shares are alike, or of few rows', () => {
  expect(
    selectiveNotices(
      counted(190, 760, [
        ['bad', 10],
        ['good', 40],
      ])
    )
  ).toEqual([]);
  expect(
    selectiveNotices(
      counted(9, 760, [
        ['bad', 81],
        ['good', 40],
      ])
    )
  ).toEqual([]);
});
