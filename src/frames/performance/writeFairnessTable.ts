import type { FairnessCompared, PerformanceResult } from '../../evaluate/Result';
import { describeFairness, nextStepOfFairness } from '../../verdict/performance/fairness/describeFairness';
import type { FairnessWord } from '../../verdict/performance/fairness/FairnessFinding';
import type { FieldKind, Frame, FrameField } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { segmentBase } from '../segmentColumn';
import type { Shown } from './performanceMappings';

/** How each verdict is shown, with the names of Grafana's colors. */
export const FAIRNESS_SHOWN: Readonly<Record<FairnessWord, Shown>> = {
  outside: { text: 'outside limits', color: 'red' },
  inside: { text: 'within limits', color: 'green' },
  undecided: { text: 'not enough data', color: 'text' },
  undefined: { text: 'not applicable', color: 'text' },
};

interface Column {
  readonly name: string;
  readonly kind: FieldKind;
  readonly description: string;
  readonly config?: Readonly<Record<string, unknown>>;
  of(row: FairnessCompared): string | number | null;
}

const DECIMALS = { decimals: 3 };

const LEADING: readonly Column[] = [
  { name: 'measure', kind: 'string', description: 'The fairness measure', of: ({ measure }) => measure },
  { name: 'group', kind: 'string', description: 'The group that is compared', of: ({ group }) => group },
  { name: 'reference', kind: 'string', description: 'The group it is compared with', of: ({ reference }) => reference },
];

const TRAILING: readonly Column[] = [
  {
    name: 'value',
    kind: 'number',
    description: 'Group minus reference, or group ÷ reference of disparate_impact; empty where undefined',
    config: DECIMALS,
    of: ({ value }) => value,
  },
  number('low', 'Lower end of the 95% confidence interval', ({ low }) => low),
  number('high', 'Upper end of the 95% confidence interval', ({ high }) => high),
  number('limit_low', 'Lowest accepted value', ({ from }) => from),
  number('limit_high', 'Highest accepted value', ({ to }) => to),
  { ...number('rows', 'Rows of the group in the denominator', ({ rows }) => rows), config: { decimals: 0 } },
  {
    ...number('reference_rows', 'Rows of the reference group in the denominator', ({ referenceRows }) => referenceRows),
    config: { decimals: 0 },
  },
  {
    name: 'verdict',
    kind: 'string',
    description: 'Verdict',
    config: { mappings: [{ type: 'value', options: FAIRNESS_SHOWN }] },
    of: ({ verdict }) => verdict,
  },
  {
    ...number('severity', '2 outside the limits, 0 within, empty without a verdict', ({ severity }) => severity),
    config: { decimals: 0, min: 0, max: 2 },
  },
  {
    name: 'reason',
    kind: 'string',
    description: 'Reason for the verdict',
    of: (row) => describeFairness(row, row.field),
  },
  { name: 'next_step', kind: 'string', description: 'What to do', of: nextStepOfFairness },
];

const OWN: ReadonlySet<string> = new Set([...LEADING, ...TRAILING].map(({ name }) => name));

/** One frame, `fairness`, with a row for each measure, group, and segment; the worst first. */
export function writeFairnessTable({ fairness }: PerformanceResult, meta: ResultMeta): Frame {
  const rows = fairness.toSorted((a, b) => (b.severity ?? -1) - (a.severity ?? -1));
  const own = (columns: readonly Column[]) =>
    columns.map(({ name, kind, description, config, of }): FrameField => {
      return { name, kind, values: rows.map(of), config: { description, ...config } };
    });
  const segments = meta.segmentBy
    .filter((name) => rows.some(({ segment }) => segment[name] !== undefined))
    .map((name): FrameField => {
      const values = rows.map(({ segment }) => segment[name] ?? null);
      return { name: OWN.has(segmentBase(name)) ? `segment_${name}` : name, kind: 'string', values };
    });
  return {
    name: 'fairness',
    meta: {
      preferredVisualisationType: 'table',
      custom: { ...meta, kind: 'fairness', field: rows.at(0)?.field ?? null },
    },
    fields: [...own(LEADING), ...segments, ...own(TRAILING)],
  };
}

function number(name: string, description: string, of: (row: FairnessCompared) => number | null): Column {
  return { name, kind: 'number', description, config: DECIMALS, of };
}
