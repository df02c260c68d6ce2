import type { z } from 'zod';
import type { YamlFile } from './parseYaml';

/** What is wrong with a file's content, and where in it: by the line and the keys. */
export function describeIssues({ issues }: z.ZodError, { lineOf }: YamlFile): string {
  return issues
    .map(({ path, message }) => {
      const line = lineOf(path);
      const place = line === null ? '' : `line ${line}, `;
      return path.length === 0 ? message : `${place}"${path.join('.')}": ${message}`;
    })
    .join('; ');
}
