import { limitsCase } from '../support/limitsCase';

/** The Elasticsearch of the tests has no `scaled_float`. */
const types = {
  float: { type: 'float' },
  half: { type: 'half_float' },
  double: { type: 'double' },
};

export const fieldCase = limitsCase('field-float', types);
