import { limitsCase } from '../support/limitsCase';

/** Whole numbers over a factor, which come back as 0.5700000000000001. The Elasticsearch of the tests has no `scaled_float`. */
export const fieldCase = limitsCase(
  'field-scaled',
  {
    cents: { type: 'scaled_float', scaling_factor: 100 },
    tenths: { type: 'scaled_float', scaling_factor: 1000 },
  },
  'OpenSearch'
);
