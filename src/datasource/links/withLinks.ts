import type { DataFrame, DataLink, DataQueryRequest, DataQueryResponse } from '@grafana/data';
import { config } from '@grafana/runtime';
import { segmentFields } from '../../frames/segmentFields';
import type { ModelwatchQuery } from '../ModelwatchQuery';
import type { LinkSettings } from './LinkSettings';
import { type Place, placesOf } from './placesOf';
import { readRow, shownTable } from './Row';

/** Adds to the features of each table with verdicts the links to what they were made from. */
export function withLinks(
  response: DataQueryResponse,
  { targets, range }: DataQueryRequest<ModelwatchQuery>,
  { uid, settings }: { readonly uid: string; readonly settings: LinkSettings }
): DataQueryResponse {
  const bounds = { from: range.from.valueOf(), to: range.to.valueOf() };
  const data = (response.data as DataFrame[]).map((frame) => {
    const query = targets.find(({ refId }) => refId === frame.refId);
    return query !== undefined && isVerdicts(frame)
      ? linked(frame, placesOf(query, { uid, settings, canExplore: config.exploreEnabled }), bounds)
      : frame;
  });
  return { ...response, data };
}

function isVerdicts({ fields }: DataFrame): boolean {
  return ['feature', 'time', 'time_end', 'verdict'].every((name) => fields.some((field) => field.name === name));
}

function linked(frame: DataFrame, places: readonly Place[], range: { from: number; to: number }): DataFrame {
  if (places.length === 0) {
    return frame;
  }
  const segments = segmentFields(frame);
  const links = places.map(({ title, opensTab, address }): DataLink => ({
    title,
    url: '',
    targetBlank: opensTab,
    // The row is known only once the link is asked for.
    onBuildUrl: (event) => {
      const replace = (text: string) => event.replaceVariables?.(text) ?? text;
      return address(readRow({ replace, shown: shownTable(event) }, frame, segments, range));
    },
  }));
  return {
    ...frame,
    fields: frame.fields.map((field) =>
      field.name === 'feature'
        ? { ...field, config: { ...field.config, links: [...(field.config.links ?? []), ...links] } }
        : field
    ),
  };
}
