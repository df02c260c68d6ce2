import { z } from 'zod';

/** A folder whose files may be read. */
export const fileConnectionSchema = z.strictObject({
  type: z.literal('file'),
  /** Absolute, or relative to the folder in which the process runs. */
  folder: z.string().min(1),
});
export type FileConnection = z.infer<typeof fileConnectionSchema>;
