import { z } from 'zod';

/** Where a query names none. */
export const USUAL_SEED = 1;

/** A random share of the documents stands for all of them: asked for, never by itself. */
export const samplingSchema = z.strictObject({
  /** The share: what Elasticsearch's `random_sampler` takes. */
  probability: z.number().gt(0).max(0.5),
  /** The same seed takes the same documents as long as none come in. */
  seed: z.number().int().min(0).max(2_147_483_647).optional(),
});
export type Sampling = z.output<typeof samplingSchema>;
