import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FileSource } from '../../src/sources/file/FileSource';
import { noticeText } from '../../src/sources/Notice';
import type { OutcomesRequest, OutcomesSet } from '../../src/sources/OutcomesRequest';
import { compareOutcomes } from './support/compareOutcomes';
import { numbersFrom, type Row, START } from './support/outcomeCases';
import { csvOf } from './support/csvOf';
import { testServers } from './support/servers';
import { makeIndex, sourceAt } from './support/store';

const DAY = 86_400_000;
const keyword = { type: 'keyword' };
const date = { type: 'date' };
const predictionFields = {
  ...{ at: date, id: keyword, predicted: keyword, country: keyword, version: keyword },
  ...{ score: { type: 'double' }, forecast: { type: 'float' } },
};
// Named as what is left out of other answers.
const labelFields = { id: keyword, sum: keyword, to: { type: 'date_nanos' }, outcome: { type: 'double' } };

interface Joined {
  readonly predictions: readonly Row[];
  readonly labels: readonly Row[];
}

/** Predictions of which some are logged twice, and labels of which some are revised, missing or of nothing. */
function joinedRows(seed: number, size: number): Joined {
  const next = numbersFrom(seed);
  const predictions: Row[] = [];
  const labels: Row[] = [];
  for (let i = 0; i < size; i++) {
    const at = START + Math.floor(next() * 4 * DAY);
    const score = Number(next().toFixed(3));
    const row = {
      ...{ at, score, forecast: i % 50, predicted: score > 0.5 ? 'yes' : 'no' },
      id: next() < 0.03 ? undefined : `r-${i}`,
      country: next() < 0.1 ? undefined : next() < 0.5 ? 'de' : 'fr',
      version: next() < 0.5 ? '1' : '2',
    };
    predictions.push(row);
    if (next() < 0.1) {
      predictions.push({ ...row, at: at + 1000, score: 0.25, predicted: 'no' });
    }
    const label = { id: `r-${i}`, sum: next() < score ? 'yes' : 'no', outcome: (i % 50) + next() * 4 - 2 };
    const to = at + Math.floor(next() * 3 * DAY);
    if (next() < 0.7) {
      labels.push({ ...label, to });
    }
    if (next() < 0.1) {
      labels.push({ ...label, to: to + DAY, sum: next() < 0.5 ? 'yes' : 'no' });
    }
  }
  const orphans = Array.from({ length: 7 }, (_, i) => ({ id: `none-${i}`, sum: 'yes', outcome: 1, to: START }));
  return { predictions, labels: [...labels, ...orphans] };
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-joined-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

describe.each(testServers())('$name', ({ url, product }) => {
  const label = { field: 'sum', timeField: 'to', index: 'joined-labels', key: 'id' };
  const request: Omit<OutcomesRequest, 'selection'> = {
    roles: { task: 'classification', prediction: 'predicted', scores: ['score'], label, cuts: [0.5] },
    windows: [{ from: START, to: START + 4 * DAY }],
    segmentBy: [],
    asOf: START + 4 * DAY,
    timezone: 'UTC',
  };
  const said = ({ notices }: OutcomesSet) => notices.map(noticeText).join('\n');

  async function make({ predictions, labels }: Joined, properties: object = labelFields): Promise<void> {
    await makeIndex(url, 'joined-predictions', predictionFields, predictions, { number_of_shards: 3 });
    await makeIndex(url, 'joined-labels', properties, labels, { number_of_shards: 2 });
  }

  function ask(asked: Omit<OutcomesRequest, 'selection'>, source = sourceAt(url)): Promise<OutcomesSet> {
    const selection = { index: 'joined-predictions', timeField: 'at' };
    return source.planOutcomes({ ...asked, selection }).execute({});
  }

  it.each([1, 2, 3, 4])(
    'finds labels of another index by their key, all of them where they are few: %s',
    async (seed) => {
      const rows = joinedRows(seed, 300 * seed);
      // A prediction without a key can't be told from others by it, so that it doesn't travel.
      const keyed = rows.predictions.filter(({ id }) => id !== undefined);
      await make(rows);
      fs.writeFileSync(path.join(folder, 'p.csv'), csvOf(keyed));
      fs.writeFileSync(path.join(folder, 'l.csv'), csvOf(rows.labels));
      const { index: _, ...place } = label;
      const isNumbers = seed === 4;
      const asked: Omit<OutcomesRequest, 'selection'> = {
        ...request,
        ...(seed === 1 && { segmentBy: ['country', 'version'] }),
        ...(seed === 2 && { windows: [null], asOf: null }),
        ...(isNumbers && {
          roles: {
            ...request.roles,
            task: 'regression',
            prediction: 'forecast',
            scores: [],
            label: { ...label, field: 'outcome' },
          },
        }),
      };
      const counted = await ask(asked);
      const roles = { ...asked.roles, label: { ...place, field: asked.roles.label.field, path: 'l.csv' } };
      const exact = await new FileSource({ type: 'file', folder })
        .planOutcomes({ ...asked, roles, selection: { path: 'p.csv', timeField: 'at' } })
        .execute({});
      compareOutcomes(counted, exact);
      const { missing: _missing, ...exactly } = exact.findings;
      expect(counted.findings).toMatchObject(exactly);
      expect(exactly.withoutPrediction).toBeGreaterThanOrEqual(7);
      expect(said(counted)).toMatch(/were joined by "id" with all \d/);
      expect(said(counted)).toMatch(/have no "id" and can't be labelled/);
    }
  );

  it('takes a sample of many keys that tells the same, says so, and how large it is', async () => {
    const next = numbersFrom(9);
    const predictions = Array.from({ length: 26_000 }, (_, i) => {
      const score = next();
      return { at: START + (i % 96) * 3_600_000, id: `2024-${i}`, score, predicted: score > 0.5 ? 'yes' : 'no' };
    });
    const labels = predictions.flatMap(({ id, at, score }) =>
      next() < 0.8 ? [{ id, sum: next() < score ? 'yes' : 'no', to: at + 1000 }] : []
    );
    await make({ predictions, labels });
    const source = sourceAt(url);
    const set = await ask(request, source);
    const rows = set.cells.reduce((sum, { outcomes }) => sum + outcomes.rows, 0);
    expect(rows).toBeGreaterThan(12_000);
    expect(rows).toBeLessThanOrEqual(20_000 * 1.05);
    const truth = new Map(labels.map(({ id, sum }) => [id, sum]));
    const right = predictions.filter(({ id, predicted }) => truth.get(id) === predicted).length / labels.length;
    const cells = set.cells.map(({ outcomes }) => outcomes);
    const labelled = cells.reduce((sum, one) => sum + one.labelled, 0);
    const hits = cells.reduce(
      (sum, { confusion }) => sum + (confusion?.counts.reduce((a, row, i) => a + row[i], 0) ?? 0),
      0
    );
    // Within four standard errors.
    expect(Math.abs(hits / labelled - right)).toBeLessThan(4 * Math.sqrt((right * (1 - right)) / labelled));
    expect(said(set)).toMatch(/random sample of predictions: 1\d,\d{3} of about 2\d,\d{3} keys \(one of 2 parts/);
    expect(set.findings).toEqual({});
    expect(source.client.usage.requests).toBeLessThan(40);
  });

  it('joins events of both kinds in one index, and keys of another type', async () => {
    const events = [
      { at: START, id: '1', predicted: 'yes', score: 0.7 },
      { at: START + 1000, id: '1', sum: 'yes', to: START + 1000 },
      { at: START, id: '2', predicted: 'no', score: 0.2 },
    ];
    await makeIndex(url, 'joined-predictions', { ...predictionFields, ...labelFields }, events);
    const roles = { ...request.roles, label: { ...label, index: 'joined-predictions' } };
    const set = await ask({ ...request, roles });
    expect(set.cells.map(({ outcomes }) => [outcomes.rows, outcomes.labelled])).toEqual([[2, 1]]);
    expect(set.findings).toEqual({});
    await make(
      { predictions: [events[0], { ...events[2], id: 'other' }], labels: [{ id: 1, sum: 'yes', to: START + 1000 }] },
      { ...labelFields, id: { type: 'long' } }
    );
    expect((await ask(request)).cells.map(({ outcomes }) => [outcomes.rows, outcomes.labelled])).toEqual([[2, 1]]);
  });

  it('names a label index that is missing, a key or label that is not there, and keys that match nothing', async () => {
    await make({
      predictions: [{ at: START, id: 'a', predicted: 'yes', score: 0.7 }],
      labels: [{ id: 'A', sum: 'yes', to: START + 1000 }],
    });
    const other = (changes: object) =>
      ask({ ...request, roles: { ...request.roles, label: { ...label, ...changes } } });
    await expect(other({ index: 'joined-nowhere' })).rejects.toThrow(/has no index "joined-nowhere"/);
    await expect(other({ field: 'summ' })).rejects.toThrow(/"joined-labels" has no field "summ"; there are sum/);
    await expect(other({ key: 'ids' })).rejects.toThrow(/"joined-predictions" has no field "ids"; there are id/);
    await expect(other({ key: 'score' })).rejects.toThrow(
      /"score" of "joined-predictions", mapped as double, holds no keys/
    );
    await expect(other({ key: undefined })).rejects.toThrow(/need "key"/);
    const set = await ask(request);
    expect(said(set)).toMatch(/No key in "id" of "joined-labels" occurs in "joined-predictions"/);
    expect(set.cells[0].outcomes).toMatchObject({ rows: 1, labelled: 0 });
  });

  it('says which labels are of another type or too long: they count as not labeled', async () => {
    const predictions = ['a', 'b', 'c'].map((id) => ({ at: START, id, predicted: 'yes', forecast: 3, score: 0.7 }));
    const properties = {
      ...labelFields,
      sum: { type: 'keyword', ignore_above: 10 },
      outcome: { type: 'double', ignore_malformed: true },
    };
    const labels = [
      { id: 'a', sum: 'yes', outcome: 3.5, to: START + 1000 },
      { id: 'b', sum: 'no, as far as one can tell', outcome: 'n/k', to: START + 1000 },
    ];
    await make({ predictions, labels }, properties);
    const classes = await ask(request);
    expect(classes.cells[0].outcomes).toMatchObject({ rows: 3, labelled: 1 });
    expect(said(classes)).toMatch(
      product === 'OpenSearch' ? /sum, mapped as keyword, counts as missing/ : /1 document holds a text in "sum"/
    );
    const roles = {
      ...request.roles,
      task: 'regression' as const,
      prediction: 'forecast',
      scores: [],
      label: { ...label, field: 'outcome' },
    };
    const numbers = await ask({ ...request, roles });
    expect(numbers.cells[0].outcomes).toMatchObject({ rows: 3, labelled: 1 });
    expect(numbers.findings.mistyped).toEqual({ column: 'outcome', rows: 1, example: 'n/k' });
  });
});
