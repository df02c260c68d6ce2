/** What a table holds beside the columns that all tables with verdicts share. */
export type CellDetails =
  | { readonly subject: 'drift' }
  | {
      readonly subject: 'quality';
      /** Code of the worst finding, such as `category_new`; null where there is none. */
      readonly finding: string | null;
      readonly findings: number;
      readonly foundSince: number | null;
      readonly nextStep: string;
    }
  | {
      readonly subject: 'volume';
      readonly value: number | null;
      readonly expected: number | null;
      readonly low: number | null;
      readonly high: number | null;
      /** Value less expected, as a share of the expected. */
      readonly deviation: number | null;
      /** From 1 on the value is off. */
      readonly score: number | null;
    };
