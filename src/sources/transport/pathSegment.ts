import { SourceError } from '../SourceError';

/**
 * A name that a query gives, as one segment of an address. Names that would leave the connection's own path, whatever
 * decodes them on the way, are refused: the connection's credentials go with the request. Throws a SourceError.
 */
export function pathSegment(name: string, what: string): string {
  const parts = name.split(/[/\\]/);
  const isControl = [...name].some((letter) => letter < ' ' || letter === '\u007f');
  if (name.trim() === '' || isControl || parts.some((part) => /^(\.|%2e){1,2}$/i.test(part.trim()))) {
    throw new SourceError(`${JSON.stringify(name)} is no name of ${what}: it would lead elsewhere.`, {
      status: 400,
      side: 'plugin',
    });
  }
  return encodeURIComponent(name);
}
