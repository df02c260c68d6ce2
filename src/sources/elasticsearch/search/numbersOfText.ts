import { isUsualMarker } from '../../../distribution/cell/missingMarkers';
import type { Categories, Distribution, Samples } from '../../../distribution/Distribution';
import { nextDouble } from '../../../distribution/nextDouble';
import { countsOf } from '../../../distribution/valueCounts';
import type { DistributionCell } from '../../Source';
import { readNumberText } from '../fields/numberText';
import type { Column } from './Column';

/** So many values are written out one by one; of more each different one is a bucket of its own. */
const MOST_SAMPLES = 100_000;

export interface TextNumbers {
  readonly cells: readonly DistributionCell[];
  /** Features with more different texts than are listed: their numbers must be read from documents. */
  readonly unlisted: ReadonlySet<string>;
  readonly notices: readonly string[];
}

/** Where a keyword holds numbers or truths: its counted texts as what they mean, and what stands for nothing as missing. */
export function numbersOfText(cells: readonly DistributionCell[], columns: readonly Column[]): TextNumbers {
  const numeric = new Map(columns.filter(({ asNumbers }) => asNumbers === true).map((one) => [one.feature.name, one]));
  const truths = new Set(
    columns.filter(({ feature, field }) => feature.type === 'boolean' && field.kind === 'keyword').map(nameOf)
  );
  if (numeric.size + truths.size === 0) {
    return { cells, unlisted: new Set(), notices: [] };
  }
  const unlisted = new Set(
    cells
      .filter(({ feature, distribution: one }) => numeric.has(feature) && one.kind === 'categories' && one.rest > 0)
      .map(({ feature }) => feature)
  );
  const markers = new Map<string, Set<string>>();
  const read = cells
    .filter(({ feature }) => !unlisted.has(feature))
    .map((cell) => {
      const { feature, distribution } = cell;
      if (distribution.kind !== 'categories' || !(numeric.has(feature) || truths.has(feature))) {
        return cell;
      }
      const marked = markers.get(feature) ?? new Set<string>();
      [...distribution.byCategory.keys()].filter(isUsualMarker).forEach((text) => marked.add(text));
      markers.set(feature, marked);
      return { ...cell, distribution: numeric.has(feature) ? asNumbers(distribution) : withoutMarkers(distribution) };
    });
  return { cells: read, unlisted, notices: [...said(numeric), ...saidMissing(markers)] };
}

function nameOf({ feature }: Column): string {
  return feature.name;
}

function said(columns: ReadonlyMap<string, Column>): string[] {
  return [...columns.values()].map(
    ({ feature, field }) =>
      `${feature.name} holds numbers as texts (${field.counted}, a keyword): they are compared as numbers. Give it the type categorical where they are codes.`
  );
}

function saidMissing(markers: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return [...markers].flatMap(([feature, texts]) =>
    texts.size === 0
      ? []
      : [`${feature}: ${[...texts].map((text) => JSON.stringify(text)).join(', ')} read as missing.`]
  );
}

function withoutMarkers(distribution: Categories): Categories {
  const { counts, byCategory } = distribution;
  const marked = [...byCategory].filter(([text]) => isUsualMarker(text));
  const missing = marked.reduce((sum, [, count]) => sum + count, counts.missing);
  return {
    ...distribution,
    counts: { ...counts, missing },
    byCategory: new Map([...byCategory].filter(([text]) => !isUsualMarker(text))),
  };
}

function asNumbers({ counts, byCategory, guarantee }: Categories): Distribution {
  const values = new Map<number, number>();
  let { missing, mistyped, nan } = counts;
  let example: string | undefined;
  for (const [text, count] of byCategory) {
    const value = readNumberText(text);
    if (value === 'missing') {
      missing += count;
    } else if (value === 'mistyped') {
      mistyped += count;
      example ??= text;
    } else if (Number.isNaN(value)) {
      nan += count;
    } else {
      values.set(value, (values.get(value) ?? 0) + count);
    }
  }
  const points = [...values].sort(([a], [b]) => a - b);
  const size = points.reduce((sum, [, count]) => sum + count, 0);
  const own = countsOf(counts.total, {
    ...{ missing, mistyped, nan },
    positiveInfinity: values.get(Infinity) ?? 0,
    negativeInfinity: values.get(-Infinity) ?? 0,
  });
  if (size <= MOST_SAMPLES && guarantee === 'exact') {
    return samplesOf(points, size, own, example);
  }
  const finite = points.filter(([value]) => Number.isFinite(value));
  const edges = Float64Array.from(
    new Set([-Infinity, ...finite.flatMap(([value]) => [value, nextDouble(value)]), Infinity])
  ).sort();
  const bins = new Float64Array(edges.length - 1);
  finite.forEach(([value, count]) => (bins[edges.indexOf(value)] += count));
  bins[0] += own.negativeInfinity;
  bins[bins.length - 1] += own.positiveInfinity;
  return { kind: 'histogram', counts: own, edges, bins, closed: 'left', guarantee };
}

function samplesOf(
  points: ReadonlyArray<readonly [number, number]>,
  size: number,
  counts: Samples['counts'],
  text: string | undefined
): Samples {
  const sorted = new Float64Array(size);
  let at = 0;
  for (const [value, count] of points) {
    sorted.fill(value, at, at + count);
    at += count;
  }
  return { kind: 'samples', counts, sorted, ...(text !== undefined && { text }) };
}
