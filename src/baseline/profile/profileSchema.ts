import { z } from 'zod';
import { MISREADINGS } from '../../distribution/misreading';

export const PROFILE_VERSION = 1;

/** JSON has no infinity: the ends of an open bin are written as text. */
const edge = z.union([z.number(), z.enum(['-Infinity', 'Infinity'])]);
const count = z.number().min(0);

const countsSchema = z.strictObject({
  total: count,
  missing: count,
  nan: count,
  positiveInfinity: count,
  negativeInfinity: count,
  mistyped: count,
});

const guarantee = z.enum(['exact', 'approximate']);

/** What the format said of the values itself: 5 or "5". */
const declared = z.enum(['numbers', 'text']).optional();

const histogramSchema = z
  .strictObject({
    kind: z.literal('histogram'),
    counts: countsSchema,
    edges: z.array(edge),
    bins: z.array(count),
    closed: z.enum(['left', 'right']),
    guarantee,
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    mean: z.number().optional(),
    standardDeviation: z.number().min(0).optional(),
    declared,
  })
  .refine(({ edges }) => edges.every((edge, i) => i === 0 || Number(edge) > Number(edges[i - 1])), {
    path: ['edges'],
    message: 'do not ascend',
  })
  .refine(({ edges, bins }) => edges.length === bins.length + 1, {
    path: ['bins'],
    message: 'are not one fewer than the edges',
  });

const categoriesSchema = z.strictObject({
  kind: z.literal('categories'),
  counts: countsSchema,
  /** Pairs, the most frequent first: a category may be called anything, `__proto__` too. */
  categories: z.array(z.tuple([z.string(), count])),
  rest: count,
  guarantee,
  declared,
});

export const storedDistributionSchema = z.discriminatedUnion('kind', [histogramSchema, categoriesSchema]);
export type StoredDistribution = z.output<typeof storedDistributionSchema>;

/** Of texts, instead of themselves: how they are written, and their words. */
const textSchema = z.strictObject({
  shortest: count,
  longest: count,
  mean_length: count,
  mean_words: count,
  /** Pairs, the most frequent first: `UA1545-EWR` is `A9-A`. Empty where nearly every text has one of its own. */
  patterns: z.array(z.tuple([z.string(), count])),
  /** Pairs, the most frequent first. */
  words: z.array(z.tuple([z.string(), count])),
  /** Occurrences of words that are not listed. */
  other_words: count,
  /** How many different words occur a single time. */
  words_once: count,
});
export type StoredText = z.output<typeof textSchema>;

const columnSchema = z.strictObject({
  name: z.string().min(1),
  type: z.enum(['numeric', 'categorical', 'boolean', 'text', 'time']),
  /** Every value differs, as in a key. */
  identifier: z.boolean(),
  /** Which rule found the type. */
  evidence: z.string(),
  /** It holds no single values, such as lists; the evidence says what it holds. */
  uncountable: z.literal(true).optional(),
  /** What the column may be instead of its type, by how its values are written. */
  misreading: z.enum(MISREADINGS).optional(),
  /** Why its values are no independent draws, so that no p-value of theirs may decide: scrapes of a gauge. */
  refuse_iid: z.string().optional(),
  /** Times and identifiers have none. */
  distribution: storedDistributionSchema.optional(),
  /** Of identifiers, which have no distribution: how many rows have a value. */
  counts: countsSchema.optional(),
  /** Of texts, whose distribution is that of their lengths. */
  text: textSchema.optional(),
});
export type ProfileColumn = z.output<typeof columnSchema>;

/** A stored baseline: what `modelwatch profile` writes. */
export const profileSchema = z.strictObject({
  modelwatch_profile: z.literal(PROFILE_VERSION),
  /** ISO time. */
  created: z.string(),
  /** Modelwatch's own. */
  version: z.string(),
  source: z.strictObject({
    /** The file's name, without its folder; what a store was asked for: the index, or the metrics. */
    name: z.string(),
    /** The connection's name, where a store counted. Never where it is, nor how it is opened. */
    connection: z.string().optional(),
    /** ISO times of the first and after the last moment, where not all times were taken. */
    from: z.string().optional(),
    to: z.string().optional(),
    /** Of a file. */
    bytes: count.optional(),
    sha256: z.string().optional(),
    /** Of the rows that were taken, where not all were. */
    query: z.string().optional(),
    /** As the `.dvc` file beside it says. */
    dvc_md5: z.string().optional(),
    /** Of the repository that the file, or the query, lies in. */
    git_commit: z.string().optional(),
  }),
  rows: count,
  labels: z.record(z.string(), z.string()),
  /** Categories and bins with fewer rows are merged. */
  minimum_count: count,
  columns: z.array(columnSchema),
});
export type Profile = z.output<typeof profileSchema>;
