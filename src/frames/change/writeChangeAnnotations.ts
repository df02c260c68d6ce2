import type { ChangeResult } from '../../evaluate/Result';
import { type Annotation, annotationFrame, annotationTags } from '../annotationFrame';
import type { Frame } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { seriesName } from '../seriesOf';
import { describeChange } from './describeChange';

/**
 * One frame, `annotations`, one for each change: of an abrupt one the stretch in which it began, of a gradual one that in
 * which it happened.
 */
export function writeChangeAnnotations({ series }: ChangeResult, meta: ResultMeta): Frame {
  const annotations = series.flatMap((one) =>
    one.changes.map((change): Annotation => {
      const { kind, window, until, earliest, latest, before, after } = change;
      const feature = [one.feature, one.figure].filter(Boolean).join(', ');
      return {
        time: kind === 'gradual' ? window.from : (earliest ?? window.from),
        timeEnd: kind === 'gradual' ? until : (latest ?? window.from),
        title: `${seriesName({ feature, segment: one.segment })}: ${after > before ? 'up' : 'down'}`,
        text: describeChange(change),
        tags: annotationTags(['change', kind, one.feature], one.segment),
      };
    })
  );
  return annotationFrame(annotations, meta);
}
