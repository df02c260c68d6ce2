import counts from '../../../tests/fixtures/statistics/counts.json';

/** What two rows of counts give elsewhere; where each comes from stands in docs/statistics-references.md. */
export interface CountMeasures {
  readonly name: string;
  readonly baseline: number[];
  readonly current: number[];
  readonly psi: number;
  readonly psiPValue: number;
  readonly kl: number;
  readonly jensenShannon: number;
  readonly jensenShannonNats: number;
  readonly hellinger: number;
  readonly totalVariation: number;
  readonly lInfinity: number;
  readonly smallestExpected: number;
  readonly chiSquare?: number;
  readonly chiSquarePValue?: number;
  readonly g?: number;
  readonly gPValue?: number;
  readonly cramersV?: number;
  readonly z?: number;
  readonly zPValue?: number;
}

/** The same measures by 50-digit arithmetic. */
type PreciseMeasures = Record<'g' | 'psi' | 'kl' | 'jensenShannon' | 'jensenShannonNats' | 'hellinger', number>;

type Adjusted = Record<'bh' | 'by' | 'holm' | 'bonferroni', number[]>;

interface CountsFixture {
  readonly chiSquareTails: ReadonlyArray<{ x: number; degrees: number; p: number }>;
  readonly categorical: ReadonlyArray<CountMeasures & { precise: PreciseMeasures }>;
  readonly numeric: ReadonlyArray<CountMeasures & { psiSturges: number; bins: number }>;
  readonly fisher: ReadonlyArray<{
    table: [number, number, number, number];
    source: string;
    p: number;
    oddsRatio?: number | null;
  }>;
  readonly adjusted: ReadonlyArray<{ pValues: number[]; r: Adjusted } & Adjusted>;
  readonly exactConditional: ReadonlyArray<{ baseline: number[]; current: number[]; p: Record<string, number> }>;
}

/** Written by tests/fixtures/statistics/generate_counts.py. */
export const countsFixture = counts as unknown as CountsFixture;
