import type { DriftResult, WindowedVerdict } from '../../evaluate/Result';
import { describeReason } from '../../verdict/describeReason';
import { type Annotation, annotationFrame, annotationTags } from '../annotationFrame';
import type { Frame } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { runsOf } from '../runsOf';
import { score } from '../score';
import { type Series, seriesName, seriesOf } from '../seriesOf';

/** One frame, `annotations`: a region for each unbroken run of windows in which a feature drifts; the largest gives the text. */
export function writeDriftAnnotations(result: DriftResult, meta: ResultMeta): Frame {
  const annotations = seriesOf(result.verdicts).flatMap((series) =>
    runsOf(series.verdicts, ({ verdict }) => verdict === 'drift').map((run) => annotate(series, run))
  );
  return annotationFrame(annotations, meta);
}

function annotate(series: Series, run: readonly WindowedVerdict[]): Annotation {
  const largest = run.reduce((a, b) => ((score(b) ?? 0) > (score(a) ?? 0) ? b : a));
  return {
    time: run[0].window?.from ?? 0,
    timeEnd: run[run.length - 1].window?.to ?? 0,
    title: `${seriesName(series)}: drift`,
    text: describeReason(largest),
    tags: annotationTags(['drift', series.feature], series.segment),
  };
}
