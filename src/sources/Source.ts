import type { Between } from '../distribution/between/Between';
import type { Distribution } from '../distribution/Distribution';
import type { Misreading } from '../distribution/misreading';
import type { FeatureType } from '../query/featureType';
import type { FeatureSpec, Selection } from '../query/selection';
import type { TimeRange } from '../query/time';
import type { Multiplicity } from '../distribution/multiplicity';
import type { MeasurePlan, MeasureRequest } from './Measures';
import type { Notice } from './Notice';
import type { OutcomesPlan, OutcomesRequest } from './OutcomesRequest';
import type { RuleRequest, RuleSet } from './Rules';

/** A place where samples come from. Turns a request into a plan; executing the plan yields distributions. */
export interface Source {
  /** Counts between any edges that a request names as frozen: so both sides share them, and verdicts can be refined. */
  readonly takesEdges?: boolean;
  /** The values that repeat most in stretches of numeric features: beside `takesEdges`, to tell which values are equal. */
  valuesWithin?(request: ValuesRequest, options: RequestOptions): Promise<ValuesWithin>;
  /**
   * How often single numbers occur: the most frequent of each window and segment, or those that are named, which are counted
   * exactly. Each cell is a histogram of one bucket that lists them as its `repeats`.
   */
  countValues?(request: CountValuesRequest, options: RequestOptions): Promise<DistributionSet>;
  /** How often rows stand there, whole or by a key: where a place can't tell, nobody says that rows are independent. */
  countRepeats?(request: RepeatsRequest, options: RequestOptions): Promise<readonly RepeatedRows[]>;
  /** Spends its time waiting for a store, so that both sides of a comparison may be asked for at once. */
  readonly remote?: boolean;
  /** Counts rows of one cluster as fewer independent ones, where a feature names its `cluster`. */
  readonly tellsClusters?: boolean;
  /** Holds rows, each with its time, and not counts that a service made of them. */
  readonly holdsRows?: boolean;
  /** What no question to the store can tell of its data, a sentence each: said beside checks of them. */
  readonly unseen?: readonly string[];
  /** Names of all columns or fields of a selection. Throws a SourceError. */
  fieldNames(selection: Selection, options: RequestOptions): Promise<readonly string[]>;
  /** Names by which rows can be told apart that are no features, such as labels; absent where every field may be one. */
  segmentNames?(selection: Selection, options: RequestOptions): Promise<readonly string[]>;
  /** The selection's features, or all its columns, with what is known of their types. Throws a SourceError. */
  describe(selection: Selection, options: DescribeOptions): Promise<FieldDescription[]>;
  /** Time of the first and the last row, or null where the selection has no time. */
  timeBounds(selection: Selection, options: RequestOptions): Promise<TimeRange | null>;
  plan(request: DistributionRequest): Plan | Unsupported;
  /** About when data of any of the features begin within a range, in milliseconds; null where there are none. */
  begins?(request: BeginsRequest, options: RequestOptions): Promise<number | null>;
  /** For numbers instead of distributions: calls, latencies, sums. Throws a SourceError where a measure is not of its kind. */
  planMeasures(request: MeasureRequest): MeasurePlan;
  /** Counts what became of predictions, by day; absent where the place can't. Throws a SourceError. */
  planOutcomes?(request: OutcomesRequest): OutcomesPlan;
  /** Checks rules across columns, row by row; absent where the place has no rows. Throws a SourceError. */
  countRules?(request: RuleRequest, options: RequestOptions): Promise<RuleSet>;
  /** Differs as soon as the selection's data do, whatever their time; absent where the place can't tell. */
  version?(selection: Selection): Promise<string>;
  /** A closer description of the plan than the plan's own, where that needs asking the place. Throws a SourceError. */
  explain?(request: DistributionRequest, options: RequestOptions): Promise<PlanDescription>;
  /** Whether the place can be reached and read; the message says what is wrong and what to do. */
  check(options: RequestOptions): Promise<SourceHealth>;
}

export interface RequestOptions {
  readonly signal?: AbortSignal;
  /** Nothing will be asked of the same data again: what was kept of them for that may be used up. */
  readonly last?: boolean;
}

export interface DescribeOptions extends RequestOptions {
  /** Only what lies in it tells the types; null stands for everything, whatever its time. */
  readonly range?: TimeRange | null;
}

export interface SourceHealth {
  readonly ok: boolean;
  readonly message: string;
}

export interface FieldDescription {
  readonly name: string;
  /** The type by the inference rules, frozen from the baseline where there is one. */
  readonly type: FeatureType | 'time';
  /** Which rule found it, in words: "12 distinct strings". */
  readonly evidence: string;
  /** Every value differs, as in a key: its distribution says nothing about drift. */
  readonly identifier: boolean;
  /** The store holds it in a way in which its values can't be counted; the evidence says why. */
  readonly uncountable?: true;
  /** No value is present, so that nothing tells the type. */
  readonly empty?: true;
  /** What it may be instead of its type, by how it is written. */
  readonly misreading?: Misreading;
  /** One of the values that may be misread. */
  readonly example?: string;
  /** It is misread and too varied for categories: it is not judged but where its type is given. */
  readonly unusable?: true;
  /** Why its values can't be read, and what to do: it has no type then, and the other columns are described. */
  readonly unreadable?: string;
}

export interface TypedFeature extends FeatureSpec {
  readonly type: FeatureType;
  /** Values that are not of the type are counted as mistyped instead of being an error. */
  readonly tolerant?: boolean;
  /**
   * Categories that are whole texts: whether documents are read for them where a store can't count them. Skipped, they have
   * no cell there.
   */
  readonly texts?: 'read' | 'skip';
  /** Numbers that must be edges where values are counted between edges: limits of a range, [low, high). */
  readonly cuts?: readonly number[];
  /** Its values are the seconds from the time in this field to the time in its own, negative where that is earlier. */
  readonly since?: string;
  /** The column whose values tell which rows belong together: their distribution is that of as many independent values. */
  readonly cluster?: string;
}

export interface DistributionRequest {
  readonly selection: Selection;
  /** Types are settled before distributions are asked for. */
  readonly features: readonly TypedFeature[];
  /** Each tested on its own; null stands for everything, whatever its time. */
  readonly windows: ReadonlyArray<TimeRange | null>;
  readonly segmentBy: readonly string[];
  /** By feature name: edges or categories frozen from the baseline, so that both sides share them. */
  readonly frozen?: ReadonlyMap<string, FrozenShape>;
  /** Share of a window's time that must be covered by data for a verdict, where the place can tell. */
  readonly minimumCoverage?: number;
}

export interface BeginsRequest {
  readonly selection: Selection;
  readonly features: readonly TypedFeature[];
  readonly range: TimeRange;
}

export interface ValuesRequest {
  readonly selection: Selection;
  readonly features: readonly TypedFeature[];
  readonly windows: ReadonlyArray<TimeRange | null>;
  /** By feature name. */
  readonly stretches: ReadonlyMap<string, readonly Stretch[]>;
}

export interface CountValuesRequest {
  readonly selection: Selection;
  readonly features: readonly TypedFeature[];
  readonly windows: ReadonlyArray<TimeRange | null>;
  readonly segmentBy: readonly string[];
  /** By feature name: the numbers to count; without them the most frequent are listed. */
  readonly values?: ReadonlyMap<string, readonly number[]>;
}

export interface RepeatsRequest {
  readonly selection: Selection;
  /** Rows are equal whole where they agree in all of these. */
  readonly features: readonly TypedFeature[];
  /** Columns whose values should be each row's own. */
  readonly keys: readonly string[];
  readonly windows: ReadonlyArray<TimeRange | null>;
}

/** Of one window. */
export interface RepeatedRows {
  readonly whole: Multiplicity;
  readonly byKey: Map<string, Multiplicity>;
}

/** From a value, and up to another that does not belong to it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Different values by feature name. */
export type ValuesWithin = ReadonlyMap<string, readonly number[]>;

export type FrozenShape =
  | { readonly kind: 'edges'; readonly edges: Float64Array }
  | { readonly kind: 'categories'; readonly categories: readonly string[] };

export interface Plan {
  /** What will be asked of the store, for the editor's preview. */
  readonly description: PlanDescription;
  execute(options: RequestOptions): Promise<DistributionSet>;
}

export interface PlanDescription {
  readonly requests: number;
  readonly summary: string;
  readonly steps: readonly string[];
}

export interface Unsupported {
  readonly unsupported: string;
}

export interface DistributionSet {
  readonly cells: readonly DistributionCell[];
  /** Said to the user beside the result: rows sampled, shards that failed, files that ended early. */
  readonly notices: readonly Notice[];
  /** The store warned that this may not be everything: to be shown, with the notice, and never to be kept. */
  readonly warned?: boolean;
}

/** The distribution of one feature in one window and segment. Combinations without a single row have no cell. */
export interface DistributionCell {
  readonly window: number;
  readonly segment: Readonly<Record<string, string>>;
  readonly feature: string;
  readonly distribution: Distribution;
  /** Why these values are no independent draws, so that no p-value of theirs may decide: scrapes of a gauge. */
  readonly refuseIid?: string;
  /**
   * Why the values can't be read, and what to do: a text among numbers, a type that no reader knows. The distribution is
   * empty then, and the feature `undefined`; the others are judged.
   */
  readonly unreadable?: string;
  /** Where a part of the values was counted at fewer bounds: the distribution holds those at which all were. */
  readonly between?: Between;
  /** Bounds that are left out since their counts contradict one another: they tell nothing of the other side either. */
  readonly contradicted?: readonly number[];
  /** Why the window is not what it seems, so that nothing may be concluded from these values, not even their number. */
  readonly undecided?: string;
}
