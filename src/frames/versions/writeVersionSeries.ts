import type { VersionsResult } from '../../evaluate/Result';
import { versionedCalls } from '../../verdict/versions/versionedCalls';
import type { TracedVersion, VersionTrace } from '../../verdict/versions/VersionTrace';
import type { Frame } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { seriesName } from '../seriesOf';
import { versionSegmentLabels } from './versionNames';

/** `timeseries-multi`: a frame for each version and segment, with its share of each window's calls. */
export function writeVersionSeries({ traces, feature }: VersionsResult, meta: ResultMeta): Frame[] {
  return traces.flatMap((trace) => trace.versions.map((version) => frameOf(trace, version, { feature, meta })));
}

function frameOf(
  { segment, windows, changes, isDecided }: VersionTrace,
  version: TracedVersion,
  { feature, meta }: { feature: string; meta: ResultMeta }
): Frame {
  const name = seriesName({ feature: version.version, segment });
  return {
    name,
    meta: {
      type: 'timeseries-multi',
      typeVersion: [0, 1],
      preferredVisualisationType: 'graph',
      custom: {
        ...meta,
        kind: 'versions',
        feature,
        segment,
        version,
        changes: changes.filter((change) => change.version === version.version),
        isDecided,
        end: windows.at(-1)?.window.to ?? null,
      },
    },
    fields: [
      { name: 'time', kind: 'time', values: windows.map(({ window }) => window.from) },
      {
        name: 'share',
        kind: 'number',
        values: windows.map((one) => {
          const all = versionedCalls(one);
          return all === 0 ? null : (one.byVersion.get(version.version) ?? 0) / all;
        }),
        labels: { feature, version: version.version, ...versionSegmentLabels(segment) },
        config: {
          displayNameFromDS: name,
          description: 'Share of the calls with a version; missing without calls',
          unit: 'percentunit',
          min: 0,
          max: 1,
        },
      },
    ],
  };
}
