import { stringify } from 'yaml';
import { type Expectations, expectationsSchema } from '../query/expectations';
import { issueWords } from '../query/issueWords';
import { CommandLineError } from './CommandLineError';
import { describeIssues } from './describeIssues';
import { parseYaml } from './parseYaml';
import { readText } from './readText';

export interface ExpectationsFile extends Expectations {
  /** Where a rule stands, for messages. */
  placeOfRule(name: string): string;
}

/** The expectations of a YAML file. Throws a CommandLineError that names what is wrong. */
export async function readExpectations(path: string): Promise<ExpectationsFile> {
  const file = parseYaml(await readText(path), path);
  const { content } = file;
  if (typeof content !== 'object' || content === null || !('features' in content || 'rules' in content)) {
    throw new CommandLineError(
      `${path} holds no expectations: there is no "features". modelwatch check FILE --learn shows how they are written.`
    );
  }
  const parsed = expectationsSchema.safeParse(content, { error: issueWords });
  if (!parsed.success) {
    throw new CommandLineError(`${path}: ${describeIssues(parsed.error, file)}`);
  }
  const { data } = parsed;
  return {
    ...data,
    placeOfRule(name) {
      const index = (data.rules ?? []).findIndex((rule) => rule.name === name);
      const line = file.lineOf(['rules', index, 'expr']);
      return `${path}${line === null ? '' : `, line ${line}`}, rule "${name}"`;
    },
  };
}

/** YAML for a person to review and to keep in version control. */
export function expectationsYaml(expectations: Expectations, source: string): string {
  const comment = `# What ${source} was like. Review it: widen what may change, narrow what must not.\n`;
  return comment + stringify(expectations, { lineWidth: 120 });
}
