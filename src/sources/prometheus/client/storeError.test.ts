/** @jest-environment node */
import { warning } from '../../Notice';
import { Remarks } from '../batch/Remarks';
import { readAnswer } from './readAnswer';
import { storeError } from './storeError';
import { TooMuch } from './TooMuch';

describe('a refusal that smaller parts may pass', () => {
  it.each([
    'query processing would load too many samples into memory in query execution',
    'the query exceeded the maximum number of chunks (limit: 2000000 chunks) (err-mimir-max-chunks-per-query)',
    'exceeded series limit: rpc error: code = ResourceExhausted desc = limit 1 violated (got 2)',
    'error when executing query="x+1" on the time range: too long query; got 40001 bytes',
    'the number of matching timeseries exceeds 30000',
  ])('is recognized: %s', (error) => {
    expect(storeError(422, { error }, 'Prometheus', 'x')).toBeInstanceOf(TooMuch);
  });

  it('is none where the query itself is wrong; a repeated query does not hide the reason', () => {
    const error = `error when executing query="${'x+'.repeat(500)}1" on the time range: unsupported function "f"`;
    const { message } = storeError(422, { error }, 'Prometheus', 'x');
    expect(message).toMatch(/executing the query on the time range: unsupported function/);
    expect(storeError(422, { error }, 'Prometheus', 'x')).not.toBeInstanceOf(TooMuch);
  });
});

it('tells warnings, of which nothing is kept, from infos', () => {
  const answer = (more: object) => {
    const text = JSON.stringify({ status: 'success', data: [], ...more });
    return readAnswer({ status: 200, contentType: '', text, bytes: 0 }, 'Prometheus', 'x');
  };
  const remarks = new Remarks();
  remarks.add(answer({ infos: ['PromQL info: might not be a counter (1:2)'] }));
  expect(remarks.warned).toBe(false);
  remarks.add(answer({ warnings: ['a store did not answer'], isPartial: true }));
  expect(remarks.warned).toBe(true);
  expect(remarks.notices('Prometheus')).toEqual([
    warning('Prometheus warns: a store did not answer'),
    warning('Prometheus warns: the answer is partial'),
    'Prometheus remarks: PromQL info: might not be a counter',
  ]);
});
