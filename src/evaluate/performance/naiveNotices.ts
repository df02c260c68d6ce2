import type { Outcomes } from '../../outcomes/Outcomes';
import { type Notice, warning } from '../../sources/Notice';

/** Which rows a comparison with a naive forecast leaves out. */
export function naiveNotices({ forecasts }: Pick<Outcomes, 'forecasts'>): Notice[] {
  const { naive, scaled } = forecasts ?? {};
  const notices: Notice[] = [];
  if (naive !== undefined && naive.without > 0) {
    notices.push(
      warning(
        `${counted(naive.without)} of ${counted(naive.rows + naive.without)} labeled rows have no naive forecast: the history is too short, has a gap, or was not known yet. Skill leaves them out.`
      )
    );
  }
  if (scaled !== undefined && scaled.short + scaled.constant > 0) {
    const left = scaled.short + scaled.constant;
    notices.push(
      warning(
        `MASE leaves out ${counted(left)} of ${counted(left + scaled.rows)} labeled rows: ${counted(scaled.short)} with too short a history, ${counted(scaled.constant)} of series that did not change.`
      )
    );
  }
  return notices;
}

function counted(rows: number): string {
  return rows.toLocaleString('en-US');
}
