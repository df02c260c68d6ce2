import { z } from 'zod';
import { expectationsSchema } from './expectations';
import { issueWords } from './issueWords';
import { parseQuery } from './parseQuery';

const schema = z.strictObject({
  text: z.string().min(1).optional(),
  whole: z.number().int().min(0).max(9).optional(),
  kind: z.enum(['a', 'b']).optional(),
  list: z.array(z.string()).min(1).optional(),
  own: z
    .string()
    .refine(() => false, 'is never right')
    .optional(),
});

it.each([
  [{ text: 3 }, 'must be a text, and is 3'],
  [{ text: '' }, 'is empty'],
  [{ whole: 'abc' }, 'must be a number, and is "abc"'],
  [{ whole: 1.5 }, 'must be a whole number, and is 1.5'],
  [{ whole: -1 }, 'must be at least 0, and is -1'],
  [{ whole: 10 }, 'must be at most 9, and is 10'],
  [{ kind: 'c' }, 'must be one of "a", "b", and is "c"'],
  [{ list: [] }, 'is empty'],
  [{ list: 'x' }, 'must be a list, and is "x"'],
  [{ txet: 1 }, 'has no key "txet"'],
  [{ own: 'x' }, 'is never right'],
  [3, 'must be keys with values, and is 3'],
])('%j %s', (input, message) => {
  expect(schema.safeParse(input, { error: issueWords }).error?.issues.map((issue) => issue.message)).toEqual([message]);
});

it('leaves nothing of the library in messages about queries and expectations', () => {
  const bad = {
    kind: 'drift',
    current: { path: 3, features: [{ name: 'x', type: 'number' }], pth: 1 },
    baseline: { kind: 'sel' },
  };
  expect(() => parseQuery(bad)).toThrow(/"current.path": must be a text, and is 3; .*must be one of "numeric"/);
  expect(() => parseQuery(bad)).not.toThrow(/Invalid|Unrecognized|expected|received/);
  const parsed = expectationsSchema.safeParse({ features: { x: { min: '3' } } }, { error: issueWords });
  expect(parsed.error?.issues[0]).toMatchObject({
    message: 'must be a number, or a date such as "2024-06-30", and is "3"',
  });
});
