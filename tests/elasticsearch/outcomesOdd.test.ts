import type { OutcomeRoles, OutcomesSet } from '../../src/sources/OutcomesRequest';
import { noticeText } from '../../src/sources/Notice';
import { numbersFrom, START } from './support/outcomeCases';
import { testServers } from './support/servers';
import { call, makeIndex, sourceAt } from './support/store';

const DAY = 86_400_000;
const keyword = { type: 'keyword' };
const date = { type: 'date' };
const double = { type: 'double' };
const base = { at: date, predicted: keyword, actual: keyword, score: double, labelled: date };
const classes: OutcomeRoles = {
  task: 'classification',
  prediction: 'predicted',
  scores: ['score'],
  label: { field: 'actual' },
  cuts: [0.5],
};
const numbers: OutcomeRoles = {
  task: 'regression',
  prediction: 'forecast',
  scores: [],
  label: { field: 'outcome' },
  cuts: [],
};

describe.each(testServers())('$name', ({ url, product }) => {
  function ask(index: string, roles: OutcomeRoles, days = 2, source = sourceAt(url)): Promise<OutcomesSet> {
    const windows = [{ from: START, to: START + days * DAY }];
    return source
      .planOutcomes({
        ...{ roles, windows, segmentBy: [], asOf: null, timezone: 'UTC' },
        selection: { index, timeField: 'at' },
      })
      .execute({});
  }
  const said = ({ notices }: OutcomesSet) => notices.map(noticeText).join('\n');

  it('counts 28 days, 5 segments, 50 buckets or more and 2 labels in a handful of requests', async () => {
    const next = numbersFrom(1);
    const rows = Array.from({ length: 14_000 }, (_, i) => {
      const score = next();
      const at = START + (i % 28) * DAY + Math.floor(next() * DAY);
      const country = ['de', 'fr', 'it', 'es', 'us'][i % 5];
      return {
        at,
        score,
        country,
        predicted: score > 0.9 ? 'bad' : 'good',
        actual: next() < score / 5 ? 'bad' : 'good',
      };
    });
    await makeIndex(url, 'outcomes-wide', { ...base, country: keyword }, rows, { number_of_shards: 2 });
    const source = sourceAt(url);
    const { cells } = await source
      .planOutcomes({
        roles: classes,
        selection: { index: 'outcomes-wide', timeField: 'at' },
        windows: [{ from: START, to: START + 28 * DAY }],
        segmentBy: ['country'],
        asOf: null,
        timezone: 'UTC',
      })
      .execute({});
    expect(cells).toHaveLength(28 * 5);
    expect(cells.reduce((sum, { outcomes }) => sum + outcomes.rows, 0)).toBe(rows.length);
    const table = cells[0].outcomes.scores?.get('score');
    expect(table?.lower.length).toBeGreaterThanOrEqual(50);
    expect([...(table?.byClass.keys() ?? [])].sort()).toEqual(['bad', 'good']);
    expect(source.client.usage.requests).toBeLessThanOrEqual(9);
  });

  it('has one class for what predictions and labels of other types write differently', async () => {
    const mapped = { ...base, actual: { type: 'boolean' }, predicted: { type: 'integer' } };
    const rows = [
      { at: START, predicted: 1, actual: true, score: 0.9 },
      { at: START, predicted: 0, actual: true, score: 0.4 },
      { at: START, predicted: 0, actual: false, score: 0.1 },
      { at: START, predicted: 1, score: 0.7 },
    ];
    await makeIndex(url, 'outcomes-types', mapped, rows);
    const { cells } = await ask('outcomes-types', classes);
    expect(cells[0].outcomes.confusion).toEqual({
      classes: ['false', 'true'],
      counts: [Float64Array.of(1, 0), Float64Array.of(1, 1)],
    });
    expect(cells[0].outcomes.unlabelled).toEqual(new Map([['true', 1]]));
    const decimal = { ...base, actual: { type: 'float' }, predicted: { type: 'long' } };
    await makeIndex(url, 'outcomes-types', decimal, [{ at: START, predicted: 2, actual: 2.0 }]);
    const [{ outcomes }] = (await ask('outcomes-types', classes)).cells;
    expect(outcomes.confusion).toEqual({ classes: ['2'], counts: [Float64Array.of(1)] });
  });

  it('names fields that are not there or hold nothing fit, and indices that are missing or closed', async () => {
    const mapped = {
      ...base,
      words: { type: 'text' },
      inner: { properties: { actual: keyword } },
      parts: { type: 'nested', properties: { actual: keyword } },
    };
    await makeIndex(url, 'outcomes-bad', mapped, [{ at: START, predicted: 'a', actual: 'a', score: 0.5 }]);
    const label = (field: string) => ask('outcomes-bad', { ...classes, label: { field } });
    await expect(label('actuel')).rejects.toThrow(/has no field "actuel"; there are actual/);
    await expect(label('inner')).rejects.toThrow(/has no field "inner"; there are .*inner\.actual/);
    await expect(label('words')).rejects.toThrow(
      /"words" of "outcomes-bad", mapped as text, can be counted only by a keyword/
    );
    await expect(label('parts.actual')).rejects.toThrow(/holds "parts.actual" in the nested objects "parts"/);
    await expect(label('at')).rejects.toThrow(/"at" of "outcomes-bad", mapped as date, holds no classes/);
    await expect(ask('outcomes-bad', { ...classes, scores: ['actual'] })).rejects.toThrow(
      /"actual" of "outcomes-bad", mapped as keyword, holds no numbers/
    );
    await expect(ask('outcomes-bad', { ...classes, label: { field: 'actual', timeField: 'actual' } })).rejects.toThrow(
      /"actual" of "outcomes-bad", mapped as keyword, holds no dates/
    );
    await expect(ask('outcomes-nowhere', classes)).rejects.toThrow(/has no index "outcomes-nowhere"/);
    await makeIndex(url, 'outcomes-shut', base, []);
    await call(url, 'POST', '/outcomes-shut/_close');
    await expect(ask('outcomes-shut', classes)).rejects.toThrow(
      /has closed the index "outcomes-shut"|has no index that "outcomes-shut" matches and that answers/
    );
    await call(url, 'DELETE', '/outcomes-shut');
  });

  it('says that classes of predictions and labels are probably meant to be the same, or have nothing in common', async () => {
    const pairs = async (predicted: string, actual: string) => {
      await makeIndex(url, 'outcomes-case', base, [{ at: START, predicted, actual, score: 0.5 }]);
      return said(await ask('outcomes-case', classes));
    };
    expect(await pairs('Late', 'late')).toMatch(
      /"outcomes-case": "Late" and "late" of predicted and actual differ in case/
    );
    expect(await pairs('a', 'b')).toMatch(/no class of predicted \("a"\) occurs in actual \("b"\)/);
  });

  it('refuses what has too many values to be classes', async () => {
    const rows = Array.from({ length: 600 }, (_, i) => ({ at: START, predicted: 'a', actual: `x${i}`, score: 0.5 }));
    await makeIndex(url, 'outcomes-many', base, rows, { number_of_shards: 3 });
    await expect(ask('outcomes-many', classes)).rejects.toThrow(
      /"actual" of "outcomes-many" has more different values than the 500 classes/
    );
  });

  it('names what is odd about scores, labels and keys', async () => {
    const mapped = { ...base, key: keyword };
    const rows = [
      { at: START, predicted: 'a', actual: 'a', score: 1.5, key: 'k1', labelled: START - 2 * DAY },
      { at: START, predicted: 'a', actual: 'b', score: -0.5, key: 'k1', labelled: START + DAY },
      { at: START, predicted: 'a', score: 0.5, key: 'k2' },
      { at: START, actual: 'a', key: 'k3', labelled: START + DAY },
      { at: START, predicted: 'b', actual: 'b', key: 'k4' },
    ];
    await makeIndex(url, 'outcomes-odd', mapped, rows);
    const label = { field: 'actual', timeField: 'labelled', key: 'key' };
    const set = await ask('outcomes-odd', { ...classes, label });
    expect(set.findings).toEqual({
      withoutPrediction: 1,
      beforePrediction: 1,
      outside: { column: 'score', rows: 2, example: -0.5 },
      missing: new Map([
        ['predicted', 1],
        ['score', 2],
      ]),
    });
    expect(said(set)).toMatch(/2 documents share their "key" with another, and each counts/);
    expect(said(set)).toMatch(/1 label has no "labelled" and counts as known from the start/);
    expect(set.cells[0].outcomes).toMatchObject({ rows: 4, labelled: 3 });
    expect([...(set.cells[0].outcomes.scores?.get('score')?.lower ?? [])]).toEqual([0.5]);
  });

  it('says that documents hold several labels, and which were not kept', async () => {
    const mapped = { ...base, actual: { type: 'keyword', ignore_above: 5 } };
    const rows = [
      { at: START, predicted: 'a', actual: ['a', 'b'], score: 0.5 },
      { at: START, predicted: 'a', actual: 'a label that is long', score: 0.5 },
      { at: START, predicted: 'a', actual: 'a', score: 0.5 },
    ];
    await makeIndex(url, 'outcomes-lists', mapped, rows);
    const set = await ask('outcomes-lists', classes);
    expect(said(set)).toMatch(/Documents hold several values of actual/);
    expect(set.cells[0].outcomes).toMatchObject({ rows: 3, labelled: 2 });
    expect(said(set)).toMatch(
      product === 'OpenSearch' ? /actual, mapped as keyword, counts as missing/ : /1 document holds a text in "actual"/
    );
  });

  it('counts documents as often as their _doc_count says, without sums', async () => {
    const next = numbersFrom(3);
    const rows = Array.from({ length: 2600 }, () => ({
      ...{ at: START, predicted: 'a', actual: next() < 0.5 ? 'a' : 'b', score: next() },
      _doc_count: 3,
    }));
    await makeIndex(url, 'outcomes-weights', { ...base, forecast: double, outcome: double }, rows);
    const set = await ask('outcomes-weights', classes);
    const { outcomes } = set.cells[0];
    expect(outcomes.rows).toBe(7800);
    const table = outcomes.scores?.get('score');
    const all = [...(table?.byClass.values() ?? [])];
    expect(all.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 0)).toBe(7800);
    expect(all.every(({ sums, total }) => sums === undefined && total === undefined)).toBe(true);
    expect(said(set)).toMatch(/_doc_count/);
  });

  it('has no errors of numbers too large beside them, and says so', async () => {
    const mapped = { at: date, forecast: double, outcome: double };
    const near = (offset: number) => {
      const next = numbersFrom(offset);
      return Array.from({ length: 200 }, () => {
        const outcome = offset + next() * 100;
        return { at: START, outcome, forecast: outcome + (next() - 0.5) * 30 };
      });
    };
    const errorsOf = async (offset: number) => {
      await makeIndex(url, 'outcomes-large', mapped, near(offset));
      const set = await ask('outcomes-large', numbers);
      return { errors: set.cells[0].outcomes.errors, said: said(set) };
    };
    const mean = (offset: number) =>
      near(offset).reduce((sum, one) => sum + (one.forecast - one.outcome) ** 2, 0) / 200;
    for (const offset of [0, 1e4, 1e8, 1e10]) {
      const { errors, said: words } = await errorsOf(offset);
      // matrix_stats, which Elasticsearch's test build lacks, adds up about the means.
      const limit = product === 'OpenSearch' ? 1e14 : 1e8;
      if ((offset + 50) ** 2 > limit * mean(offset)) {
        expect(errors).toBeUndefined();
        expect(words).toMatch(/Errors are smaller than 1\/10.*Subtract a constant/);
      } else {
        const { rows = 0, squaresActual: a = 0, squaresPredicted: p = 0, products = 0 } = errors ?? {};
        const bias = (errors?.meanPredicted ?? NaN) - (errors?.meanActual ?? NaN);
        const squared = (a + p - 2 * products) / rows + bias ** 2;
        expect(Math.abs(squared / mean(offset) - 1)).toBeLessThan(1e-6);
      }
    }
  });

  it('names labels that are no numbers, and leaves errors out that the sums of the store can not tell from 0', async () => {
    const mapped = { at: date, forecast: double, outcome: { type: 'double', ignore_malformed: true } };
    const rows = [
      { at: START, forecast: 3, outcome: 3 },
      { at: START, forecast: 5, outcome: 5 },
      { at: START, forecast: 5, outcome: 'n/k' },
      { at: START, forecast: 5 },
    ];
    await makeIndex(url, 'outcomes-right', mapped, rows);
    const set = await ask('outcomes-right', numbers);
    expect(set.findings).toEqual({ mistyped: { column: 'outcome', rows: 1, example: 'n/k' } });
    expect(set.cells[0].outcomes).toMatchObject({ rows: 3, labelled: 2 });
    expect(set.cells[0].outcomes.errors).toBeUndefined();
    expect(said(set)).toMatch(/Errors are smaller than 1\/10/);
  });

  it('counts a label that is written into the document later, and only from then on', async () => {
    await makeIndex(url, 'outcomes-late', base, [{ at: START, predicted: 'a', score: 0.5 }]);
    expect((await ask('outcomes-late', classes)).cells[0].outcomes).toMatchObject({ rows: 1, labelled: 0 });
    const found = (await call(url, 'GET', '/outcomes-late/_search')) as { hits: { hits: Array<{ _id: string }> } };
    const id = found.hits.hits[0]._id;
    const now = { at: START, predicted: 'a', score: 0.5, actual: 'a', labelled: START + 3 * DAY };
    await call(url, 'PUT', `/outcomes-late/_doc/${id}?refresh=true`, now);
    expect((await ask('outcomes-late', classes)).cells[0].outcomes).toMatchObject({ rows: 1, labelled: 1 });
  });
});
