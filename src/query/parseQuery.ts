import { type z } from 'zod';
import { BadQuery } from './BadQuery';
import { issueWords } from './issueWords';
import { migrateQuery } from './migrateQuery';
import { QUERY_VERSION } from './commonKeys';
import { querySchema, type Query } from './query';

/**
 * Validates a query of any known version. Throws a BadQuery that names every key at fault, or says that the query is of a
 * version to come: its other keys are then not judged.
 */
export function parseQuery(input: unknown): Query {
  const version = versionOf(input);
  if (version > QUERY_VERSION) {
    throw new BadQuery(
      `It was written by a newer Modelwatch: its "version" is ${version}, and this one reads up to ${QUERY_VERSION}. Upgrade the Modelwatch plugin.`
    );
  }
  const parsed = querySchema.safeParse(migrateQuery(input), { error: issueWords });
  if (parsed.success) {
    return parsed.data;
  }
  throw new BadQuery(parsed.error.issues.map(describe).join('; '));
}

/** Whole numbers alone: what else stands there the schema judges. */
function versionOf(input: unknown): number {
  const version = typeof input === 'object' && input !== null && 'version' in input ? input.version : undefined;
  return Number.isInteger(version) ? (version as number) : QUERY_VERSION;
}

function describe(issue: z.core.$ZodIssue): string {
  const where = issue.path.length === 0 ? 'the query' : `"${issue.path.join('.')}"`;
  return `${where}: ${issue.message}`;
}
