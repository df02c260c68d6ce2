import { parse } from 'yaml';
import { CommandLineError } from './CommandLineError';

/** What a YAML file holds. Throws a CommandLineError that says where it is not YAML. */
export function parseYaml(text: string, path: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    // What follows draws the line.
    const [line] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new CommandLineError(`${path} is not valid YAML: ${line.replace(/:$/, '.')}`);
  }
}
