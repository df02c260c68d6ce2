import { tmpdir } from 'node:os';

const MEGABYTE = 2 ** 20;
const DEFAULT_MEGABYTES = 10_240;

/** Where a query may write what does not fit into memory, and how many bytes of it. */
export interface SpillLimits {
  readonly folder: string;
  readonly bytes: number;
}

/**
 * From the environment, as `memoryLimits`: `temporary_folder`, by default that of the system, and `temporary_mb`. 0 lets
 * nothing be written; what is no number counts as not given.
 */
export function spillLimits(environment: Readonly<Record<string, string | undefined>>): SpillLimits {
  const read = (name: string) => environment[`GF_PLUGIN_${name}`] || environment[`MODELWATCH_${name}`] || undefined;
  const megabytes = Number(read('TEMPORARY_MB') ?? NaN);
  return {
    folder: read('TEMPORARY_FOLDER') ?? tmpdir(),
    bytes: (megabytes >= 0 ? megabytes : DEFAULT_MEGABYTES) * MEGABYTE,
  };
}
