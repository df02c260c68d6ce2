/** @jest-environment node */
import fs from 'node:fs';
import { z } from 'zod';
import { querySchema } from './query';
import { TEST_NAMES } from './testNames';
import { schemaKeys } from './testing/schemaKeys';

const documentation = fs.readFileSync('docs/query-editor.md', 'utf8');
// The tests have entries of their own, in docs/statistics.md.
const tests: readonly string[] = TEST_NAMES;
const keys = schemaKeys(z.toJSONSchema(querySchema, { io: 'input', unrepresentable: 'any' }));

test.each(keys.filter((key) => !tests.includes(key)))('the documentation of queries names %s', (key) => {
  expect(documentation.includes(`\`${key}\``)).toBe(true);
});
