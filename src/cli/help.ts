import { OVER_TIME_HELP } from './overTimeOptions';
import { READING_HELP } from './readingOptions';
import { TEST_NAMES } from '../query/testNames';

export const HELP = `modelwatch: drift tests and data checks for machine-learning models

  modelwatch drift --baseline FILE --current FILE [options]   compares two files
  modelwatch explain --baseline FILE --current FILE [options] tells where the drift of a column comes from
  modelwatch check FILE [options]                             checks a file for invalid data
  modelwatch performance FILE --label COLUMN [options]        measures predictions against labels
  modelwatch change FILE --time COLUMN [options]              finds when levels changed
  modelwatch profile FILE --output FILE [options]             stores a baseline from a file or a store
  modelwatch parity FILE FILE [--key COLUMN] [options]        compares training rows with serving rows
  modelwatch query FILE --from TIME --to TIME [options]       runs a dashboard query
  modelwatch audit FILE --from TIME --to TIME [options]       counts how often a rule would have fired
  modelwatch demo [--format json|table]                        runs on real flight data
  modelwatch --version

Run a command with --help for its options.
`;

export const DRIFT_HELP = `modelwatch drift --baseline FILE --current FILE [options]
modelwatch drift --current FILE --time COLUMN --window DURATION --significance sequential [options]

Compares the columns of two files, or the windows of one over time: .csv, .tsv, .ndjson, .jsonl, .json, or .parquet. Text files may be .gz or .zst.

  --baseline FILE       reference data, such as the training data, or a profile of it; or models:/NAME@ALIAS,
                        the training data of a model in MLflow (MLFLOW_TRACKING_URI)
  --current FILE        data to evaluate
  --features A,B        columns to compare; default: all columns in both files
  --types A=TYPE,B=...  numeric, categorical, boolean, or text; default: detected from the baseline
  --cluster COLUMN      rows with the same value are not independent
  --tests NAME,...      default: auto; the first test with a p-value decides
  --alpha NUMBER        significance level; default: 0.05
  --correction NAME     correction for multiple tests: bh (default), by, holm, bonferroni, or none
${OVER_TIME_HELP}${READING_HELP}  --format NAME         table (default) or json
  --fail-on drift       exit with status 1 if a feature drifts

Tests: ${TEST_NAMES.join(', ')}.
Exit status: 0, 1 (--fail-on), or 2 for invalid input, with one line on standard error.
`;

export const CHECK_HELP = `modelwatch check FILE [options]

Checks a file for missing, invalid, and infinite values, values out of range, unexpected categories, new, removed, and
renamed columns, changed units and formats, and late rows. Compares with expectations, with a baseline, or with both.

  --expectations FILE   YAML with expectations for each feature
  --baseline FILE       reference data, such as the training data, or a profile of it; or models:/NAME@ALIAS,
                        the training data of a model in MLflow (MLFLOW_TRACKING_URI)
  --learn               suggests expectations from FILE (or a profile), as YAML to review
  --tolerance NUMBER    with --learn: share of its width by which a range is extended; default: 0.1
  --features A,B        columns to check; default: those with expectations, or all
  --time COLUMN         event time; finds gaps and repeated hours
  --arrival COLUMN      arrival time; with --time, finds late rows
  --max-delay DURATION  maximum arrival delay, such as 10m; default: from the baseline
  --max-age DURATION    maximum time between the newest row and the end of the window
  --window DURATION     checks each window of this size, such as 1d
${READING_HELP}  --format NAME         table (default) or json
  --fail-on NAME        broken: exit with status 1 if a check fails; warning: also on warnings

Exit status: 0, 1 (--fail-on), or 2 for invalid input, with one line on standard error.
`;

export const PERFORMANCE_HELP = `modelwatch performance FILE --label COLUMN [options]

Measures how good predictions are against labels, with 95% intervals: .csv, .tsv, .ndjson, .jsonl, .json, or .parquet.

  --label COLUMN        the actual class or value
  --prediction COLUMN   the predicted class or value
  --score COLUMN        probability of the positive class; of several classes: CLASS=COLUMN,...
  --positive CLASS      the positive class; default: 1, true, yes
  --threshold NUMBER    without --prediction: predicted positive from this score on; default: 0.5
  --labels FILE         the file with the labels, if they are in another file
  --key COLUMN          with --labels: the column that both files share
  --time COLUMN         when predictions were made
  --label-time COLUMN   when labels were known
  --deadline DURATION   age at which labels are complete, such as 30d; default: from the delays seen
  --implied CLASS       class of predictions without a label after the deadline
  --as-of TIME          ignores labels that came after this time, to replay a past verdict
  --baseline FILE       earlier predictions, to compare with
  --window DURATION     measures each window of this size, such as 14d; needs --time
  --offset DURATION     compares each window with the one this much earlier
  --segment-by A,B      measures each segment
  --metrics NAME,...    default: all that the data allow
  --objective M=NUMBER  the worst accepted value of a metric, such as recall=0.6
  --fairness COLUMN     compares groups of this column by --favorable CLASS, the prediction that is good for them
  --reference GROUP     with --fairness: the group to compare with; default: the largest
  --target COLUMN       forecasts: the time that is predicted; default: --time
  --horizon COLUMN      forecasts: measures each horizon, and all together; or --step 1d: target less time, in steps
  --season DURATION     forecasts: season such as 7d, for MASE; --series A,B: columns that tell series apart
  --lower, --upper COL  forecasts: predicted interval, which should hold the share --coverage 0.9 of the values
  --quantiles Q=COLUMN  forecasts: predicted quantiles, such as 0.1=p10,0.9=p90
  --naive NAME          what the model must beat: last, seasonal, or a column with the prediction of a simple rule
  --list COLUMN         click rate and precision at k by list; --rank COLUMN: place in the list; default: by score
  --budget DURATION     error budgets of objectives over this time, such as 28d, and how fast they are used up
  --task NAME           classification or regression; default: from the labels
  --significance NAME   blocks (default): rows of a day may depend on each other; iid: all rows are independent
${READING_HELP}  --format NAME         table (default) or json
  --fail-on NAME        worse: exit with status 1 if a metric is worse, a group is outside the limits, or a version is to be rolled back; warning: also on warnings

Exit status: 0, 1 (--fail-on), or 2 for invalid input, with one line on standard error.
`;

export const PROFILE_HELP = `modelwatch profile FILE --output FILE [options]

Stores a baseline: the schema and the distribution of each column of a file (.csv, .ndjson, .jsonl, .json, or .parquet),
without its rows. With --connections, FILE is a dashboard query in JSON, and the profile describes its current data.

  --output FILE         the profile to write, JSON
  --features A,B        columns to include; default: all except timestamps and identifiers
  --types A=TYPE,B=...  numeric, categorical, boolean, or text; default: detected
  --query TEXT          only matching rows, such as model_version:2
  --connections FILE    YAML with the connections by name; FILE is then a query
  --from TIME --to TIME with --connections: time range, such as now-6h or ISO 8601; default: all data
  --minimum-count N     merges categories and buckets with fewer rows, for privacy
${READING_HELP}  --label NAME=VALUE    label to store; repeatable

Exit status: 0, or 2 for invalid input, with one line on standard error.
`;

export const PARITY_HELP = `modelwatch parity TRAINING SERVED [--key COLUMN] [options]

Compares training rows with the same rows at serving time and names the difference: scaling and units, offset, logarithm,
clipping, rounding, imputed missing values, case and spaces, renamed categories, truncated text, another type, or another
time zone. With a key, compares value by value; without one, by the distribution of each column.

  --key COLUMN          identifies the rows in both files
  --features A,B        columns to compare; default: all columns in both files
${READING_HELP}  --format NAME         table (default) or json
  --fail-on difference  exit with status 1 if a column differs

Exit status: 0, 1 (--fail-on), or 2 for invalid input, with one line on standard error.
`;

export const AUDIT_HELP = `modelwatch audit FILE --from TIME --to TIME [options]

Replays a drift query over past windows in each mode of significance. Prints how often a rule would have fired, what was
promised, and on what it fired; the same over seasons in random order; and how soon planted shifts are found.

  --from TIME --to TIME  the past to replay, such as now-180d or ISO 8601
  --connections FILE     YAML with the connections by name; default: "files", the folder of the query
  --marks FILE           list of marks in JSON or YAML, as in "decision.marks"
  --shuffles NUMBER      random orders for each season; default: 5
  --format NAME          table (default) or json

Exit status: 0, or 2 for invalid input, with one line on standard error.
`;

export const QUERY_HELP = `modelwatch query FILE [options]

Runs a query in JSON, as dashboards and provisioning store it.

  --from TIME --to TIME  time range, such as now-6h or ISO 8601; default: all data
  --connections FILE     YAML with the connections by name; default: "files", the folder of the query
  --marks FILE           list of marks in JSON or YAML, as in "decision.marks"
  --format NAME          table (default) or json
  --fail-on drift        exit with status 1 if a feature drifts, a measure is out of range, or a metric is worse

Exit status: 0, 1 (--fail-on), or 2 for invalid input, with one line on standard error.
`;

export const CHANGE_HELP = `modelwatch change FILE --time COLUMN [options]

Finds when the level of features or measures changed: .csv, .tsv, .ndjson, .jsonl, .json, or .parquet.

  --time COLUMN         time of each row
  --window DURATION     size of the windows; default: 1d
  --features A,B        columns; default: all. Their means, spreads, and shares are looked at
  --measure AGG[:COLUMN]
                        a measure instead: count, or sum, avg, min, max, p95 of a column; repeatable
  --period DURATION     expected season, such as 1w; must be seen four times
  --segment-by A,B      columns whose values are looked at separately
  --alpha NUMBER        probability of a change from noise alone, for each series; default: 0.01
  --recent DURATION     with --fail-on: only changes within this time before the end
  --detectors a,b       also list alarms of online detectors, for comparison: adwin, page_hinkley, …
${READING_HELP}  --format NAME         table (default) or json
  --fail-on change      exit with status 1 if a level changed

Exit status: 0, 1 (--fail-on), or 2 for invalid input, with one line on standard error.
`;

export const EXPLAIN_HELP = `modelwatch explain --baseline FILE --current FILE [options]
modelwatch explain --current FILE --time COLUMN --offset DURATION --from TIME --to TIME [options]

Looks for what the drift of a column comes from: rows of one value of another column, other shares of its values, another
unit, missing values, or columns that drift together. Files: .csv, .tsv, .ndjson, .jsonl, .json, or .parquet.

  --baseline FILE       reference data, such as the training data, or a profile of it; or models:/NAME@ALIAS,
                        the training data of a model in MLflow (MLFLOW_TRACKING_URI)
  --current FILE        data to evaluate
  --feature COLUMN      the column to explain; default: the one that drifted most
  --by A,B              columns whose values may be causes; default: all with at most 50 values
  --top N               number of causes; default: 10
  --features A,B        columns to compare; default: all columns in both files
  --types A=TYPE,B=...  numeric, categorical, boolean, or text; default: detected from the baseline
  --time COLUMN         time of each row
  --from TIME --to TIME the time to explain
  --window DURATION     explains the newest window of this size; older ones tell since when
  --offset DURATION     without --baseline: compares with the same time so much earlier
${READING_HELP}  --format NAME         table (default) or json
  --fail-on drift       exit with status 1 if the column drifts

Exit status: 0, 1 (--fail-on), or 2 for invalid input, with one line on standard error.
`;
