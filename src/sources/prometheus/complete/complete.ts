import { z } from 'zod';
import type { RequestOptions } from '../../Source';
import type { PrometheusClient } from '../client/PrometheusClient';
import { completeLabel } from './completeLabel';
import { completeMetric } from './completeMetric';
import { completeValue } from './completeValue';
import type { Suggestion } from '../../Suggestion';

const series = { metric: z.string().optional(), matchers: z.string().optional(), text: z.string().default('') };

/** What the query editor may ask to have completed. */
export const completionSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('metric'), ...series }),
  z.object({ what: z.literal('label'), ...series }),
  z.object({ what: z.literal('value'), label: z.string().min(1), ...series }),
]);
export type Completion = z.output<typeof completionSchema>;

/** Suggestions for a metric, a label or a label's value. Throws a SourceError. */
export function complete(
  client: PrometheusClient,
  asked: Completion,
  options: RequestOptions
): Promise<readonly Suggestion[]> {
  switch (asked.what) {
    case 'metric':
      return completeMetric(client, asked, options);
    case 'label':
      return completeLabel(client, asked, options);
    case 'value':
      return completeValue(client, asked, options);
  }
}
