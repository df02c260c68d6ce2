import { z } from 'zod';

/** What a feature's values are; decides which tests make sense. */
export const featureTypeSchema = z.enum(['numeric', 'categorical', 'boolean', 'text']);
export type FeatureType = z.infer<typeof featureTypeSchema>;
