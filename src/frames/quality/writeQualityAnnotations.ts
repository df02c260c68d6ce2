import type { QualityResult, WindowedQuality } from '../../evaluate/Result';
import { describeQuality } from '../../verdict/quality/describeQuality';
import { type Annotation, annotationFrame, annotationTags } from '../annotationFrame';
import type { Frame } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { runsOf } from '../runsOf';
import { type Series, seriesName, seriesOf } from '../seriesOf';

/** One frame, `annotations`: a region for each unbroken run of windows in which a feature fails. */
export function writeQualityAnnotations({ verdicts }: QualityResult, meta: ResultMeta): Frame {
  const annotations = seriesOf(verdicts).flatMap((series) =>
    runsOf(series.verdicts, ({ severity }) => severity === 2).map((run) => annotate(series, run))
  );
  return annotationFrame(annotations, meta);
}

function annotate(series: Series<WindowedQuality>, run: readonly WindowedQuality[]): Annotation {
  const [first] = run;
  return {
    time: first.window?.from ?? 0,
    timeEnd: run[run.length - 1].window?.to ?? 0,
    title: `${seriesName(series)}: failed checks`,
    text: describeQuality(first),
    tags: annotationTags(['quality', first.findings[0].code, series.feature], series.segment),
  };
}
