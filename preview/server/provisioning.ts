import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { parse } from 'yaml';

/** A data source as Grafana's provisioning files write it. */
export interface ProvisionedDataSource {
  readonly name: string;
  readonly type: string;
  readonly uid: string;
  readonly url?: string;
  readonly isDefault?: boolean;
  readonly editable?: boolean;
  readonly jsonData?: Record<string, unknown>;
  readonly secureJsonData?: Record<string, string>;
}

/** All data sources of provisioning/datasources; those of types that the bundle does not have are the caller's to skip. */
export function readDataSources(folder: string): ProvisionedDataSource[] {
  const files = globSync('datasources/*.{yaml,yml}', { cwd: folder }).sort();
  return files.flatMap((file) => {
    const content = expand(parse(fs.readFileSync(path.join(folder, file), 'utf8'))) as {
      datasources?: ProvisionedDataSource[];
    } | null;
    return (content?.datasources ?? []).map((dataSource) => ({
      ...dataSource,
      uid: dataSource.uid ?? dataSource.name,
    }));
  });
}

/** Grafana puts environment variables into values, never into keys: `$NAME`, `${NAME}`; `$$` is a dollar. */
function expand(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$(?:(\$)|\{(\w+)\}|([A-Za-z_]\w*))/g, (_, dollar, braced, bare) =>
      dollar ? '$' : (process.env[braced ?? bare] ?? '')
    );
  }
  if (Array.isArray(value)) {
    return value.map(expand);
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expand(item)]));
  }
  return value;
}
