import type { SourceError } from '../SourceError';
import { badRequest, unreadable } from './fileError';
import { nearNames } from '../nearNames';

const MOST_LISTED = 12;
const MOST_NEAR = 3;

/** A column that the file does not have; the message offers names like it, or those that there are. */
export function unknownColumn(file: string, name: string, names: readonly string[]): SourceError {
  const inside = names.filter((one) => one.startsWith(`${name}.`)).slice(0, MOST_NEAR);
  const near = inside.length > 0 ? inside : nearNames(name, names);
  const listed = names.slice(0, MOST_LISTED).join(', ') + (names.length > MOST_LISTED ? ', …' : '');
  const help = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `It has ${listed || 'no columns'}.`;
  return badRequest(`${file} has no column "${name}". ${help}`);
}

/** A column that the file has, of which no single values can be read. */
export function unreadableColumn(file: string, name: string, held: string): SourceError {
  return unreadable(`${file}: the column "${name}" can't be read, since it holds ${held}. Leave it out.`);
}
