import { z } from 'zod';

/** How numbers are written in text, where that is not 1234.5: docs/configuration.md has an example of each key. */
export const numbersSchema = z
  .strictObject({
    /** What parts the whole from the fraction. */
    decimal: z.enum(['.', ',']).optional(),
    /** What parts groups of three digits. */
    thousands: z.enum([',', '.', ' ', "'", '_']).optional(),
    /** True: any currency's sign or code beside the number; a text: this one alone. */
    currency: z.union([z.boolean(), z.string().min(1)]).optional(),
    /** Read 12% as 12: the number as it is written. */
    percent: z.boolean().optional(),
    /** Read durations such as 00:11:25, `0 days 00:11:25`, PT11M25S and 11m25s as seconds. */
    duration: z.boolean().optional(),
  })
  .refine(({ decimal = '.', thousands }) => decimal !== thousands, {
    path: ['thousands'],
    message: 'is the same as "decimal": the two must differ',
  });
export type NumberForms = z.infer<typeof numbersSchema>;

/** Texts, and numbers such as -999, that stand for a missing value, beside the usual ones; an empty list means none at all. */
export const missingSchema = z.array(z.union([z.string(), z.number()]));
export type MissingTexts = z.infer<typeof missingSchema>;

/** How the cells of a column are read. */
export interface CellForms {
  readonly missing?: MissingTexts;
  readonly numbers?: NumberForms;
}
