import { z } from 'zod';
import { durationSchema } from '../../query/baseline';
import { missingSchema, numbersSchema } from '../../query/cellForms';

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
  /** What is missing, and how numbers are written, in all columns of its files. */
  missing: missingSchema.optional(),
  numbers: numbersSchema.optional(),
  /** How the text of its files is encoded, by a label of TextDecoder such as windows-1252; found out, unless given. */
  encoding: z.string().min(1).optional(),
  /** What parts the cells of delimited text; found out, unless given. */
  delimiter: z.string().min(1).max(4).optional(),
  /** Whether the first line of delimited text names the columns; found out, unless given. */
  header: z.boolean().optional(),
  /** Replays what was recorded as if it went on now, moved by whole periods of this length: `52w` keeps the season. */
  replay: durationSchema.optional(),
});
export type FileConnection = z.infer<typeof fileConnectionSchema>;
