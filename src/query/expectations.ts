import { z } from 'zod';
import { expectationSchema } from './expectation';

/** A file of expectations, as `modelwatch check` reads and writes it: by the feature's name. docs/quality.md shows one. */
export const expectationsSchema = z.strictObject({
  version: z.literal(1).default(1),
  features: z.record(z.string().min(1), expectationSchema),
});
export type Expectations = z.output<typeof expectationsSchema>;
