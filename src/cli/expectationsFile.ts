import { parse, stringify } from 'yaml';
import { type Expectations, expectationsSchema } from '../query/expectations';
import { CommandLineError } from './CommandLineError';
import { readText } from './readText';

/** The expectations of a YAML file. Throws a CommandLineError that names what is wrong. */
export async function readExpectations(path: string): Promise<Expectations> {
  const text = await readText(path);
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    const [line] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new CommandLineError(`${path} is not valid YAML: ${line}`);
  }
  const parsed = expectationsSchema.safeParse(content);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `"${issue.path.join('.')}": ${issue.message}`);
    throw new CommandLineError(`${path}: ${problems.join('; ')}`);
  }
  return parsed.data;
}

/** YAML for a person to review and to keep in version control. */
export function expectationsYaml(expectations: Expectations, source: string): string {
  const comment = `# What ${source} was like. Review it: widen what may change, narrow what must not.\n`;
  return comment + stringify(expectations, { lineWidth: 120 });
}
