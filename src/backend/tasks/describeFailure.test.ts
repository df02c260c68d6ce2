/** @jest-environment node */
import { BadQuery } from '../../query/BadQuery';
import { SourceError } from '../../sources/SourceError';
import { BadRequest } from './BadRequest';
import { describeFailure } from './describeFailure';
import { TaskFailed } from './Failure';

describe('describeFailure', () => {
  it('takes a bad query for a bad request', () => {
    const failure = describeFailure(new BadQuery('"window": is not a duration'));
    expect(failure).toEqual({
      message: 'The query is not valid. "window": is not a duration',
      status: 400,
      side: 'plugin',
    });
  });

  it('lets a source say whose fault it is', () => {
    const error = new SourceError('The file "a.csv" is empty.', { status: 422, side: 'downstream' });
    expect(describeFailure(error)).toEqual({ message: 'The file "a.csv" is empty.', status: 422, side: 'downstream' });
  });

  it('keeps the status of a bad request and of a failure from a worker', () => {
    expect(describeFailure(new BadRequest('Busy.', 503))).toEqual({ message: 'Busy.', status: 503, side: 'plugin' });
    const failure = { message: 'Too slow.', status: 504, side: 'plugin' } as const;
    expect(describeFailure(new TaskFailed(failure))).toBe(failure);
  });

  it('knows a cancelled request', () => {
    expect(describeFailure(AbortSignal.abort().reason).status).toBe(499);
  });

  it('keeps the stack of what nobody expected out of the message', () => {
    const failure = describeFailure(new TypeError('x is not a function'));
    expect(failure).toMatchObject({ status: 500, side: 'plugin' });
    expect(failure.message).toContain('x is not a function');
    expect(failure.message).not.toContain('at ');
    expect(failure.stack).toContain('describeFailure.test');
  });

  it.each([undefined, null, 'text', 7])('takes anything that is thrown: %p', (thrown) => {
    expect(describeFailure(thrown)).toMatchObject({ status: 500, side: 'plugin' });
  });
});
