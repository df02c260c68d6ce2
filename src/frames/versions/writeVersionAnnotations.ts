import type { VersionsResult } from '../../evaluate/Result';
import { annotationFrame, annotationTags } from '../annotationFrame';
import type { Frame } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { seriesName } from '../seriesOf';
import { CHANGE_WORDS, describeChange } from './describeChange';

/** One frame, `annotations`: a moment for each change of version. */
export function writeVersionAnnotations({ traces, feature }: VersionsResult, meta: ResultMeta): Frame {
  const annotations = traces.flatMap(({ segment, changes }) =>
    changes.map((change) => ({
      time: change.time,
      timeEnd: change.time,
      title: `${seriesName({ feature: change.version, segment })}: ${CHANGE_WORDS[change.kind]}`,
      text: describeChange(change),
      tags: annotationTags(['versions', change.kind, `${feature}:${change.version}`], segment),
    }))
  );
  return annotationFrame(annotations, meta);
}
