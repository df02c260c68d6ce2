/** @jest-environment node */
import { PrometheusClient } from './PrometheusClient';

const HOUR = 3_600_000;

function clientAnswering(body: unknown): PrometheusClient {
  return new PrometheusClient({
    place: 'somewhere',
    send: () => Promise.resolve({ status: 200, text: JSON.stringify(body), contentType: 'application/json', bytes: 1 }),
  });
}

const ask = (result: unknown) =>
  clientAnswering({ status: 'success', data: { resultType: 'matrix', result } }).queryRange(
    { expr: 'x', start: 0, end: 2 * HOUR, step: HOUR },
    {}
  );

describe('an answer', () => {
  it('is taken where it is for the times that were asked for', async () => {
    const { data } = await ask([
      {
        metric: {},
        values: [
          [0, '1'],
          [3600, '2'],
          [7200.001, '3'],
        ],
      },
    ]);
    expect(data).toHaveLength(1);
  });

  it.each([
    [[{ metric: {}, values: [[1800, '1']] }]],
    [[{ metric: {}, values: [[10800, '1']] }]],
    [[{ metric: {}, histograms: [[60, { count: '1', sum: '1' }]] }]],
  ])('is the fault of what stands before the store where it is for other times: %j', async (result) => {
    await expect(ask(result)).rejects.toMatchObject({
      message: expect.stringMatching(/not asked for: does a query front end align times/),
      options: { status: 502, side: 'downstream' },
    });
  });

  it.each([
    [[null]],
    [[{ metric: null }]],
    [[{ metric: { a: 1 } }]],
    [[{ metric: {}, values: 'x' }]],
    [[{ metric: {}, values: [[0, 1]] }]],
    [[{ metric: {}, values: [['0', '1']] }]],
    [[{ metric: {}, histograms: [[0, { count: 1, sum: '1' }]] }]],
    [[{ metric: {}, histograms: [[0, { count: '1', sum: '1', buckets: [[0, 1, 2, 3]] }]] }]],
  ])('is the fault of the store where it has other types: %j', async (result) => {
    await expect(ask(result)).rejects.toMatchObject({ options: { status: 502, side: 'downstream' } });
  });

  it('is the fault of the store where a list of names is none', async () => {
    await expect(clientAnswering({ status: 'success', data: [1] }).labelNames([], {})).rejects.toMatchObject({
      options: { status: 502, side: 'downstream' },
    });
  });

  it('tells VictoriaMetrics by its statistics', async () => {
    const client = clientAnswering({
      status: 'success',
      data: { resultType: 'matrix', result: [] },
      stats: { seriesFetched: '0', executionTimeMsec: 1 },
    });
    expect(client.isVictoria).toBe(false);
    await client.queryRange({ expr: 'x', start: 0, end: 0, step: HOUR }, {});
    expect(client.isVictoria).toBe(true);
  });
});
