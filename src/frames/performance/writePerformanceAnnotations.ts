import type { PerformanceResult } from '../../evaluate/Result';
import { describePerformance } from '../../verdict/performance/describePerformance';
import { annotationFrame, annotationTags } from '../annotationFrame';
import type { Frame } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { runsOf } from '../runsOf';
import { seriesName } from '../seriesOf';
import { performanceScore } from './performanceScore';
import { performanceSeries } from './performanceSeries';

/** One frame, `annotations`: a region for each unbroken run of windows in which a metric is worse; the largest drop gives the text. */
export function writePerformanceAnnotations({ verdicts }: PerformanceResult, meta: ResultMeta): Frame {
  const annotations = performanceSeries(verdicts).flatMap((series) =>
    runsOf(series.verdicts, ({ severity }) => severity === 2).map((run) => {
      const worst = run.reduce((a, b) => ((performanceScore(b) ?? 0) > (performanceScore(a) ?? 0) ? b : a));
      return {
        time: run[0].window?.from ?? 0,
        timeEnd: run[run.length - 1].window?.to ?? 0,
        title: `${seriesName(series)}: worse`,
        text: describePerformance(worst),
        tags: annotationTags(['performance', series.feature], series.segment),
      };
    })
  );
  return annotationFrame(annotations, meta);
}
