import { type Day, daysIn } from '../../../query/daysIn';
import type { TimeRange } from '../../../query/time';
import type { OutcomesCell, OutcomesPlan, OutcomesRequest, OutcomesSet, OutcomeSeries } from '../../OutcomesRequest';
import type { DistributionRequest, RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { PrometheusClient } from '../client/PrometheusClient';
import { planPrometheus } from '../planPrometheus';
import { CellsByDay } from './CellsByDay';
import { errorCells } from './errorCells';

/** The score column of a store that has no columns. */
export const SCORE = 'score';

/** A day of a window. */
export interface WindowDay extends Day {
  readonly window: number;
}

/**
 * Outcomes as Prometheus counts them: a counter by predicted and actual class, a histogram of scores by actual class, sums
 * of errors. They are counted when the label comes, day by day. Throws a SourceError where the metrics are not named.
 */
export function planOutcomes(request: OutcomesRequest, client: PrometheusClient): OutcomesPlan {
  const series = requireSeries(request);
  const windows = request.windows.map((window) => requireWindow(window));
  const days = windows.flatMap((window, index) =>
    daysIn(window, request.timezone).map((day) => ({ ...day, window: index }))
  );
  const plans = distributionRequests(request, series, days).map((asked) => planned(asked, client));
  const errors = errorCells(request, series, days, client);
  const descriptions = [
    ...plans.map(({ description }) => description),
    ...(errors === null ? [] : [errors.description]),
  ];
  return {
    description: {
      requests: descriptions.reduce((sum, { requests }) => sum + requests, 0),
      summary: descriptions.map(({ summary }) => summary).join('; '),
      steps: descriptions.flatMap(({ steps }) => steps).slice(0, 30),
    },
    execute: (options) => execute({ request, days, plans, errors }, options),
  };
}

interface Planned {
  readonly request: OutcomesRequest;
  readonly days: readonly WindowDay[];
  readonly plans: ReadonlyArray<ReturnType<typeof planned>>;
  readonly errors: ReturnType<typeof errorCells>;
}

async function execute({ request, days, plans, errors }: Planned, options: RequestOptions): Promise<OutcomesSet> {
  const cells = new CellsByDay(request, days);
  for (const plan of plans) {
    cells.add(await plan.execute(options));
  }
  const measured: OutcomesCell[] = [];
  if (errors !== null) {
    const set = await errors.execute(options);
    measured.push(...set.cells);
    cells.note(set);
  }
  return {
    cells: [...cells.all, ...measured],
    findings: {},
    notices: [
      'Prometheus counts outcomes when their labels come, not when predictions were made.',
      ...cells.notices,
      ...cells.missing,
    ],
    warned: cells.warned,
    undecided: cells.undecided,
  };
}

function requireSeries({ roles: { series, prediction } }: OutcomesRequest): OutcomeSeries {
  if (series === undefined) {
    throw new SourceError(
      '"outcomeMetrics" is missing: name the Prometheus metrics that count outcomes, such as {"outcomes": "predictions_labelled_total"}.',
      { status: 400, side: 'plugin' }
    );
  }
  if (series.outcomes !== undefined && prediction === undefined) {
    throw new SourceError(`"prediction" is missing: name the label of ${series.outcomes} with the predicted class.`, {
      status: 400,
      side: 'plugin',
    });
  }
  return series;
}

function requireWindow(window: TimeRange | null): TimeRange {
  if (window === null) {
    throw new SourceError('Prometheus needs a time range: its metrics are counted between two moments.', {
      status: 400,
      side: 'plugin',
    });
  }
  return window;
}

function planned(request: DistributionRequest, client: PrometheusClient) {
  const plan = planPrometheus(request, client);
  if ('unsupported' in plan) {
    throw new SourceError(plan.unsupported, { status: 400, side: 'plugin' });
  }
  return plan;
}

/** Counts by class are categories of the predicted one, in segments of the actual one; scores are histograms in the same. */
function distributionRequests(
  { roles, selection, segmentBy: segments }: OutcomesRequest,
  { outcomes, scores }: OutcomeSeries,
  windows: readonly TimeRange[]
): DistributionRequest[] {
  const segmentBy = [...segments, roles.label.field];
  const { features: _, ...rest } = selection;
  const request = (feature: DistributionRequest['features'][number]): DistributionRequest => ({
    ...{ windows, segmentBy, features: [feature] },
    selection: { ...rest, features: [feature] },
  });
  return [
    ...(outcomes === undefined
      ? []
      : [request({ name: outcomes, type: 'categorical', metric: outcomes, label: roles.prediction })]),
    ...(scores === undefined ? [] : [request({ name: SCORE, type: 'numeric', metric: scores })]),
  ];
}
