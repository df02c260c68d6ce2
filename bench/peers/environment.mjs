// Python with the peers that the benchmarks compare with, in a virtual environment under .cache, made once.
import path from 'node:path';
import { pythonEnvironment } from '../../scripts/lib/pythonEnvironment.mjs';

/**
 * Path of its interpreter. `alibi` and `nannyml` need versions of NumPy and pandas of their own, so that each has an
 * environment of its own beside that of SciPy and Evidently.
 *
 * @param {'main' | 'alibi' | 'nannyml'} [name]
 */
export function peersPython(name = 'main') {
  const suffix = name === 'main' ? '' : `-${name}`;
  return pythonEnvironment(`bench/peers${suffix}`, path.resolve(`bench/peers/requirements${suffix}.txt`));
}
