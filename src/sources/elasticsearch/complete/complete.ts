import { z } from 'zod';
import type { RequestOptions } from '../../Source';
import type { Suggestion } from '../../Suggestion';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { completeField } from './completeField';
import { completeIndex } from './completeIndex';
import { completeValue } from './completeValue';

const text = z.string().default('');
const index = z.string().min(1);

/** What the query editor may ask to have completed. */
export const completionSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('index'), text }),
  /** `kind`: only fields that hold a time. */
  z.object({ what: z.literal('field'), index, kind: z.enum(['any', 'time']).default('any'), text }),
  z.object({ what: z.literal('value'), index, field: z.string().min(1), query: z.string().optional(), text }),
]);
export type Completion = z.output<typeof completionSchema>;

/** Suggestions for an index, a field or a field's value. Throws a SourceError. */
export function complete(
  client: ElasticsearchClient,
  asked: Completion,
  options: RequestOptions
): Promise<readonly Suggestion[]> {
  switch (asked.what) {
    case 'index':
      return completeIndex(client, asked, options);
    case 'field':
      return completeField(client, asked, options);
    case 'value':
      return completeValue(client, asked, options);
  }
}
