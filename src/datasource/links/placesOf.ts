import { parseMatchers, writeMatchers } from '../editor/selection/parseMatchers';
import type { ModelwatchQuery } from '../ModelwatchQuery';
import { exploreLink } from './exploreLink';
import { kibanaLink } from './kibanaLink';
import { type LinkedConnection, linkedConnection, type LinkSettings } from './LinkSettings';
import { luceneOf } from '../../query/luceneOf';
import { labelName, quotePromql } from '../fill/promqlText';
import { escapeRegex } from '../fill/escapeRegex';
import type { Row } from './Row';

/** Somewhere that a row of a table leads to. */
export interface Place {
  readonly title: string;
  readonly opensTab: boolean;
  readonly address: (row: Row) => string;
}

interface Context {
  readonly uid: string;
  readonly settings: LinkSettings;
  readonly canExplore: boolean;
}

/**
 * Where the rows of a query lead: to the feature's distribution in that window, and to what it was made from, in Explore
 * where the connection goes through a data source of Grafana, and in Kibana where the settings name one.
 */
export function placesOf(query: ModelwatchQuery, { uid, settings, canExplore }: Context): Place[] {
  const connection = linkedConnection(settings, query.current?.connection);
  return [
    ...(canExplore ? [distribution(query, uid)] : []),
    ...(canExplore ? rawInExplore(query, connection) : []),
    ...(connection?.type === 'elasticsearch' ? rawInKibana(query, settings.kibanaUrl) : []),
  ];
}

function distribution(query: ModelwatchQuery, uid: string): Place {
  const { current, baseline, timezone, segmentBy } = query;
  return {
    title: 'Distribution in Explore',
    opensTab: false,
    address: ({ feature, from, to }) => {
      const asked = current?.features?.find(({ name }) => name === feature) ?? { name: feature };
      const of: ModelwatchQuery = {
        ...{ refId: 'A', version: 1, kind: 'distribution', format: 'table', window: 'range' },
        ...{ baseline, timezone, segmentBy },
        current: { ...current, features: [asked] },
      };
      return exploreLink({ ...of, datasource: { type: 'modelwatch-datasource', uid } }, from, to);
    },
  };
}

function rawInExplore(query: ModelwatchQuery, connection: LinkedConnection | undefined): Place[] {
  const { current } = query;
  const uid = connection?.grafanaUid;
  if (uid === undefined) {
    return [];
  }
  if (connection?.type === 'elasticsearch') {
    const address = ({ segment, from, to }: Row) => {
      const documents = {
        refId: 'A',
        datasource: { type: 'elasticsearch', uid },
        query: luceneOf(current?.query, segment) ?? '',
        metrics: [{ id: '1', type: 'raw_data', settings: { size: '500' } }],
        bucketAggs: [],
        ...(current?.timeField === undefined ? {} : { timeField: current.timeField }),
      };
      return exploreLink(documents, from, to);
    };
    return [{ title: 'Documents in Explore', opensTab: false, address }];
  }
  const address = ({ feature, segment, from, to }: Row) => {
    const asked = current?.features?.find(({ name }) => name === feature);
    const matchers = matchersOf([current?.matchers, asked?.matchers], segment);
    const expr = asked?.expr ?? `{${[nameMatcher(asked?.metric ?? feature), ...matchers].join(', ')}}`;
    return exploreLink({ refId: 'A', datasource: { type: 'prometheus', uid }, expr }, from, to);
  };
  return connection?.type === 'prometheus' ? [{ title: 'Series in Explore', opensTab: false, address }] : [];
}

function rawInKibana({ current, segmentBy = [] }: ModelwatchQuery, kibanaUrl: string | undefined): Place[] {
  const index = current?.index;
  const link = (row: Row) =>
    kibanaLink(kibanaUrl ?? '', {
      index: index ?? '',
      timeField: current?.timeField,
      query: luceneOf(current?.query, row.segment),
      columns: [fieldOf(current?.features, row.feature), ...segmentBy],
      from: row.from,
      to: row.to,
    });
  const isUsable = index !== undefined && link({ feature: '', segment: {}, from: 0, to: 0 }) !== null;
  return isUsable ? [{ title: 'Documents in Kibana', opensTab: true, address: (row) => link(row) ?? '' }] : [];
}

function fieldOf(features: NonNullable<ModelwatchQuery['current']>['features'], feature: string): string {
  return features?.find(({ name }) => name === feature)?.field ?? feature;
}

/** The metric itself, and the series of a histogram or counter of that base name. */
function nameMatcher(metric: string): string {
  return `__name__=~${quotePromql(`${escapeRegex(metric)}(_bucket|_count|_sum|_total)?`)}`;
}

/** Those of the query, less what the segment settles, and the segment's. */
function matchersOf(texts: ReadonlyArray<string | undefined>, segment: Row['segment']): string[] {
  const own = texts.map((text) => withoutLabels(cleanMatchers(text), segment)).filter((text) => text !== '');
  return [...own, ...Object.entries(segment).map(([label, value]) => `${labelName(label)}=${quotePromql(value)}`)];
}

/** A row of a segment matches what the query asks of the segment's label: that is not said twice. */
function withoutLabels(text: string, segment: Row['segment']): string {
  const matchers = parseMatchers(text);
  return matchers?.some(({ label }) => Object.hasOwn(segment, label))
    ? writeMatchers(matchers.filter(({ label }) => !Object.hasOwn(segment, label)))
    : text;
}

/** Without the braces and comma that people write around matchers. */
function cleanMatchers(text = ''): string {
  return text
    .trim()
    .replace(/^\{([\s\S]*)\}$/, '$1')
    .trim()
    .replace(/,$/, '');
}
