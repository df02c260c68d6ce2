/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { profileJsonSchema } from './profileJsonSchema';

test('the published schema is the one that profiles are read by: `node scripts/writeProfileSchema.mjs` writes it', () => {
  const published = JSON.parse(readFileSync('docs/profile.schema.json', 'utf8')) as unknown;
  expect(published).toEqual(JSON.parse(JSON.stringify(profileJsonSchema())));
});
