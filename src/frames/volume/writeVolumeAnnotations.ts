import type { VolumeResult, WindowedVolume } from '../../evaluate/Result';
import { describeVolume } from '../../verdict/volume/describeVolume';
import { type Annotation, annotationFrame, annotationTags } from '../annotationFrame';
import type { Frame } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { seriesName } from '../seriesOf';
import { volumeSeries, type VolumeSeries } from './volumeSeries';

/** One frame, `annotations`: a region for each unbroken run of windows in which a measure is off; the furthest gives the text. */
export function writeVolumeAnnotations({ verdicts }: VolumeResult, meta: ResultMeta): Frame {
  const annotations = volumeSeries(verdicts).flatMap((series) =>
    runsOff(series.verdicts).map((run) => annotate(series, run))
  );
  return annotationFrame(annotations, meta);
}

function runsOff(verdicts: readonly WindowedVolume[]): WindowedVolume[][] {
  const runs: WindowedVolume[][] = [];
  for (const verdict of verdicts.filter(({ severity }) => severity === 2)) {
    const run = runs.at(-1);
    if (run?.at(-1)?.window.to === verdict.window.from) {
      run.push(verdict);
    } else {
      runs.push([verdict]);
    }
  }
  return runs;
}

function annotate(series: VolumeSeries, run: readonly WindowedVolume[]): Annotation {
  const furthest = run.reduce((a, b) => ((b.score ?? 0) > (a.score ?? 0) ? b : a));
  return {
    time: run[0].window.from,
    timeEnd: run[run.length - 1].window.to,
    title: `${seriesName(series)}: off`,
    text: describeVolume(furthest),
    tags: annotationTags(['volume', series.feature], series.segment),
  };
}
