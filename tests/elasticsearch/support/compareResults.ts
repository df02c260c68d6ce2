import type {
  ChangeResult,
  ExplainResult,
  PerformanceResult,
  QualityResult,
  Result,
  VersionsResult,
  VolumeResult,
} from '../../../src/evaluate/Result';
import { noticeText } from '../../../src/sources/Notice';
import { compareWithRows } from './compareWithRows';

/** What a store and its raw rows answer to one question must agree: all but what counting between edges leaves open. */
export function compareResults(counted: Result, raw: Result): void {
  if (counted.kind === 'drift' && raw.kind === 'drift') {
    expect(counted.verdicts.length).toBeGreaterThan(0);
    compareWithRows(counted.verdicts, raw.verdicts);
  } else if (counted.kind === 'distribution' && raw.kind === 'distribution') {
    const [store, rows] = [counted, raw].map(({ features }) => features.map(({ verdict }) => verdict));
    expect(store.length).toBeGreaterThan(0);
    compareWithRows(store, rows);
  } else if (counted.kind === 'performance' && raw.kind === 'performance') {
    comparePerformance(counted, raw);
  } else {
    expect([counted.kind, toldOf(counted)]).toEqual([raw.kind, toldOf(raw)]);
  }
}

/** What must be told alike, by kinds that have no bounds of their own. */
function toldOf(result: Result): unknown {
  switch (result.kind) {
    case 'quality':
      return checksOf(result);
    case 'volume':
      return volumesOf(result);
    case 'change':
      return changesOf(result);
    case 'explain':
      return causesOf(result);
    case 'versions':
      return tracesOf(result);
    default:
      throw new Error(result.kind);
  }
}

/**
 * Scores of few decimals are counted one by one in a store too: values and verdicts are the same. Before labels are complete
 * each is weighted by its age, which a store that says so knows by the hour alone.
 */
function comparePerformance(counted: PerformanceResult, raw: PerformanceResult): void {
  const keyOf = ({ metric, ofClass, segment, window }: PerformanceResult['verdicts'][number]) =>
    JSON.stringify([metric, ofClass, segment, window]);
  const exact = new Map(raw.verdicts.map((one) => [keyOf(one), one]));
  expect(counted.verdicts.length).toBeGreaterThan(0);
  expect(counted.verdicts.map(keyOf).sort()).toEqual([...exact.keys()].sort());
  const isByHour = counted.notices.some((notice) => noticeText(notice).startsWith('Label delays are told by the hour'));
  for (const mine of counted.verdicts) {
    const theirs = exact.get(keyOf(mine));
    const digits = isByHour && mine.verdict === 'labels_pending' ? 3 : 9;
    expect([mine.rows, mine.labelled, mine.verdict]).toEqual([theirs?.rows, theirs?.labelled, theirs?.verdict]);
    for (const side of ['current', 'baseline'] as const) {
      const [one, other] = [mine[side]?.value ?? null, theirs?.[side]?.value ?? null];
      if (one === null || other === null) {
        expect(one).toBe(other);
      } else {
        expect(one).toBeCloseTo(other, digits);
      }
    }
  }
}

/** What explains at least a fifth, as finely as buckets tell; and the rest by name. */
function causesOf({ causes, verdict }: ExplainResult): unknown {
  expect(verdict.verdict).not.toBe('undefined');
  return causes.map(({ kind, field, value, explained }) => [
    kind,
    field,
    value,
    explained === null || explained < 0.2 ? null : Math.round(explained * 5),
  ]);
}

/** When each series changed, from what to what. */
function changesOf({ series }: ChangeResult): string[] {
  expect(series.length).toBeGreaterThan(0);
  return series
    .map(({ feature, figure, segment, changes, values }) => {
      const told = changes.map(({ kind, window, before, after }) => {
        return [kind, window.from, Number(before.toPrecision(6)), Number(after.toPrecision(6))];
      });
      return JSON.stringify([feature, figure, segment, values.filter((value) => value !== null).length, told]);
    })
    .sort();
}

function checksOf({ verdicts }: QualityResult): string[] {
  expect(verdicts.length).toBeGreaterThan(0);
  return verdicts
    .map(({ comparison, window, findings, checks, summaries, severity }) => {
      const { count, missing_rate: missing, minimum, maximum, mean } = summaries;
      // A field of single precision holds the nearest such number.
      const figures = [count, missing, minimum, maximum, mean].map(({ value }) => Number(value?.toPrecision(6)));
      const found = findings.map(({ code }) => code).sort();
      const made = [...checks].map(([name, worst]) => `${name} ${worst}`).sort();
      return JSON.stringify([comparison.feature, comparison.segment, window, severity, found, made, figures]);
    })
    .sort();
}

function volumesOf({ verdicts }: VolumeResult): string[] {
  expect(verdicts.length).toBeGreaterThan(0);
  return verdicts
    .map(({ measure, segment, window, value, expected, verdict, severity, past }) =>
      JSON.stringify([measure, segment, window, value, expected, verdict, severity, past])
    )
    .sort();
}

function tracesOf({ traces }: VersionsResult): unknown {
  expect(traces.length).toBeGreaterThan(0);
  return traces.map(({ segment, windows, versions, changes, isDecided }) => ({
    segment,
    windows: windows.map(({ window, byVersion, rest, unversioned }) => [
      window,
      [...byVersion].sort(),
      rest,
      unversioned,
    ]),
    versions,
    changes,
    isDecided,
  }));
}
