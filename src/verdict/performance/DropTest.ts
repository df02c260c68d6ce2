import { studentQuantile } from '../../statistics/special/studentQuantile';
import { studentTwoSidedTail } from '../../statistics/special/studentTwoSidedTail';

/** How much worse a metric is, on the scale on which it is tested; positive is worse. */
export interface DropTest {
  readonly test: string;
  readonly drop: number;
  /** What it surely lies between where only buckets are known. */
  readonly least: number;
  readonly most: number;
  readonly standardError: number;
  readonly degrees: number;
  /** From that scale to the drop that is shown: of a metric between 0 and 1 the difference, of a loss its relative growth. */
  toDrop(scaled: number): number;
}

/** Mean of the size of a normal number, in standard deviations. */
const BY_CHANCE = Math.sqrt(2 / Math.PI);
const POWER = 0.8416212335729143;

/** The p-value of no change, two-sided, at the smallest change that is certain. */
export function pValueOf(test: DropTest): number {
  return pValueAt(certain(test), test);
}

export function pValueAt(scaled: number, { standardError, degrees }: DropTest): number {
  if (scaled === 0) {
    return 1;
  }
  return standardError > 0 ? studentTwoSidedTail(scaled / standardError, degrees) : 0;
}

/** The certain change that is nearest to none. */
export function certain({ least, most }: DropTest): number {
  return least > 0 ? least : Math.min(0, most);
}

export interface ShownDrop {
  readonly drop: number;
  readonly low: number;
  readonly high: number;
  readonly expected: number;
  /** The smallest drop that is found in 80% of cases at alpha. */
  readonly detectable: number;
}

export function shownDrop(test: DropTest, alpha: number): ShownDrop {
  const { standardError, degrees, toDrop } = test;
  const half = studentQuantile(0.05, degrees) * standardError;
  return {
    drop: toDrop(test.drop),
    low: toDrop(test.least - half),
    high: toDrop(test.most + half),
    expected: toDrop(BY_CHANCE * standardError),
    detectable: toDrop((studentQuantile(alpha, degrees) + POWER) * standardError),
  };
}
