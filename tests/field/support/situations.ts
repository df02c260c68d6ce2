import fs from 'node:fs';
import path from 'node:path';
import type { PrometheusSituation } from './Situation';

const FIELD = path.resolve(__dirname, '..');

/** Those of Prometheus, by the names of their folders. */
export function prometheusSituations(): ReadonlyMap<string, PrometheusSituation> {
  const names = fs
    .readdirSync(FIELD)
    .filter((name) => name.startsWith('prom-') && fs.existsSync(path.join(FIELD, name, 'situation.ts')));
  return new Map(
    names.map((name) => [
      name,
      (jest.requireActual(`../${name}/situation`) as { default: PrometheusSituation }).default,
    ])
  );
}
