import { type z } from 'zod';
import { BadQuery } from './BadQuery';
import { migrateQuery } from './migrateQuery';
import { querySchema, type Query } from './query';

/** Validates a query of any known version. Throws a BadQuery that names every key at fault. */
export function parseQuery(input: unknown): Query {
  const parsed = querySchema.safeParse(migrateQuery(input));
  if (parsed.success) {
    return parsed.data;
  }
  throw new BadQuery(parsed.error.issues.map(describe).join('; '));
}

function describe(issue: z.core.$ZodIssue): string {
  const where = issue.path.length === 0 ? 'the query' : `"${issue.path.join('.')}"`;
  return `${where}: ${issue.message}`;
}
