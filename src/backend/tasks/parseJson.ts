import { BadRequest } from './BadRequest';

/** Throws a BadRequest that begins with what was to be read, such as `The query`. */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadRequest(`${what} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
