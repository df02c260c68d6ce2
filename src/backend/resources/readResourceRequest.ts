import { BadRequest } from '../tasks/BadRequest';
import { parseJson } from '../tasks/parseJson';
import { readAccess, readConnections } from '../tasks/readConnections';
import type { ResourceTask } from '../tasks/Task';
import type { ResourceRequest } from './Resource';

/** Throws a BadRequest where the body or the data source's settings cannot be read; what they hold is read when used. */
export function readResourceRequest({ settings, url, method, body }: ResourceTask): ResourceRequest {
  const parameters = method.toUpperCase() === 'GET' ? fromUrl(url) : fromBody(body);
  return {
    get settings() {
      return readConnections(settings);
    },
    access: readAccess(settings),
    parameters,
  };
}

function fromUrl(url: string): Record<string, unknown> {
  const start = url.indexOf('?');
  return start < 0 ? {} : Object.fromEntries(new URLSearchParams(url.slice(start + 1)));
}

function fromBody(body: string): Record<string, unknown> {
  const value = parseJson(body, 'The body of the request');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadRequest('The body of the request is not an object.');
  }
  return value as Record<string, unknown>;
}
