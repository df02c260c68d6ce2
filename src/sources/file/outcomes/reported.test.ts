/** @jest-environment node */
// Situations in which users of other tools got errors or wrong figures, rebuilt: what is right is said in each name.
import { noticeText } from '../../Notice';
import { confusionOf, FORMATS, outcomesOf, sum, type Table, write } from './testing/overFiles';

const labelled = (set: Awaited<ReturnType<typeof outcomesOf>>) => sum(set.cells, ({ outcomes }) => outcomes.labelled);
const joined = (format: string, predictions: Table, labels: Table) =>
  outcomesOf(write(format, predictions), {
    roles: { label: { field: 'actual', path: write(format, labels), key: 'id' } },
  });

describe.each(FORMATS)('over %s', (format) => {
  it('pandas #22491: a missing key finds no other missing key', async () => {
    const set = await joined(
      format,
      { id: [4, 5, null], prediction: ['a', 'b', 'a'] },
      { id: [4, null, null, 5], actual: ['a', 'b', 'b', 'b'] }
    );
    expect([sum(set.cells, ({ outcomes }) => outcomes.rows), labelled(set)]).toEqual([3, 2]);
    expect(set.findings).toEqual({ withoutPrediction: 2 });
  });

  it('pandas #8596: keys that a missing one turned into decimals are the same keys', async () => {
    const set = await joined(
      format,
      { id: ['1.0', '2.0', null], prediction: ['a', 'b', 'a'] },
      { id: [1n, 2n, 3n], actual: ['a', 'a', 'a'] }
    );
    expect(confusionOf(set.cells)).toEqual({ 'a as a': 1, 'a as b': 1 });
  });

  it('evidently #1085: names of classes may be numbers beside words', async () => {
    const { cells } = await outcomesOf(
      write(format, {
        actual: ['foo', 'bar', 'fun', 'foo', 'fun', 'foo', '101', '102'],
        prediction: ['foo', 'bar', 'fun', 'bar', 'fun', 'fun', '101', '101'],
      })
    );
    expect(confusionOf(cells)).toEqual({
      ...{ 'foo as foo': 1, 'bar as bar': 1, 'fun as fun': 2, 'foo as bar': 1, 'foo as fun': 1 },
      ...{ '101 as 101': 1, '102 as 101': 1 },
    });
  });

  it('mlflow #12790 and #16092: rows of one class alone are counted', async () => {
    const { cells, notices } = await outcomesOf(write(format, { actual: [0, 0, 0, 0], prediction: [0, 0, 0, 0] }));
    expect(confusionOf(cells)).toEqual({ '0 as 0': 4 });
    expect(notices).toEqual([]);
  });

  it('pycaret #1042: classes 0.0 and 1.0 as text are the classes 0 and 1', async () => {
    const { cells } = await outcomesOf(write(format, { actual: ['0.0', '1.0', '1.0'], prediction: [0, 1, 0] }));
    expect(confusionOf(cells)).toEqual({ '0 as 0': 1, '1 as 1': 1, '1 as 0': 1 });
  });

  it('forester #55: labels as words and predictions as numbers of their places are not taken for wrong in silence', async () => {
    const { notices } = await outcomesOf(write(format, { actual: ['no', 'yes', 'maybe'], prediction: [1, 2, 1] }));
    expect(notices.map(noticeText).join()).toMatch(/no class of prediction \("1", "2"\) occurs in actual/);
  });
});
