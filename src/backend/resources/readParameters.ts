import type { z } from 'zod';
import { issueWords } from '../../query/issueWords';
import { BadRequest } from '../tasks/BadRequest';

/** Throws a BadRequest that names every parameter at fault. */
export function readParameters<Schema extends z.ZodType>(schema: Schema, parameters: unknown): z.output<Schema> {
  const parsed = schema.safeParse(parameters, { error: issueWords });
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `"${path.join('.')}": ${message}`);
    throw new BadRequest(`The request is not valid. ${problems.join('; ')}`);
  }
  return parsed.data;
}
