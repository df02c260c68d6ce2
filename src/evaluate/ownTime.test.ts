/** @jest-environment node */
import { parseQuery } from '../query/parseQuery';
import { connectionsSchema } from './connections';
import { withOwnTime } from './ownTime';

const connections = connectionsSchema.parse({
  metrics: { type: 'prometheus', url: 'http://127.0.0.1:9090' },
  files: { type: 'file', folder: '.' },
});
const settle = (current: object, baseline: object) => {
  const query = withOwnTime(parseQuery({ kind: 'drift', current, baseline }), connections);
  const written = 'baseline' in query ? query.baseline : undefined;
  return [query.current.timeField, written && 'timeField' in written ? written.timeField : undefined];
};

describe('withOwnTime', () => {
  it('gives metrics the time that they have by themselves, and files none', () => {
    const previous = { kind: 'previous', offset: '1d' };
    expect(settle({ connection: 'metrics' }, previous)).toEqual(['time', undefined]);
    expect(settle({ connection: 'files' }, previous)).toEqual([undefined, undefined]);
  });

  it('looks at the baseline on its own where it has a connection of its own', () => {
    expect(settle({ connection: 'files' }, { kind: 'selection', connection: 'metrics' })).toEqual([undefined, 'time']);
    expect(settle({ connection: 'metrics' }, { kind: 'selection', connection: 'files' })).toEqual(['time', undefined]);
    expect(settle({ connection: 'metrics' }, { kind: 'selection', matchers: 'v="1"' })).toEqual(['time', undefined]);
  });
});
