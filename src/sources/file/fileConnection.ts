import { z } from 'zod';
import { durationSchema } from '../../query/baseline';

/** A folder whose files may be read. */
export const fileConnectionSchema = z.strictObject({
  type: z.literal('file'),
  /** Absolute, or relative to the folder in which the process runs. */
  folder: z
    .string()
    .min(
      1,
      'is empty: write the folder that holds the files (where it comes from an environment variable, set that for Grafana)'
    ),
  /** Replays what was recorded as if it went on now, moved by whole periods of this length: `52w` keeps the season. */
  replay: durationSchema.optional(),
});
export type FileConnection = z.infer<typeof fileConnectionSchema>;
