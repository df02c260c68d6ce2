import { connectionsSchema } from '../../../src/evaluate/connections';
import { evaluate } from '../../../src/evaluate/evaluate';
import { noticeText } from '../../../src/evaluate/Result';
import { parseQuery } from '../../../src/query/parseQuery';
import { call, makeIndex } from '../../elasticsearch/support/store';
import { type Answer, type Ask, type FieldStore, LATER } from './FieldCase';

export function fieldStore(url: string): FieldStore {
  return {
    url,
    call: (method, path, body) => call(url, method, path, body),
    index: (name, properties, documents, settings = {}) =>
      makeIndex(url, name, properties, documents, settings as Record<string, unknown>),
  };
}

/** Has a question answered as a query is. */
export async function answer(url: string, { query, range = LATER }: Ask): Promise<Answer> {
  const connections = connectionsSchema.parse({ logs: { type: 'elasticsearch', url } });
  try {
    const parsed = parseQuery({ window: 'range', ...query });
    const result = await evaluate(parsed, { range, now: Date.now(), connections });
    return { result, notices: result.notices.map(noticeText).join('\n') };
  } catch (error) {
    return { notices: '', error: error instanceof Error ? error.message : String(error) };
  }
}
