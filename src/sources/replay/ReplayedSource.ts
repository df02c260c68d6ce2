import type { Selection } from '../../query/selection';
import type { TimeRange } from '../../query/time';
import type { MeasurePlan, MeasureRequest } from '../Measures';
import type { OutcomesPlan, OutcomesRequest } from '../OutcomesRequest';
import type { RuleRequest, RuleSet } from '../Rules';
import type {
  DescribeOptions,
  DistributionRequest,
  DistributionSet,
  FieldDescription,
  Plan,
  PlanDescription,
  RequestOptions,
  Source,
  SourceHealth,
  Unsupported,
} from '../Source';
import { SourceError } from '../SourceError';
import { replayShift } from './replayShift';

/**
 * A recorded source as if it went on now: every time moves by the same number of whole periods, the smallest at which the
 * record reaches the present. A year of 52 weeks keeps the season, the weekday and the hour.
 */
export class ReplayedSource implements Source {
  readonly holdsRows: boolean | undefined;
  readonly tellsClusters: boolean | undefined;

  constructor(
    private readonly recorded: Source,
    /** In milliseconds. */
    private readonly period: number,
    private readonly now: () => number = Date.now
  ) {
    this.holdsRows = recorded.holdsRows;
    this.tellsClusters = recorded.tellsClusters;
  }

  fieldNames(selection: Selection, options: RequestOptions): Promise<readonly string[]> {
    return this.recorded.fieldNames(selection, options);
  }

  async describe(selection: Selection, options: DescribeOptions): Promise<FieldDescription[]> {
    const { range } = options;
    const shift = range ? await this.shift(selection, options) : 0;
    return this.recorded.describe(selection, { ...options, ...(range ? { range: moved(range, -shift) } : {}) });
  }

  async timeBounds(selection: Selection, options: RequestOptions): Promise<TimeRange | null> {
    const bounds = await this.recorded.timeBounds(selection, options);
    return bounds && moved(bounds, replayShift(bounds.to, this.period, this.now()));
  }

  plan(request: DistributionRequest): Plan | Unsupported {
    const plan = this.recorded.plan(request);
    if ('unsupported' in plan) {
      return plan;
    }
    return { description: plan.description, execute: (options) => this.execute(request, options) };
  }

  planMeasures(request: MeasureRequest): MeasurePlan {
    const { description } = this.recorded.planMeasures(request);
    return {
      description,
      execute: async (options) => {
        const shift = await this.shift(request.selection, options);
        const windows = request.windows.map((window) => moved(window, -shift));
        const { values, notices } = await this.recorded.planMeasures({ ...request, windows }).execute(options);
        const times = new Set(timesIn(request));
        const movedBack = values.map((one) => (times.has(one.measure) ? { ...one, value: one.value + shift } : one));
        return { values: movedBack, notices };
      },
    };
  }

  planOutcomes(request: OutcomesRequest): OutcomesPlan {
    const recorded = this.recorded;
    if (recorded.planOutcomes === undefined) {
      throw new SourceError('The recorded source has no outcomes of predictions.', { status: 400, side: 'plugin' });
    }
    const { description } = recorded.planOutcomes(request);
    const plan = recorded.planOutcomes.bind(recorded);
    return {
      description,
      execute: async (options) => {
        const shift = await this.shift(request.selection, options);
        const windows = request.windows.map((window) => window && moved(window, -shift));
        const asOf = request.asOf === null ? null : request.asOf - shift;
        const set = await plan({ ...request, windows, asOf }).execute(options);
        // Blocks of rows without a time are numbered, and don't move.
        const isTimed = request.selection.timeField !== undefined;
        return { ...set, cells: set.cells.map((cell) => (isTimed ? { ...cell, block: cell.block + shift } : cell)) };
      },
    };
  }

  async countRules(request: RuleRequest, options: RequestOptions): Promise<RuleSet> {
    const shift = await this.shift(request.selection, options);
    const windows = request.windows.map((window) => window && moved(window, -shift));
    const set = await this.recorded.countRules?.({ ...request, windows }, options);
    return set ?? { cells: [], refused: new Map(), notices: [] };
  }

  async explain(request: DistributionRequest, options: RequestOptions): Promise<PlanDescription> {
    const plan = this.recorded.plan(request);
    if ('unsupported' in plan) {
      return { requests: 0, summary: plan.unsupported, steps: [] };
    }
    return (await this.recorded.explain?.(await this.inRecord(request, options), options)) ?? plan.description;
  }

  /** Also differs when the record starts again. */
  async version(selection: Selection): Promise<string> {
    return `${await this.recorded.version?.(selection)} ${await this.shift(selection, {})}`;
  }

  check(options: RequestOptions): Promise<SourceHealth> {
    return this.recorded.check(options);
  }

  private async execute(request: DistributionRequest, options: RequestOptions): Promise<DistributionSet> {
    const plan = this.recorded.plan(await this.inRecord(request, options));
    return 'unsupported' in plan ? { cells: [], notices: [plan.unsupported] } : plan.execute(options);
  }

  /** The request in the times of the record. */
  private async inRecord(request: DistributionRequest, options: RequestOptions): Promise<DistributionRequest> {
    const shift = await this.shift(request.selection, options);
    return { ...request, windows: request.windows.map((window) => window && moved(window, -shift)) };
  }

  private async shift(selection: Selection, options: RequestOptions): Promise<number> {
    const bounds = await this.recorded.timeBounds(selection, options);
    return bounds === null ? 0 : replayShift(bounds.to, this.period, this.now());
  }
}

/** Measures that are times of the record themselves: its first or last row. */
function timesIn({ selection: { timeField }, measures }: MeasureRequest): string[] {
  const isTime = ({ field, aggregate }: (typeof measures)[number]) => field === timeField && aggregate !== 'count';
  return timeField === undefined ? [] : measures.filter(isTime).map(({ name }) => name);
}

function moved({ from, to }: TimeRange, shift: number): TimeRange {
  return { from: from + shift, to: to + shift };
}
