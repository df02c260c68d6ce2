import { parseQuery } from '../query/parseQuery';
import type { Query } from '../query/query';
import { CommandLineError } from './CommandLineError';
import { parseYaml } from './parseYaml';
import { readText } from './readText';

/**
 * The query with the marks of a file, which is a list as in `decision.marks`, in JSON or YAML. Throws a CommandLineError, or a
 * BadQuery that names the mark at fault.
 */
export async function withMarks<Asked extends Query>(query: Asked, path: string | undefined): Promise<Asked> {
  if (path === undefined) {
    return query;
  }
  if (query.kind !== 'drift') {
    throw new CommandLineError(
      `--marks belongs to queries of the kind "drift"; this one is of the kind "${query.kind}".`
    );
  }
  const marks = parseYaml(await readText(path), path).content;
  if (!Array.isArray(marks)) {
    throw new CommandLineError(`${path} is not a list of marks: write [{"mark": "accept", "from": "2013-07-04"}].`);
  }
  const decision = { ...query.decision, marks: [...(query.decision.marks ?? []), ...(marks as unknown[])] };
  return parseQuery({ ...query, decision }) as Asked;
}
