import type { TypedFeature, DistributionCell, DistributionRequest, DistributionSet, Plan } from '../Source';
import { unreadable } from './fileError';
import { distributionOfRows, featureColumn, TextInNumbers, type FeatureColumn } from './group/distributionOfRows';
import { splitBySegment, type SegmentColumn, type SegmentRows } from './group/splitBySegment';
import { asText } from './columns/asText';
import type { TableFile } from './readers/TableFile';
import { selectRows, type SelectedRows } from './selectRows';

type Open = () => Promise<{ table: TableFile; shown: string }>;

/** One pass over the file for all features, windows and segments. */
export function planFile(request: DistributionRequest, open: Open): Plan {
  const columns = columnsOf(request);
  return {
    description: {
      requests: 1,
      summary: `Reads ${columns.length} ${columns.length === 1 ? 'column' : 'columns'} of ${request.selection.path ?? 'a file'}`,
      steps: columns.map(({ name, text }) => `column ${name}${text ? ', as text' : ''}`),
    },
    async execute({ signal }) {
      const { table, shown } = await open();
      const selected = await selectRows(table, shown, request.selection, request.windows, columns, signal);
      return distributions(request, selected, shown, signal);
    },
  };
}

/** Where a feature's values are. */
export function fieldOf({ name, field }: { name: string; field?: string }): string {
  return field ?? name;
}

function columnsOf({ features, segmentBy }: DistributionRequest): Array<{ name: string; text: boolean }> {
  const all = new Map<string, boolean>();
  for (const feature of features) {
    const name = fieldOf(feature);
    all.set(name, (all.get(name) ?? false) || feature.type !== 'numeric');
  }
  for (const name of segmentBy) {
    all.set(name, true);
  }
  return Array.from(all, ([name, text]) => ({ name, text }));
}

function distributions(
  { features, segmentBy }: DistributionRequest,
  { table, windows, withoutTime }: SelectedRows,
  shown: string,
  signal?: AbortSignal
): DistributionSet {
  const segmentColumns = segmentBy.flatMap((name): SegmentColumn[] => {
    const column = table.columns.get(name);
    const text = column === undefined ? null : asText(column);
    return text === null ? [] : [{ name, column: text }];
  });
  const groups = windows.map((rows) => splitBySegment(rows, segmentColumns));
  const cells: DistributionCell[] = [];
  for (const feature of features) {
    signal?.throwIfAborted();
    const column = table.columns.get(fieldOf(feature));
    if (column !== undefined) {
      const take = taker(feature, featureColumn(feature.type, column), table.rowNumber, shown);
      groups.forEach((segments, window) => segments.forEach((segment) => cells.push(take(window, segment))));
    }
  }
  const notices = withoutTime === 0 ? [] : [`${withoutTime} rows of ${shown} have no time and are left out.`];
  return { cells, notices };
}

function taker(feature: TypedFeature, column: FeatureColumn, rowNumber: (row: number) => number, shown: string) {
  return (window: number, { segment, rows }: SegmentRows): DistributionCell => {
    try {
      return {
        window,
        segment,
        feature: feature.name,
        distribution: distributionOfRows(column, rows, feature.tolerant),
      };
    } catch (error) {
      if (error instanceof TextInNumbers) {
        throw unreadable(
          `${shown}, column "${fieldOf(feature)}", row ${rowNumber(error.row)}: "${error.text}" is not a number; make the feature categorical, or mend the file.`
        );
      }
      throw error;
    }
  };
}
