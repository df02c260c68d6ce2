import references from '../../../tests/fixtures/performance/sequence.json';
import { studentCritical } from './studentCritical';

it.each(references.student)('is what SciPy gives for alpha $alpha, $degrees degrees', ({ alpha, degrees, t }) => {
  expect(Math.abs(studentCritical(alpha, degrees) / t - 1)).toBeLessThan(1e-10);
});
