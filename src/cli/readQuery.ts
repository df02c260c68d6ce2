import { parseQuery } from '../query/parseQuery';
import type { Query } from '../query/query';
import { CommandLineError } from './CommandLineError';
import { readText } from './readText';

/** A query from a file of JSON. Throws a CommandLineError or a BadQuery. */
export async function readQuery(path: string): Promise<Query> {
  return parseQuery(parseJson(await readText(path), path));
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandLineError(`${path} is not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
