import { z } from 'zod';

export const correctionSchema = z.enum(['bh', 'by', 'holm', 'bonferroni', 'none']);
export type Correction = z.infer<typeof correctionSchema>;

/** How verdicts are reached; every number can be set. Definitions: docs/statistics.md, "Decision policy". */
export const decisionSchema = z.strictObject({
  alpha: z.number().gt(0).lt(1).default(0.05),
  correction: correctionSchema.default('bh'),
  significance: z.enum(['iid']).default('iid'),
  thresholds: z
    .strictObject({
      /** Normed Wasserstein distance, in standard deviations of the baseline. */
      wassersteinNormed: z.number().positive().default(0.1),
      /** KS distance: numbers drift by this or by normed Wasserstein. */
      ks: z.number().positive().lte(1).default(0.1),
      totalVariation: z.number().positive().lte(1).default(0.1),
      /** Change of the share of missing values: 0.01 is one percentage point. */
      missingRate: z.number().positive().lte(1).default(0.01),
    })
    .prefault({}),
  /** Below this number of values on either side the verdict is `insufficient_data`. */
  minimumSample: z.number().int().min(2).default(30),
  /** Not significant is `no_drift` only where a shift of this many thresholds would have been seen … */
  detectable: z.number().positive().default(3),
  /** … with this probability. */
  power: z.number().gt(0).lt(1).default(0.8),
  /** `inconclusive` instead of `no_drift` where buckets could hide a shift. */
  strict: z.boolean().default(false),
  /** Seed of every permutation and Monte Carlo p-value, so that a verdict can be replayed. */
  seed: z.number().int().min(0).max(0xffffffff).default(1),
});
/** What judges one window on its own; what significance rests on is settled before. */
export type Decision = Omit<z.infer<typeof decisionSchema>, 'significance'>;
