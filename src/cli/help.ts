import { READING_HELP } from './readingOptions';
import { TEST_NAMES } from '../query/testNames';

export const HELP = `modelwatch: drift of the inputs and outputs of machine-learning models

  modelwatch drift --baseline FILE --current FILE [options]   compares two files
  modelwatch check FILE [options]                             looks for broken data in a file
  modelwatch profile FILE --output FILE [options]             writes a stored baseline of a file or a store
  modelwatch parity FILE FILE [--key COLUMN] [options]        the same rows, in training and served
  modelwatch query FILE --from TIME --to TIME [options]       answers a query as dashboards write it
  modelwatch demo [--format json|table]                        it at work on real flights
  modelwatch --version

Each command explains itself with --help.
`;

export const DRIFT_HELP = `modelwatch drift --baseline FILE --current FILE [options]

Compares the columns of two files: .csv, .tsv, .ndjson, .jsonl, .json or .parquet; texts as .gz or .zst too.

  --baseline FILE       what was normal, such as the training data, or a profile of it
  --current FILE        what is compared with it
  --features A,B        only these columns; all that both files have, unless given
  --types A=TYPE,B=...  numeric, categorical, boolean or text; found out from the baseline, unless given
  --cluster COLUMN      rows with one value of it belong together, and count as fewer
  --tests NAME,...      auto, unless given: the first that has a p-value decides
  --alpha NUMBER        level of significance, 0.05 unless given
  --correction NAME     bh, by, holm, bonferroni or none, for the number of features; bh unless given
${READING_HELP}  --format NAME         table (unless given) or json
  --fail-on drift       exit with status 1 where a feature drifts

Tests: ${TEST_NAMES.join(', ')}.
Exit status: 0, or 1 by --fail-on, or 2 for bad input with one line on standard error.
`;

export const CHECK_HELP = `modelwatch check FILE [options]

Looks for what is broken in a file: missing, mistyped and infinite values, ranges and categories, columns that come, go or
are renamed, changed units and formats, rows that come late. It compares with expectations, with a file that was in order, or with both.

  --expectations FILE   YAML with what each feature must be
  --baseline FILE       a file that was in order, such as the training data, or a profile of it
  --learn               writes expectations of FILE, which may be a profile, as YAML for you to review
  --tolerance NUMBER    with --learn: by how much of its width a range is moved out, 0.1 unless given
  --features A,B        only these columns; those of the expectations, or all, unless given
  --time COLUMN         when a row was made: gaps and repeated hours are found by it
  --arrival COLUMN      when a row arrived: rows that come late are found by it and --time
  --max-delay DURATION  how late a row may arrive, such as 10m; without it what the baseline makes usual
  --max-age DURATION    how long before the end of a window its newest row may lie
  --window DURATION     checks each window of this length on its own, such as 1d
${READING_HELP}  --format NAME         table (unless given) or json
  --fail-on NAME        exit with status 1 where something is broken; with warning, or worth a look

Exit status: 0, or 1 by --fail-on, or 2 for bad input with one line on standard error.
`;

export const PROFILE_HELP = `modelwatch profile FILE --output FILE [options]

Writes a stored baseline: the schema of a file, .csv, .ndjson, .jsonl, .json or .parquet, and the distribution of each
column, without its rows. With --connections FILE is a query, JSON as dashboards write it, and what it selects as
"current" is kept, as its store counts it.

  --output FILE         the profile, JSON
  --features A,B        only these columns; all but times and identifiers, unless given
  --types A=TYPE,B=...  numeric, categorical, boolean or text; found out, unless given
  --query TEXT          only the rows that match, such as model_version:2
  --connections FILE    YAML with the connections by name, for a query
  --from TIME --to TIME with --connections: the time range, as ISO times or such as now-6h; everything, unless given
  --minimum-count N     merges categories and buckets of fewer rows, for privacy
${READING_HELP}  --label NAME=VALUE    kept with it; may be given more than once

Exit status: 0, or 2 for bad input with one line on standard error.
`;

export const PARITY_HELP = `modelwatch parity TRAINING SERVED [--key COLUMN] [options]

Compares the same rows as training saw them and as they were served, and names what differs: scaling and units, offset,
logarithm, clipping, rounding, missing values that were filled, case and spaces, other names for categories, text that is
cut off, another type, another time zone. With a key value by value, without one by the distribution of each column.

  --key COLUMN          tells the rows apart, on both sides
  --features A,B        only these columns; all that both files have, unless given
${READING_HELP}  --format NAME         table (unless given) or json
  --fail-on difference  exit with status 1 where a column differs

Exit status: 0, or 1 by --fail-on, or 2 for bad input with one line on standard error.
`;

export const QUERY_HELP = `modelwatch query FILE [options]

Answers a query, JSON as dashboards and provisioning write it.

  --from TIME --to TIME  the time range, as ISO times or such as now-6h; everything, unless given
  --connections FILE     YAML with the connections by name; unless given, "files" is the folder of the query
  --format NAME          table (unless given) or json
  --fail-on drift        exit with status 1 where a feature drifts, or a measure is off

Exit status: 0, or 1 by --fail-on, or 2 for bad input with one line on standard error.
`;
