import { emptyDistribution } from '../../distribution/emptyDistribution';
import { writingOf } from '../../distribution/cell/writingOf';
import type {
  TypedFeature,
  DistributionCell,
  DistributionRequest,
  DistributionSet,
  Plan,
  RequestOptions,
} from '../Source';
import { distributionOfRows, featureColumn, TextInNumbers, type FeatureColumn } from './group/distributionOfRows';
import { clustered } from './group/clustered';
import { clusterNotices, type ClusterSize } from './group/clusterNotices';
import { delayColumn } from './group/delayColumn';
import { splitBySegment, type SegmentColumn, type SegmentRows } from './group/splitBySegment';
import { asText } from './columns/asText';
import type { TextColumn } from './columns/Column';
import type { ColumnRequest } from './readers/TableFile';
import type { ReadWhole } from './readWhole';
import { readTimes } from './readTimes';
import { SourceError } from '../SourceError';
import { type SelectedColumn, selectionNotices, selectRows, type SelectedRows } from './selectRows';

/** One pass over the file for all features, windows and segments. */
export function planFile(request: DistributionRequest, read: ReadWhole): Plan {
  const { features, segmentBy } = columnsOf(request);
  const columns = [...features, ...segmentBy];
  return {
    description: {
      requests: 1,
      summary: `Reads ${columns.length} ${columns.length === 1 ? 'column' : 'columns'} of ${request.selection.path ?? 'a file'}`,
      steps: columns.map(({ name, text }) => `column ${name}${text ? ', as text' : ''}`),
    },
    async execute(options) {
      const { result, notices } = await read(async ({ table, shown }) => {
        const wanted = { early: segmentBy, late: features };
        const selected = await selectRows(table, shown, request.selection, request.windows, wanted, options);
        return distributions(request, selected, shown, options);
      }, options.signal);
      return { ...result, notices: [...result.notices, ...notices] };
    },
  };
}

/** Where a feature's values are. */
export function fieldOf({ name, field }: { name: string; field?: string }): string {
  return field ?? name;
}

function columnsOf({ features, segmentBy }: DistributionRequest): Record<'features' | 'segmentBy', ColumnRequest[]> {
  const all = new Map<string, boolean>();
  for (const feature of features) {
    const name = fieldOf(feature);
    all.set(name, (all.get(name) ?? false) || feature.type !== 'numeric');
    if (feature.since !== undefined) {
      all.set(feature.since, all.get(feature.since) ?? false);
    }
    if (feature.cluster !== undefined) {
      all.set(feature.cluster, true);
    }
  }
  segmentBy.forEach((name) => all.delete(name));
  return {
    features: Array.from(all, ([name, text]) => ({ name, text })),
    segmentBy: segmentBy.map((name) => ({ name, text: true })),
  };
}

async function distributions(
  { features, segmentBy }: DistributionRequest,
  { table, windows, withoutTime, notices, used, column: read }: SelectedRows,
  shown: string,
  { signal }: RequestOptions
): Promise<DistributionSet> {
  const segmentColumns = segmentBy.flatMap((name): SegmentColumn[] => {
    const column = table.columns.get(name);
    const text = column === undefined ? null : asText(column);
    return text === null ? [] : [{ name, column: text }];
  });
  const groups = windows.map((rows) => splitBySegment(rows, segmentColumns));
  const isTakenOnce = groups.length === 1 && groups[0].length === 1;
  const cells: DistributionCell[] = [];
  const uses = countUses(features);
  const sizes: ClusterSize[] = [];
  for (const feature of features) {
    signal?.throwIfAborted();
    const field = fieldOf(feature);
    const found = await readOrSay(read, field, shown);
    if ('unreadable' in found) {
      groups.forEach((segments, window) =>
        segments.forEach(({ segment, rows }) =>
          cells.push({ ...unreadableCell(feature, rows, found.unreadable), window, segment })
        )
      );
      continue;
    }
    const { column, fresh } = found;
    const isOwn = fresh && isTakenOnce && uses.get(field) === 1;
    const own =
      feature.since === undefined ? column : delayColumn(await timesOf(feature.since, table, read, shown), column);
    const clusters = feature.cluster === undefined ? null : asText((await read(feature.cluster)).column);
    const isAlone = isOwn && clusters === null;
    const take = taker({ feature, clusters, sizes }, featureColumn(feature.type, own), table.rowNumber, shown, isAlone);
    groups.forEach((segments, window) => segments.forEach((segment) => cells.push(take(window, segment))));
  }
  return {
    cells,
    notices: [...selectionNotices({ notices, used, withoutTime }, shown), ...clusterNotices(sizes, shown)],
  };
}

function countUses(features: readonly TypedFeature[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const field of features.map(fieldOf)) {
    uses.set(field, 1 + (uses.get(field) ?? 0));
  }
  return uses;
}

/** A column that can't be read is said where it stands: the others can be judged. */
async function readOrSay(
  read: SelectedRows['column'],
  name: string,
  shown: string
): Promise<SelectedColumn | { readonly unreadable: string }> {
  try {
    return await read(name);
  } catch (error) {
    if (error instanceof SourceError && error.options.status === 422) {
      return { unreadable: error.message.includes(shown) ? error.message : `${shown}: ${error.message}` };
    }
    throw error;
  }
}

function unreadableCell({ name, type }: TypedFeature, { length }: Int32Array, unreadable: string) {
  return { feature: name, distribution: emptyDistribution(type, length), unreadable };
}

/** Of each row; of a file that is read column by column the one that holds them may not be at hand yet. */
async function timesOf(
  name: string,
  table: SelectedRows['table'],
  read: SelectedRows['column'],
  shown: string
): Promise<Float64Array> {
  const { column } = await read(name);
  return readTimes({ ...table, columns: new Map([[name, column]]) }, name, shown);
}

interface Taken {
  readonly feature: TypedFeature;
  /** Which rows belong together; null where nobody asked. */
  readonly clusters: TextColumn | null;
  /** Filled with what the clusters make of each cell. */
  readonly sizes: ClusterSize[];
}

function taker(
  { feature, clusters, sizes }: Taken,
  column: FeatureColumn,
  rowNumber: (row: number) => number,
  shown: string,
  isOwn: boolean
) {
  return (window: number, { segment, rows }: SegmentRows): DistributionCell => {
    try {
      const distribution = distributionOfRows(column, rows, { tolerant: feature.tolerant, inPlace: isOwn });
      const cell = { window, segment, feature: feature.name };
      if (clusters === null || (distribution.kind !== 'samples' && distribution.kind !== 'categories')) {
        return { ...cell, distribution };
      }
      const own = clustered(distribution, column, rows, clusters);
      sizes.push({ feature: feature.name, cluster: feature.cluster ?? '', ...own.size });
      return { ...cell, distribution: own.distribution };
    } catch (error) {
      if (error instanceof TextInNumbers) {
        const where = `${shown}, column "${fieldOf(feature)}", row ${rowNumber(error.row)}`;
        const mend = mendOf(error.text);
        const reason = `${where}: "${error.text}" is not a number. ${mend}, or set the type to categorical.`;
        return { ...unreadableCell(feature, rows, reason), window, segment };
      }
      throw error;
    }
  };
}

function mendOf(text: string): string {
  switch (writingOf(text)) {
    case null:
    case 'date':
      return 'Correct the file, or list the text under "missing" if it stands for a missing value';
    case 'decimal_comma':
      return 'Write a decimal point instead of the comma, or set "numbers" to {decimal: ","}';
    default:
      return 'Set "numbers" to how it is written';
  }
}
